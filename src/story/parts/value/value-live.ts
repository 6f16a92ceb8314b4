/** Numbers of a figure in running text: they follow it, and can be dragged or moved by the arrow keys. */
import { createGesture, dragAction } from '@use-gesture/vanilla';
import { numberText } from '#state/number-text';
import type { NumberParameter, Schema, Values } from '#state/schema';
import { lastPosition, positionOf, stepPosition, valueAt } from '#state/slider-scale';
import type { LiveScene, LiveScenes } from '#story/parts/scene/live-scenes';
import type { Words } from '#story/text/words';
import { gestureOptions } from '#ui/gestures';

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

const makeDraggable = createGesture([dragAction]);

function connect(element: HTMLElement, figure: LiveScene, key: string, words: Words): void {
  const parameter = figure.store.schema[key] as NumberParameter | undefined;
  if (parameter?.kind !== 'number') return;
  const { store } = figure;
  const last = lastPosition(parameter);
  const value = () => store.values()[key] as number;
  const shown = () => numberText(Number(value().toPrecision(4)));
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
  let isSideways = false;
  makeDraggable(
    element,
    {
      onDrag({ first, last: isEnd, axis, event, movement, memo }): Values<Schema> | undefined {
        const before = first ? store.values() : (memo as Values<Schema> | undefined);
        isSideways = axis === 'x';
        if (!before) return undefined;
        const from = positionOf(parameter, before[key] as number);
        if (first) figure.mount();
        else if (!isEnd) go(Math.round(from), Math.round(from + (movement[0] * last) / WAY));
        else {
          // The browser took the gesture for scrolling: as if nothing had been.
          if (event.type === 'pointercancel') store.change(before);
          store.commit();
        }
        return before;
      },
      // `touch-action` does not hold for what stands in a line: a finger that goes sideways is not taken for scrolling.
      onTouchMove({ event }) {
        if (isSideways && event.cancelable) event.preventDefault();
      },
    },
    gestureOptions,
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
