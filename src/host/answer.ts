/** What a figure does when a page around asks for something, and what it answers. */

import { wayTo } from '#state/motion';
import { defaults, type Schema, type Values, withValues } from '#state/schema';
import type { FigurePort } from '#ui/figure-context';
import { strings } from '#ui/strings';
import { type HostedFigure, stateOf } from './figure-report';
import type { Playback } from './playback';
import { type Envelope, isRecord, type Plain, type Reply, type ScreenshotPayload } from './protocol';
import { takeState } from './take-values';
import type { StateTeller } from './tell-state';
import { text } from './text';

/** A picture of the figure as it is. Rejects with a sentence. */
export type TakePicture = (asked: ScreenshotPayload) => Promise<{
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}>;

export interface Asked {
  readonly figure: HostedFigure;
  readonly port: FigurePort;
  readonly playback: Playback;
  readonly told: StateTeller;
  readonly takePicture: TakePicture | undefined;
}

/** The reply may come later than the request is under way: the next one need not wait for a long motion. */
export interface Answer {
  readonly started: Promise<unknown>;
  readonly reply: Promise<Reply>;
}

const LONGEST_MOTION = 60;

/** What a preset sets: everything else as at the start of the figure, the camera as it is. */
function presetValues({ figure, port }: Asked, id: unknown): Values<Schema> {
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

/** What is asked of a picture, when all of it can be. */
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

type Action = (asked: Asked, payload: Plain) => Promise<unknown> | { readonly later: Promise<unknown> };

const stateNow = ({ figure, port, playback }: Asked) =>
  stateOf(figure, port.store, port.prefix, playback.isPlaying());

const actions: Readonly<Record<string, Action>> = {
  getState: async (asked) => stateNow(asked),
  async setState(asked, payload) {
    const { patch, problems } = takeState(asked.port.store, asked.port.prefix, payload);
    asked.playback.motion.stop();
    asked.port.store.impose(patch);
    return { ...stateNow(asked), problems };
  },
  goto(asked, { preset, seconds = 0 }) {
    if (typeof preset !== 'string') throw new Error(text.needsPreset);
    if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= LONGEST_MOTION))
      throw new Error(text.badSeconds);
    const goal = presetValues(asked, preset);
    const { motion } = asked.playback;
    const moved = asked.playback
      .pause()
      .then(() => motion.run(seconds, wayTo(asked.port.store, goal)))
      .then((isComplete) => ({ ...stateNow(asked), isComplete }));
    return seconds === 0 ? moved : { later: moved };
  },
  async play(asked) {
    await asked.playback.play();
    return stateNow(asked);
  },
  async pause(asked) {
    await asked.playback.pause();
    return stateNow(asked);
  },
  async reset(asked) {
    await asked.playback.pause();
    asked.port.store.reset();
    return stateNow(asked);
  },
  async screenshot({ takePicture }, payload) {
    const picture = pictureOf(payload);
    if (!takePicture) throw new Error(text.noPictures);
    const { name, type, bytes } = await takePicture(picture);
    // Exactly its own bytes: they are handed over, not copied.
    const isWholeBuffer = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
    return { name, type, bytes: isWholeBuffer ? bytes.buffer : bytes.slice().buffer };
  },
};

function refusal(error: unknown): Reply {
  return { ok: false, error: error instanceof Error ? error.message : text.failed };
}

/** Does what is asked; never rejects. */
export function answerRequest({ type, payload }: Envelope, asked: Asked): Answer {
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
    const done = asked.told.byHost(() => action(asked, plain));
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
