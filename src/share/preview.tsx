/** The embed as it will be: the page itself in a frame of the chosen size, made smaller where there is less room. */
import { useEffect, useRef, useState } from 'react';
import type { ThemeChoice } from '#state/query';
import type { Size } from './sizes';
import { text } from './text';

interface PreviewProps {
  readonly address: string;
  readonly size: Size;
  readonly theme: ThemeChoice;
  /** Told how many pixels of height the embedded page needs, whenever that changes. */
  readonly onNeeded: (height: number) => void;
}

/** Milliseconds without a change after which the frame is loaded anew. */
const PAUSE = 350;

/** The value once it has not changed for a while; the first one at once. */
function useSteady<T>(value: T): T {
  const [steady, setSteady] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSteady(value), PAUSE);
    return () => window.clearTimeout(timer);
  }, [value]);
  return steady;
}

/** Pixels of width that an element has. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const room = element.current;
    if (!room) return;
    const observer = new ResizeObserver(() => setWidth(room.clientWidth));
    observer.observe(room);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
}

/** Watches how high the page in a frame is once its figure is there. */
function watchHeight(frame: HTMLIFrameElement, onNeeded: (height: number) => void): () => void {
  const page = frame.contentDocument?.body;
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!page || !view) return () => {};
  const observer = new view.ResizeObserver(() => {
    // Until then it is as high as the frame lets it.
    if (page.querySelector('[data-figure]')) onNeeded(page.getBoundingClientRect().height);
  });
  observer.observe(page);
  return () => observer.disconnect();
}

/** The frame; there is only ever one. */
export function Preview({ address, size, theme, onNeeded }: PreviewProps) {
  const steady = useSteady(address);
  const [room, width] = useWidth();
  const stop = useRef<() => void>(undefined);
  const latest = useRef(onNeeded);
  // What is still shown of an earlier choice has nothing to say.
  latest.current = steady === address ? onNeeded : () => {};
  useEffect(() => () => stop.current?.(), []);
  const scale = Math.min(1, width / size.width);
  return (
    <figure className="share-preview">
      <div ref={room} style={{ height: size.height * scale }}>
        {width > 0 && (
          <iframe
            // A new frame for a new address: one that is sent elsewhere would be a step of the browser's Back.
            key={steady}
            title={text.preview.title}
            src={steady}
            width={size.width}
            height={size.height}
            // A frame is transparent only in the colour scheme of what is in it.
            style={{ transform: `scale(${scale})`, ...(theme !== 'auto' && { colorScheme: theme }) }}
            data-preview={steady === address ? 'current' : 'changing'}
            onLoad={(event) => {
              stop.current?.();
              stop.current = watchHeight(event.currentTarget, (height) => latest.current(height));
            }}
          />
        )}
      </div>
      <figcaption>{text.preview.size(size.width, size.height, Math.round(100 * scale))}</figcaption>
    </figure>
  );
}
