/**
 * Coarser pictures while something is dragged, where drawing is slow: software drawing takes a third of a second for a
 * picture with smooth edges. Whether it is slow is measured, so that on a fast card nothing is lowered.
 */
import { type RootState, useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import type { WebGLRenderer } from 'three';
import { yieldToPictures } from '#ui/pace';

/** Names that graphics cards made of software give themselves. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render/i;

/** Above this, more pixels cost time and show nothing. */
const MOST_PIXEL_RATIO = 2;

let isSoftware = false;

/** Learns from a first context who draws: the processor is slow until a picture shows that it is not. */
export function noteCard(gl: WebGL2RenderingContext): void {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  isSoftware = SOFTWARE.test(String(gl.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER)));
  if (isSoftware) slowPictures = ENOUGH;
}

/**
 * How edges are made smooth: by multisampling, which a context has for good, also in coarse pictures. Software takes less
 * time for twice as many pixels each side.
 */
export function smoothing() {
  return {
    gl: { antialias: !isSoftware },
    dpr: [isSoftware ? MOST_PIXEL_RATIO : 0, MOST_PIXEL_RATIO] as [number, number],
    performance: { min: isSoftware ? 0.4 * COARSE : COARSE, max: 1 },
  };
}

/** Pixels for each side of a pixel of a picture, where there is no multisampling. */
export function samplesOf(renderer: WebGLRenderer): number {
  return renderer.getContextAttributes().antialias ? 1 : 2;
}

/** Milliseconds that a picture takes beyond which dragging is not smooth. */
const SLOW = 45;
/** A picture this quick at full quality shows that the machine was only busy. */
const QUICK = 20;

/** Share of the pixels of each side while it is coarse. */
const COARSE = 0.5;
/** Milliseconds that it stays so after the last change, and after the end of the gesture. */
const PAUSE = 200;
const END = 60;

/** Slow pictures in a row before anything is lowered: the first one of a scene also waits for its shaders. */
const ENOUGH = 2;

/** Slow pictures in a row so far; all scenes of a page are drawn by one card. */
let slowPictures = 0;
let measuring = false;

/** Slow pictures in a row, after another one took so many milliseconds. */
export function slowAfter(before: number, milliseconds: number): number {
  if (milliseconds > SLOW) return before + 1;
  return milliseconds < QUICK ? 0 : before;
}

/** True while pictures are drawn coarser. */
export function isCoarse({ performance }: Pick<RootState, 'performance'>): boolean {
  return performance.current < performance.max;
}

/** Milliseconds between two looks at whether a picture is drawn. */
const LOOK = 4;

/**
 * Learns from the picture that is being drawn at full quality how long the card takes for it: at least until the last look
 * at which it was not finished. So a page that is busy itself, and looks late, does not make the card slow.
 */
function measure(gl: WebGL2RenderingContext): void {
  if (measuring) return;
  measuring = true;
  let start = 0;
  let unfinished = 0;
  const look = (fence: WebGLSync) => {
    const done = gl.isContextLost() || gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED;
    if (!done) {
      unfinished = performance.now();
      window.setTimeout(look, LOOK, fence);
      return;
    }
    gl.deleteSync(fence);
    measuring = false;
    slowPictures = slowAfter(slowPictures, unfinished - start);
  };
  // After the frame, when the picture's commands are given.
  window.setTimeout(() => {
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    start = performance.now();
    unfinished = start;
    if (fence) window.setTimeout(look, LOOK, fence);
    else measuring = false;
  }, 0);
}

/** Draws the next frame in the quality that holds, and learns from frames of full quality. Call it before each frame. */
export function prepareQuality(state: RootState): void {
  const { gl, viewport, performance } = state;
  const ratio = viewport.dpr * performance.current;
  if (gl.getPixelRatio() !== ratio) gl.setPixelRatio(ratio);
  const context = gl.getContext();
  if (!isCoarse(state) && 'fenceSync' in context) measure(context);
}

/** Milliseconds between two updates of what is laid out anew, over a picture that is drawn coarser. */
const PACE = 400;

/** Tells in each frame whether what has to be laid out is drawn: always at full quality, else now and then. */
export function createPace(): (state: RootState) => boolean {
  let last = 0;
  return (state) => {
    const now = performance.now();
    const due = !isCoarse(state) || now - last > PACE;
    if (due) last = now;
    return due;
  };
}

/** Has the next frame drawn at full quality. */
export function restoreQuality(state: RootState): void {
  if (!isCoarse(state)) return;
  state.set({ performance: { ...state.performance, current: state.performance.max } });
}

interface Gestures {
  readonly values: unknown;
  readonly commits: number;
}

/** A store of a figure, as far as gestures are seen in it: values change, and are committed at the end. */
export interface WatchedStore {
  readonly api: {
    subscribe(listener: (state: Gestures, before: Gestures) => void): () => void;
  };
}

/** Asks for a frame after each change of a figure's values, a coarser one where drawing is slow and a gesture lasts. */
export function useGestureFrames({ api }: WatchedStore): void {
  const get = useThree((state) => state.get);
  useEffect(
    () =>
      api.subscribe((state, before) => {
        const { performance } = get();
        const isEnd = state.commits !== before.commits;
        // A commit alone changes nothing to see.
        if (state.values === before.values && !(isEnd && isCoarse({ performance }))) return;
        if (slowPictures >= ENOUGH) {
          performance.debounce = isEnd ? END : PAUSE;
          yieldToPictures(performance.debounce);
          performance.regress();
        }
        if (state.values !== before.values) get().invalidate();
      }),
    [api, get],
  );
}
