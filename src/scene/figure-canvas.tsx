/**
 * A WebGL canvas that draws only when asked. It uses React Three Fiber's own root instead of `<Canvas>`, which would
 * bring all of three.js along, and keeps the figure alive through a lost context.
 */
import { createRoot, extend, type ReconcilerRoot, type RootState } from '@react-three/fiber';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { AmbientLight, DirectionalLight, Group, Mesh } from 'three';
import { renderLarge } from './render-large';
import { registerRenderer } from './renderers';

extend({ AmbientLight, DirectionalLight, Group, Mesh });

/** True when this browser gives us WebGL 2. */
export function webglAvailable(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

interface FigureCanvasProps {
  readonly children: ReactNode;
  /** Called with the renderer's state once the canvas can draw. */
  readonly onCreated?: (state: RootState) => void;
  /** The context was lost; it often comes back. */
  readonly onLost: () => void;
  /** The context is back and the picture drawn again. */
  readonly onRestored: () => void;
}

/** Fills its parent with a canvas that renders the children, on demand. */
export function FigureCanvas({ children, onCreated, onLost, onRestored }: FigureCanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const root = useRef<ReconcilerRoot<HTMLCanvasElement>>(undefined);
  const latest = useRef({ children, onCreated, onLost, onRestored });
  latest.current = { children, onCreated, onLost, onRestored };

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    // A canvas of its own for every mount: a used context cannot be had again from the same canvas.
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    element.append(canvas);
    const made = createRoot(canvas);
    let state: RootState | undefined;
    let forget = () => {};
    let ended = false;

    // Whole pixels: a canvas shown at a fraction of one is resampled, and blurred.
    const wholeSize = () => {
      const { width, height } = element.getBoundingClientRect();
      const size = { width: Math.max(1, Math.floor(width)), height: Math.max(1, Math.floor(height)) };
      canvas.style.width = `${size.width}px`;
      canvas.style.height = `${size.height}px`;
      return size;
    };
    const configure = async () => {
      const { width, height } = wholeSize();
      await made.configure({
        frameloop: 'demand',
        flat: true,
        dpr: Math.min(window.devicePixelRatio, 2),
        size: { width, height, top: 0, left: 0 },
        gl: { antialias: true, alpha: true, powerPreference: 'high-performance' },
        onCreated: (created) => {
          state = created;
          forget = registerRenderer(canvas, {
            render: (large, take, limit) => {
              const { gl: renderer, scene, camera } = created.get();
              renderLarge({ renderer, scene, camera }, large, take, limit);
            },
            update: () => created.get().advance(performance.now(), true),
          });
          latest.current.onCreated?.(created);
        },
      });
      if (ended) return;
      root.current = made;
      made.render(latest.current.children);
    };
    const resize = new ResizeObserver(() => {
      const { width, height } = wholeSize();
      state?.setSize(width, height);
    });
    const lost = (event: Event) => {
      event.preventDefault();
      latest.current.onLost();
    };
    const restored = () => {
      state?.invalidate();
      latest.current.onRestored();
    };
    canvas.addEventListener('webglcontextlost', lost);
    canvas.addEventListener('webglcontextrestored', restored);
    configure().then(() => {
      if (!ended) resize.observe(element);
    }, latest.current.onLost);
    return () => {
      ended = true;
      root.current = undefined;
      forget();
      resize.disconnect();
      canvas.removeEventListener('webglcontextlost', lost);
      canvas.removeEventListener('webglcontextrestored', restored);
      made.unmount();
      canvas.remove();
    };
  }, []);

  useEffect(() => {
    root.current?.render(children);
  }, [children]);

  return <div className="figure-canvas" ref={host} />;
}
