/** The embed as it will be: the page itself in a frame of the chosen size, made smaller where there is less room. */
import { useEffect, useRef, useState } from 'react';
import type { ThemeChoice } from '#state/query';
import styles from './preview.module.css';
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

/** Share of the window's height that the preview takes where the choices are below it. */
const SHARE_OF_WINDOW = 0.42;
/** As in options-form.module.css: narrower windows have the choices below the preview. */
const STACKED = '(max-width: 60rem)';

/** Pixels that there are for the preview. */
function useRoom() {
  const element = useRef<HTMLElement>(null);
  const [room, setRoom] = useState({ width: 0, height: Number.POSITIVE_INFINITY });
  useEffect(() => {
    const place = element.current;
    if (!place) return;
    const measure = () => {
      const isStacked = window.matchMedia(STACKED).matches;
      setRoom({
        width: place.clientWidth,
        height: isStacked ? SHARE_OF_WINDOW * window.innerHeight : Number.POSITIVE_INFINITY,
      });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  return [element, room] as const;
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
  const [place, room] = useRoom();
  const stop = useRef<() => void>(undefined);
  const latest = useRef(onNeeded);
  // What is still shown of an earlier choice has nothing to say.
  latest.current = steady === address ? onNeeded : () => {};
  useEffect(() => () => stop.current?.(), []);
  const scheme = steady.includes('bg=transparent') ? 'normal' : theme;
  const scale = Math.min(1, room.width / size.width, room.height / size.height);
  return (
    <figure className={styles.preview} ref={place}>
      <div style={{ width: size.width * scale, height: size.height * scale }}>
        {room.width > 0 && (
          <iframe
            // A new frame for a new address: one that is sent elsewhere would be a step of the browser's Back.
            key={steady}
            title={text.preview.title}
            src={steady}
            width={size.width}
            height={size.height}
            // A frame is transparent only in the colour scheme of what is in it; a transparent document has none.
            style={{ transform: `scale(${scale})`, ...(scheme !== 'auto' && { colorScheme: scheme }) }}
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
