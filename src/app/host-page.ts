/** Connects an embedded figure with the host page: messages, reported height and errors, autoplay. */
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import type { FigureDefinition } from '#figures/figure';
import type { TakePicture } from '#host/answer-request';
import { type ConnectedFigure, createEmbedConnection, type EmbedConnection } from '#host/embed-connection';
import { createHeightReporter } from '#host/height-reporter';
import type { ErrorCode } from '#host/protocol';
import { prefersReducedMotion } from '#state/motion';
import type { QueryConfig } from '#state/query';
import type { FigurePort } from '#ui/figure-context';
import { whenSettled } from '#ui/settle';

export interface HostPage {
  /** Connects a mounted figure; returns a function that disconnects it. */
  readonly connect: (figure: FigureDefinition, port: FigurePort, takePicture?: TakePicture) => () => void;
}

interface VisibleError {
  readonly code: ErrorCode;
  readonly sentence: string;
}

const codes: readonly string[] = ['unknown-figure', 'unknown-preset', 'crashed'];

/** The errors that are shown to the reader inside an element. */
function visibleErrors(place: ParentNode): readonly VisibleError[] {
  const all = (selector: string) => [...place.querySelectorAll<HTMLElement>(selector)];
  const words = (element: HTMLElement) =>
    [...element.querySelectorAll('p, li')].map((part) => part.textContent).join(' ') ||
    (element.textContent ?? '');
  const errors = all('[data-error]').filter(({ dataset }) => codes.includes(dataset.error ?? ''));
  return [
    ...errors.map((one) => ({
      code: one.dataset.error as ErrorCode,
      sentence: (one.querySelector('p') ?? one).textContent ?? '',
    })),
    ...all('[data-notices]').map((one) => ({ code: 'link' as const, sentence: words(one) })),
    ...all('[data-status="failed"]').map((one) => ({ code: 'not-computed' as const, sentence: words(one) })),
  ];
}

/** Runs a task when an element enters the viewport. */
function whenSeen(element: Element, task: () => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    task();
  });
  observer.observe(element);
  return () => observer.disconnect();
}

/** Keeps the connection for the lifetime of the component. */
export function useHostPage(config: QueryConfig, place: RefObject<HTMLElement | null>): HostPage {
  const side = useRef<EmbedConnection>(undefined);
  const connected = useRef<{ readonly figure: ConnectedFigure; ready: boolean }>(undefined);
  const check = useRef<() => void>(() => {});

  // Before any figure is there to be connected.
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const { dataset } = document.documentElement;
    dataset.dropped = '0';
    const made = createEmbedConnection(window, {
      origin: config.origin,
      version: String(import.meta.env.SITE_VERSION),
      onDropped: (count) => {
        dataset.dropped = String(count);
      },
    });
    side.current = made;
    const reported = new Set<string>();
    check.current = () => {
      for (const { code, sentence } of visibleErrors(element)) {
        const key = `${code} ${sentence}`;
        if (reported.has(key) || sentence === '') continue;
        reported.add(key);
        made.announce('error', { code, sentence });
      }
      const now = connected.current;
      if (!now || now.ready || !element.querySelector('[data-figure][data-ready="true"]')) return;
      now.ready = true;
      now.figure.ready();
      measure();
    };
    const reporter = createHeightReporter(made.reportHeight, {
      now: () => performance.now(),
      setTimeout: (task, milliseconds) => window.setTimeout(task, milliseconds),
      clearTimeout: (id) => window.clearTimeout(id),
    });
    // Before there is a figure or a card, the height is that of the placeholder.
    const isThere = () => element.querySelector('[data-ready="true"], [data-error]') !== null;
    const measure = () => {
      if (config.controls === 'full' && isThere()) reporter.note(element.getBoundingClientRect().height);
    };
    const mutations = new MutationObserver(() => check.current());
    mutations.observe(element, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['data-ready', 'data-error', 'data-status', 'data-notices'],
    });
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    check.current();
    return () => {
      mutations.disconnect();
      sizes.disconnect();
      reporter.dispose();
      made.dispose();
      side.current = undefined;
    };
  }, [config, place]);

  const connect = useCallback(
    (figure: FigureDefinition, port: FigurePort, takePicture?: TakePicture) => {
      const mine = side.current?.connect(figure, port, takePicture);
      const element = place.current;
      if (!mine || !element) return () => {};
      connected.current = { figure: mine, ready: false };
      check.current();
      const isStill = prefersReducedMotion();
      let isHere = true;
      const stopWaiting =
        config.autoplay && !isStill
          ? whenSeen(element, () => {
              void whenSettled(element).then(({ phase }) => {
                // A figure without a player or animation rejects.
                if (phase === 'ready' && isHere) void mine.playback.play().catch(() => {});
              });
            })
          : () => {};
      return () => {
        isHere = false;
        stopWaiting();
        mine.end();
        connected.current = undefined;
      };
    },
    [config, place],
  );
  return { connect };
}
