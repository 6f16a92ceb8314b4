/**
 * A WebGL canvas with a React Three Fiber scene, which draws only when asked, and keeps the figure alive through a lost
 * context.
 */
import { createRoot, type ReconcilerRoot } from '@react-three/fiber';
import { FiberProvider, useContextBridge } from 'its-fine';
import { Component, type ReactNode, StrictMode, useLayoutEffect, useRef, useState } from 'react';
import './elements';
import { noteCard, restoreQuality, smoothing } from './quality';
import { renderLarge } from './render-large';
import { registerRenderer } from './renderers';

let isAvailable: boolean | undefined;

/** True when this browser gives us WebGL 2. It is tried once: a context takes a while to make. */
export function webglAvailable(): boolean {
  isAvailable ??= tryWebgl();
  return isAvailable;
}

function tryWebgl(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    if (context === null) return false;
    noteCard(context);
    context.getExtension('WEBGL_lose_context')?.loseContext();
    return true;
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

interface FigureCanvasProps {
  /** What is in the scene; mounted once something can draw it. */
  readonly children: ReactNode;
  /** The context was lost; it often comes back. */
  readonly onLost: () => void;
  /** The context is back and the picture drawn again. */
  readonly onRestored: () => void;
}

/** Fills its parent with a canvas that renders the children, on demand. What they throw is thrown here. */
export function FigureCanvas(props: FigureCanvasProps) {
  return (
    <FiberProvider>
      <CanvasRoot {...props} />
    </FiberProvider>
  );
}

function CanvasRoot({ children, onLost, onRestored }: FigureCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ReconcilerRoot<HTMLCanvasElement>>();
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  const ContextBridge = useContextBridge();
  const latest = useRef({ onLost, onRestored });
  latest.current = { onLost, onRestored };
  if (failure) throw failure.error;

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
      setRoot(mounted?.root);
    });
    return () => {
      end?.();
      end = undefined;
      setRoot(undefined);
    };
  }, []);
  useLayoutEffect(() => {
    root?.render(
      <StrictMode>
        <ContextBridge>
          <Errors onError={(error) => setFailure({ error })}>{children}</Errors>
        </ContextBridge>
      </StrictMode>,
    );
  });

  return <div className="figure-canvas" ref={place} />;
}

interface ErrorsProps {
  readonly children: ReactNode;
  readonly onError: (error: unknown) => void;
}

/** Hands errors of the scene's own React tree to the page's. */
class Errors extends Component<ErrorsProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error);
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

interface CanvasEvents {
  readonly lost: () => void;
  readonly restored: () => void;
}

/** Whole pixels: a canvas shown at a fraction of one is resampled, and blurred. */
function wholeSize(element: HTMLElement) {
  const { width, height } = element.getBoundingClientRect();
  return { width: Math.max(1, Math.floor(width)), height: Math.max(1, Math.floor(height)) };
}

/** Puts a canvas with an empty scene into an element, as large as it; undefined when it cannot be drawn on. */
function mountCanvas(element: HTMLElement, events: CanvasEvents) {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  element.append(canvas);
  const root = createRoot(canvas);
  root
    .configure({
      flat: true,
      frameloop: 'demand',
      ...smoothing(),
      size: { ...wholeSize(element), top: 0, left: 0 },
    })
    .catch(() => {});
  if (root.ready.status !== 'fulfilled') {
    // The card gives no context, though it gave one a moment ago.
    root.unmount();
    canvas.remove();
    events.lost();
    return undefined;
  }
  const store = root.render(null);
  const forget = registerRenderer(canvas, {
    render(large, take, limit) {
      const { gl: renderer, scene, camera } = store.getState();
      renderLarge({ renderer, scene, camera }, large, take, limit);
    },
    update() {
      restoreQuality(store.getState());
      store.getState().advance(performance.now(), false);
    },
  });
  const resize = new ResizeObserver(() => {
    const { width, height } = wholeSize(element);
    const { size, setSize, invalidate } = store.getState();
    if (width !== size.width || height !== size.height) setSize(width, height);
    // Type may have grown where the canvas has not.
    else invalidate();
  });
  resize.observe(element);
  const lost = (event: Event) => {
    event.preventDefault();
    events.lost();
  };
  const restored = () => {
    store.getState().invalidate();
    events.restored();
  };
  canvas.addEventListener('webglcontextlost', lost);
  canvas.addEventListener('webglcontextrestored', restored);
  const end = () => {
    forget();
    resize.disconnect();
    canvas.removeEventListener('webglcontextlost', lost);
    canvas.removeEventListener('webglcontextrestored', restored);
    // Also gives the context back: browsers give a page few of them.
    root.unmount();
    canvas.remove();
  };
  return { root, end };
}
