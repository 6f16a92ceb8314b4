/** Numbers of a figure in running text: they follow it, and can be dragged or moved by the arrow keys. */
import { numberText } from '#state/number-text';
import type { NumberParameter } from '#state/schema';
import { lastPosition, positionOf, stepPosition, valueAt } from '#state/slider-scale';
import type { LiveScene, LiveScenes } from '#story/parts/scene/live-scenes';
import type { Words } from '#story/text/words';

/** Pixels of dragging for the whole way of a slider. */
const WAY = 320;

const keys: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

function connect(element: HTMLElement, figure: LiveScene, key: string, words: Words): void {
  const parameter = figure.store.schema[key] as NumberParameter | undefined;
  if (parameter?.kind !== 'number') return;
  const { store } = figure;
  const last = lastPosition(parameter);
  const value = () => store.values()[key] as number;
  const shown = () => numberText(value());
  const update = () => {
    const text = `${shown()}${parameter.unit ?? ''}`;
    if (element.textContent === text) return;
    element.textContent = text;
    element.setAttribute('aria-valuenow', String(Math.round(positionOf(parameter, value()))));
    element.setAttribute('aria-valuetext', text);
  };
  element.tabIndex = 0;
  element.title = words.value.scrub;
  for (const [name, text] of Object.entries({
    role: 'slider',
    'aria-label': parameter.label,
    'aria-valuemin': '0',
    'aria-valuemax': String(last),
    'aria-valuenow': String(Math.round(positionOf(parameter, value()))),
    'aria-valuetext': shown(),
  })) {
    element.setAttribute(name, text);
  }
  update();
  store.api.subscribe(update);

  const go = (from: number, to: number) => {
    const position = Math.min(last, Math.max(0, stepPosition(parameter, from, to)));
    store.change({ [key]: valueAt(parameter, position) });
  };
  element.addEventListener('keydown', (event) => {
    const from = Math.round(positionOf(parameter, value()));
    const step = keys[event.key];
    if (step !== undefined) go(from, from + step);
    else if (event.key === 'Home') go(from, 0);
    else if (event.key === 'End') go(from, last);
    else return;
    event.preventDefault();
    figure.mount();
    store.commit();
  });
  keepSideways(element);
  element.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return;
    const before = store.values();
    const from = positionOf(parameter, before[key] as number);
    element.setPointerCapture(down.pointerId);
    figure.mount();
    const move = (event: PointerEvent) => {
      go(Math.round(from), Math.round(from + ((event.clientX - down.clientX) * last) / WAY));
    };
    // The browser took the gesture for scrolling: as if nothing had been.
    const cancel = () => store.change(before);
    const end = () => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointercancel', cancel);
      store.commit();
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointercancel', cancel);
    element.addEventListener('lostpointercapture', end, { once: true });
  });
}

/** A finger that goes sideways is not taken for scrolling; `touch-action` does not hold for what stands in a line. */
function keepSideways(element: HTMLElement): void {
  let start: Touch | undefined;
  let isSideways: boolean | undefined;
  element.addEventListener(
    'touchstart',
    ({ touches }) => {
      start = touches[0];
      isSideways = undefined;
    },
    { passive: true },
  );
  element.addEventListener(
    'touchmove',
    (event) => {
      const [now] = event.touches;
      if (!start || !now || event.touches.length > 1) return;
      isSideways ??= Math.abs(now.clientX - start.clientX) > Math.abs(now.clientY - start.clientY);
      if (isSideways && event.cancelable) event.preventDefault();
    },
    { passive: false },
  );
}

/** Makes the numbers of an article live, once the figures are there. */
export function startValues(article: HTMLElement, scenes: LiveScenes, words: Words): void {
  scenes.whenMounted(() => {
    for (const element of article.querySelectorAll<HTMLElement>('[data-value]')) {
      const [scene = '', key = ''] = (element.dataset.value ?? '').split('.');
      const figure = scenes.find(scene);
      if (figure) connect(element, figure, key, words);
    }
  });
}
