/**
 * What a three-dimensional picture is drawn by: a renderer, a scene and a camera, and the rule when. A frame is drawn after
 * something changed, once however much did, and never otherwise. It knows nothing of React and of the page.
 */
import { type Object3D, PerspectiveCamera, Scene, type WebGLRenderer } from 'three';
import type { Size } from './view';

/** What of three's renderer is used. */
export type HostRenderer = Pick<
  WebGLRenderer,
  'render' | 'setSize' | 'setPixelRatio' | 'getPixelRatio' | 'dispose' | 'forceContextLoss'
>;

/** What those who prepare a frame are told. */
export interface SceneFrame {
  readonly camera: PerspectiveCamera;
  /** Of the canvas in pixels of the page. */
  readonly size: Size;
}

/** Prepares the scene for a frame, right before it is drawn. */
export type FrameListener = (frame: SceneFrame) => void;

/** A scene and what draws it. */
export interface SceneHost {
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
  /** Asks for one frame, the next that the browser paints; during a frame for one more. */
  readonly invalidate: () => void;
  /** Draws at once, in place of the frame that was asked for. */
  readonly draw: () => void;
  /** Has a frame prepared, after those who asked before; returns what ends that. */
  readonly onFrame: (listener: FrameListener) => () => void;
  /** Puts an object into the scene, and draws; returns what takes it out. The object stays its owner's. */
  readonly add: (object: Object3D) => () => void;
  /** Fits the canvas to a size in pixels of the page, and draws. */
  readonly resize: (size: Size, pixelRatio: number) => void;
  /** Frees the renderer and its context. Nothing is drawn afterwards, whoever asks. */
  readonly dispose: () => void;
}

/** A scene on a renderer, which it owns from now on. */
export function createSceneHost(renderer: HostRenderer): SceneHost {
  const scene = new Scene();
  const camera = new PerspectiveCamera();
  const listeners = new Set<FrameListener>();
  let size: Size = { width: 0, height: 0 };
  let asked: number | undefined;
  let ended = false;

  const draw = () => {
    if (ended) return;
    if (asked !== undefined) cancelAnimationFrame(asked);
    asked = undefined;
    for (const listener of [...listeners]) listener({ camera, size });
    renderer.render(scene, camera);
  };
  const invalidate = () => {
    if (!ended) asked ??= requestAnimationFrame(draw);
  };
  return {
    scene,
    camera,
    invalidate,
    draw,
    onFrame(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(object) {
      scene.add(object);
      invalidate();
      return () => {
        scene.remove(object);
        invalidate();
      };
    },
    resize(wanted, pixelRatio) {
      if (ended) return;
      if (renderer.getPixelRatio() !== pixelRatio) renderer.setPixelRatio(pixelRatio);
      if (wanted.width !== size.width || wanted.height !== size.height) {
        size = wanted;
        renderer.setSize(size.width, size.height);
      }
      invalidate();
    },
    dispose() {
      if (ended) return;
      ended = true;
      if (asked !== undefined) cancelAnimationFrame(asked);
      listeners.clear();
      scene.clear();
      renderer.dispose();
      // Browsers give a page few contexts, and keep one that is not lost until they collect its garbage.
      renderer.forceContextLoss();
    },
  };
}
