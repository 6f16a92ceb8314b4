/** Runs a request of the host page (getState, setState, goto, play ...) on a figure and makes the reply. */

import { defaults, type Schema, type Values, withValues } from '#state/schema';
import type { FigurePort } from '#ui/figure-context';
import { strings } from '#ui/strings';
import { type HostedFigure, stateOf } from './figure-report';
import type { Playback } from './playback';
import { type Envelope, isRecord, type Plain, type Reply, type ScreenshotPayload } from './protocol';
import { readState } from './read-state';
import type { StateReporter } from './state-reporter';
import { text } from './text';

/** A picture of the figure as it is. Rejects with a sentence. */
export type TakePicture = (context: ScreenshotPayload) => Promise<{
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}>;

export interface RequestContext {
  readonly figure: HostedFigure;
  readonly port: FigurePort;
  readonly playback: Playback;
  readonly reporter: StateReporter;
  readonly takePicture: TakePicture | undefined;
}

/** `started` resolves when the next request may run, `reply` when this one is done: a long motion blocks no other request. */
export interface Answer {
  readonly started: Promise<unknown>;
  readonly reply: Promise<Reply>;
}

const LONGEST_MOTION = 60;

/** What a preset sets: everything else as at the start of the figure, the camera as it is. */
function presetValues({ figure, port }: RequestContext, id: unknown): Values<Schema> {
  const { schema } = port.store;
  const preset = figure.presets.find((one) => one.id === id);
  if (!preset) {
    const known = figure.presets.map((one) => one.id).join(', ');
    throw new Error(strings.site.unknownPreset(String(id).slice(0, 40), figure.id, known));
  }
  const now = port.store.values();
  const kept = Object.entries(schema).filter(([, parameter]) => parameter.transient);
  const rest = { ...defaults(schema), ...Object.fromEntries(kept.map(([key]) => [key, now[key]])) };
  return withValues(schema, rest as Values<Schema>, preset.values);
}

function isWhole(value: unknown, most: number): boolean {
  return (
    value === undefined || (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most)
  );
}

/** The checked payload of `screenshot`. Throws an Error with a sentence when an entry is out of range. */
function pictureOf(payload: Plain): ScreenshotPayload {
  const { format = 'png', width, height, scale, background } = payload;
  const isGood =
    (format === 'png' || format === 'svg') &&
    isWhole(width, 7680) &&
    isWhole(height, 7680) &&
    (scale === undefined || (typeof scale === 'number' && scale > 0 && scale <= 8)) &&
    (background === undefined ||
      (typeof background === 'string' && /^(paper|transparent|#[\da-f]{6})$/i.test(background)));
  if (!isGood) throw new Error(text.badPicture);
  return { ...(payload as ScreenshotPayload), format };
}

type Action = (
  context: RequestContext,
  payload: Plain,
) => Promise<unknown> | { readonly later: Promise<unknown> };

const stateNow = ({ figure, port, playback }: RequestContext) =>
  stateOf(figure, port.store, port.prefix, playback.isPlaying());

const actions: Readonly<Record<string, Action>> = {
  getState: async (context) => stateNow(context),
  async setState(context, payload) {
    const { patch, problems } = readState(context.port.store, context.port.prefix, payload);
    context.playback.motion.stop();
    context.port.store.impose(patch);
    return { ...stateNow(context), problems };
  },
  goto(context, { preset, seconds = 0 }) {
    if (typeof preset !== 'string') throw new Error(text.needsPreset);
    if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= LONGEST_MOTION))
      throw new Error(text.badSeconds);
    const goal = presetValues(context, preset);
    const { motion } = context.playback;
    const moved = context.playback
      .pause()
      .then(() => motion.moveTo(goal, seconds))
      .then((isComplete) => ({ ...stateNow(context), isComplete }));
    return seconds === 0 ? moved : { later: moved };
  },
  async play(context) {
    await context.playback.play();
    return stateNow(context);
  },
  async pause(context) {
    await context.playback.pause();
    return stateNow(context);
  },
  async reset(context) {
    await context.playback.pause();
    context.port.store.reset();
    return stateNow(context);
  },
  async screenshot({ takePicture }, payload) {
    const picture = pictureOf(payload);
    if (!takePicture) throw new Error(text.noPictures);
    const { name, type, bytes } = await takePicture(picture);
    // The buffer is transferred, so it must hold these bytes only.
    const isWholeBuffer = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
    return { name, type, bytes: isWholeBuffer ? bytes.buffer : bytes.slice().buffer };
  },
};

function refusal(error: unknown): Reply {
  return { ok: false, error: error instanceof Error ? error.message : text.failed };
}

/** Runs the request. Never rejects: an error becomes a reply with `ok: false`. */
export function answerRequest({ type, payload }: Envelope, context: RequestContext): Answer {
  const action = Object.hasOwn(actions, type) ? actions[type] : undefined;
  if (!action) {
    const unknown = Promise.resolve(
      refusal(new Error(text.unknownRequest(type, Object.keys(actions).join(', ')))),
    );
    return { started: unknown, reply: unknown };
  }
  const settled = (result: Promise<unknown>): Promise<Reply> =>
    result.then((value): Reply => ({ ok: true, result: value }), refusal);
  try {
    const plain = isRecord(payload) ? payload : {};
    const done = context.reporter.byHost(() => action(context, plain));
    if (done instanceof Promise) {
      const reply = settled(done);
      return { started: reply, reply };
    }
    return { started: Promise.resolve(), reply: settled(done.later) };
  } catch (error) {
    const reply = Promise.resolve(refusal(error));
    return { started: reply, reply };
  }
}
