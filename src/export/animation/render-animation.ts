/** Makes a moving picture of a figure, frame by frame: each state is set, drawn, painted and encoded in its turn. */

import { createFramePainter, type FramePainter } from '#export/draw-frame';
import type {
  ExportedFile,
  ExportProgress,
  ExportRequest,
  ExportSource,
  MotionFormat,
} from '#export/request';
import type { Animation } from '#state/animation';
import type { FigureStore } from '#state/figure-store';
import type { Schema, Values } from '#state/schema';
import { abortReason } from './abort-reason';
import { encoderKind, type MotionEncoder } from './encoder';
import { estimateOf } from './estimate';
import { motionText } from './text';
import { MOST_FRAMES, schedule } from './timing';
import { whenDrawn } from './when-drawn';

const motionFormats: readonly string[] = ['mp4', 'webm', 'gif', 'frames'] satisfies MotionFormat[];

/** True for the formats of this folder. */
function isMotionFormat(format: string): format is MotionFormat {
  return motionFormats.includes(format);
}

/** The parameters that an animation changes. */
function movedKeys(animation: Animation, from: Values<Schema>): readonly string[] {
  return [...new Set([0, 0.5, 1].flatMap((share) => Object.keys(animation.at(share, from))))];
}

/** Whether something of it can move: not all that it changes is locked. */
function canMove(animation: Animation, store: FigureStore<Schema>): boolean {
  return movedKeys(animation, store.values()).some((key) => !store.locked.has(key));
}

/** The task, or the signal's reason as soon as it is aborted. */
function orAborted<T>(task: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return task;
  return new Promise((resolve, reject) => {
    const stop = () => reject(abortReason(signal));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** A figure that can be put to any share of the way and painted there; puts everything back at its end. */
interface Stage {
  readonly paint: (share: number) => Promise<HTMLCanvasElement>;
  readonly end: () => void;
}

async function openStage(
  source: ExportSource,
  request: ExportRequest,
  animation: Animation,
  signal: AbortSignal | undefined,
): Promise<Stage> {
  const { store, offers } = source.port;
  const preparing = offers.prepare?.(animation.id);
  const undo =
    preparing &&
    (await orAborted(preparing, signal).catch((error: unknown) => {
      // What is prepared after all is cleared away when it comes.
      preparing.then(
        (clear) => clear?.(),
        () => {},
      );
      throw error;
    }));
  const from = store.values();
  const keys = movedKeys(animation, from);
  const before = Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<Values<Schema>>;
  const set = (patch: Partial<Values<Schema>>) => {
    const last = store.values();
    store.change(patch);
    return store.values() !== last;
  };
  let painter: FramePainter | undefined;
  const end = () => {
    painter?.dispose();
    set(before);
    undo?.();
  };
  try {
    painter = await orAborted(createFramePainter(source, request), signal);
  } catch (error) {
    end();
    throw error;
  }
  const { paint } = painter;
  let painted: HTMLCanvasElement | undefined;
  return {
    end,
    async paint(share) {
      let isNew = false;
      const change = () => {
        isNew = set(animation.at(share, from));
        return isNew;
      };
      await whenDrawn(source.frame, change, signal);
      // A state that stays for some frames is painted once.
      if (isNew || !painted) painted = await orAborted(paint(), signal);
      return painted;
    },
  };
}

/** The pixels of a painted frame. */
function pixelsOf(canvas: HTMLCanvasElement): ImageData {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error(motionText.notDrawn);
  context.drawImage(canvas, 0, 0);
  return context.getImageData(0, 0, copy.width, copy.height);
}

/**
 * Renders a motion of a figure that is held still. The figure shows each frame in its turn and is afterwards as it was, also
 * when the signal is aborted: nothing of it becomes a step of undo or a link.
 * @throws Error of one sentence for people when it cannot be made; the signal's reason when it is aborted
 */
export async function renderAnimation(
  source: ExportSource,
  request: ExportRequest,
  { signal, onProgress }: ExportProgress = {},
): Promise<ExportedFile> {
  const { figure, port, link } = source;
  const { format, motion } = request;
  if (!motion || !isMotionFormat(format)) throw new Error(motionText.noMotion);
  const isMotion = [motion.seconds, motion.framesPerSecond].every((value) => value > 0 && value < 1e6);
  if (!isMotion) throw new Error(motionText.notNumbers);
  const animation = figure.animations.find(({ id }) => id === motion.animation);
  if (!animation) {
    const known = figure.animations.map(({ id }) => id);
    throw new Error(motionText.unknown(motion.animation, known.join(', ')));
  }
  signal?.throwIfAborted();
  if (!canMove(animation, port.store)) throw new Error(motionText.nothingMoves);
  const plan = schedule(motion, animation.loops ?? false);
  const count = plan.shares.length;
  if (count > MOST_FRAMES) throw new Error(motionText.tooManyFrames(count, MOST_FRAMES));
  const kind = await encoderKind(format);
  onProgress?.(0);
  // Video has no transparency.
  const transparent = request.background === 'transparent' && format !== 'mp4' && format !== 'webm';
  const painted: ExportRequest =
    request.background === 'transparent' && !transparent ? { ...request, background: 'paper' } : request;

  const stage = await openStage(source, painted, animation, signal);
  let encoder: MotionEncoder | undefined;
  try {
    const previews: ImageData[] = [];
    for (const share of kind.previews ?? []) previews.push(pixelsOf(await stage.paint(share)));
    const began = performance.now();
    for (const [k, share] of plan.shares.entries()) {
      const frame = await stage.paint(share);
      encoder ??= await kind.start(
        {
          width: frame.width,
          height: frame.height,
          schedule: plan,
          transparent,
          title: `${figure.title}: ${animation.title}`,
          link,
        },
        previews,
      );
      await orAborted(encoder.add(frame), signal);
      const elapsed = performance.now() - began;
      const written = encoder.written();
      onProgress?.((k + 1) / count, estimateOf({ count, painted: k + 1, elapsed, written }));
    }
    if (!encoder) throw new Error(motionText.noMotion);
    const bytes = await orAborted(encoder.finish(), signal);
    return { name: `${figure.id}-${animation.id}${kind.ending}`, type: kind.type, bytes };
  } catch (error) {
    await encoder?.cancel().catch(() => {});
    throw error;
  } finally {
    stage.end();
  }
}
