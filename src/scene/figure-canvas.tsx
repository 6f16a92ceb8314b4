/** A WebGL canvas that draws only when asked, and keeps the figure alive through a lost context. */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { WebGLRenderer } from 'three';
import { renderLarge } from './render-large';
import { registerRenderer } from './renderers';
import { createSceneHost, type SceneHost } from './scene-host';
import { SceneHostContext } from './scene-object';

let isAvailable: boolean | undefined;

/** True when this browser gives us WebGL 2. It is tried once: a context takes a while to make. */
export function webglAvailable(): boolean {
  isAvailable ??= tryWebgl();
  return isAvailable;
}

function tryWebgl(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

let last: Promise<void> = Promise.resolve();

/** Runs tasks one after the other, each as a task of its own: the page can answer between them. */
function inTurn(task: () => void): void {
  last = last
    .then(() => new Promise<void>((resolve) => setTimeout(resolve, 0)))
    .then(task)
    .catch(reportError);
}

/** Above this, more pixels cost time and show nothing. */
const MOST_PIXEL_RATIO = 2;

interface FigureCanvasProps {
  /** What is in the scene; mounted once something can draw it. */
  readonly children: ReactNode;
  /** The context was lost; it often comes back. */
  readonly onLost: () => void;
  /** The context is back and the picture drawn again. */
  readonly onRestored: () => void;
}

/** Fills its parent with a canvas that renders the children, on demand. */
export function FigureCanvas({ children, onLost, onRestored }: FigureCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const [host, setHost] = useState<SceneHost>();
  const latest = useRef({ onLost, onRestored });
  latest.current = { onLost, onRestored };

  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const events = {
      lost: () => latest.current.onLost(),
      restored: () => latest.current.onRestored(),
    };
    // A canvas of its own for every mount: a used context cannot be had again from the same canvas.
    let end: (() => void) | undefined = () => {};
    inTurn(() => {
      if (end === undefined) return;
      const mounted = mountCanvas(element, events);
      end = mounted?.end ?? end;
      setHost(mounted?.host);
    });
    return () => {
      end?.();
      end = undefined;
    };
  }, []);

  return (
    <div className="figure-canvas" ref={place}>
      {host && <SceneHostContext value={host}>{children}</SceneHostContext>}
    </div>
  );
}

/** The renderer for a canvas; undefined where the card gives no context, though it gave one a moment ago. */
function createRenderer(canvas: HTMLCanvasElement): WebGLRenderer | undefined {
  try {
    return new WebGLRenderer({
      canvas,
      antialias: true,
      alpha: true,
      powerPreference: 'high-performance',
    });
  } catch {
    return undefined;
  }
}

interface CanvasEvents {
  readonly lost: () => void;
  readonly restored: () => void;
}

/** Puts a canvas with a scene into an element, as large as it; undefined when it cannot be drawn on. */
function mountCanvas(element: HTMLElement, events: CanvasEvents) {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  const renderer = createRenderer(canvas);
  if (!renderer) {
    events.lost();
    return undefined;
  }
  element.append(canvas);
  const host = createSceneHost(renderer);
  // Whole pixels: a canvas shown at a fraction of one is resampled, and blurred.
  const fitCanvas = () => {
    const { width, height } = element.getBoundingClientRect();
    host.resize(
      { width: Math.max(1, Math.floor(width)), height: Math.max(1, Math.floor(height)) },
      Math.min(window.devicePixelRatio, MOST_PIXEL_RATIO),
    );
  };
  fitCanvas();
  const forget = registerRenderer(canvas, {
    render: (large, take, limit) => {
      renderLarge({ renderer, scene: host.scene, camera: host.camera }, large, take, limit);
    },
    update: host.draw,
  });
  const resize = new ResizeObserver(fitCanvas);
  resize.observe(element);
  const lost = (event: Event) => {
    event.preventDefault();
    events.lost();
  };
  const restored = () => {
    host.invalidate();
    events.restored();
  };
  canvas.addEventListener('webglcontextlost', lost);
  canvas.addEventListener('webglcontextrestored', restored);
  const end = () => {
    forget();
    resize.disconnect();
    canvas.removeEventListener('webglcontextlost', lost);
    canvas.removeEventListener('webglcontextrestored', restored);
    host.dispose();
    canvas.remove();
  };
  return { host, end };
}
