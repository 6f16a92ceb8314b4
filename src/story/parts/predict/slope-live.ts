/** A line through the middle of double logarithmic axes that the reader turns. */
import { fixedText } from '#state/number-text';
import type { Words } from '#story/text/words';
import { placeOf, valueAt } from './answer-plot-geometry';
import { followPointer, padIn, put, revealTruth, setAll } from './answer-plot-live';
import { mistakenSlope } from './likely-mistake-live';
import type { Question } from './question';

/** Where the handle is: this share of the way from the middle to the right. */
const HANDLE = 0.8;
/** The line is not turned from nearer to the middle than this share of the axis. */
const NEAREST = 0.04;

/** Digits after the point for numbers that are multiples of a step. */
function placesOf(step: number): number {
  return [0, 1, 2].find((places) => Math.abs(step - Number(step.toFixed(places))) < 1e-9) ?? 2;
}

/** The question of a pad. */
export function slopeOf(element: HTMLElement, form: HTMLFormElement, words: Words): Question | undefined {
  const pad = padIn(element);
  if (!pad) return undefined;
  const { svg, x, y } = pad;
  const text = words.predict.slope;
  const [min = -4, max = 4, step = 0.25] = (svg.dataset.limits ?? '').split(' ').map(Number);
  const truth = Number(svg.dataset.true);
  const middle = (x.from + x.to) / 2;
  const reach = (x.to - x.from) / 2;
  let slope = 0;
  let isTurned = false;

  const own = put(svg, 'g', { class: 'pad-own' });
  const line = put(own, 'path', {});
  put(own, 'circle', { class: 'pad-pivot', r: 3, cx: placeOf(x, middle), cy: placeOf(y, 0) });
  const handle = put(own, 'g', { class: 'pad-handle', role: 'slider', tabindex: 0 });
  put(handle, 'circle', { r: 15, class: 'pad-touch' });
  put(handle, 'circle', { r: 7 });
  const shownSlope = put(own, 'text', { class: 'pad-value', 'text-anchor': 'end' });
  const written = (value: number) => fixedText(value, Number.isInteger(value) ? 0 : placesOf(step));

  const show = () => {
    const end = (side: number) =>
      `${placeOf(x, middle + side * reach).toFixed(1)} ${placeOf(y, side * slope * reach).toFixed(1)}`;
    line.setAttribute('d', `M${end(-1)}L${end(1)}`);
    const hx = placeOf(x, middle + HANDLE * reach);
    const hy = placeOf(y, slope * HANDLE * reach);
    setAll(handle, {
      transform: `translate(${hx.toFixed(1)} ${hy.toFixed(1)})`,
      'aria-label': text.handle,
      'aria-orientation': 'vertical',
      'aria-valuemin': min,
      'aria-valuemax': max,
      'aria-valuenow': slope,
      'aria-valuetext': written(slope),
    });
    shownSlope.textContent = written(slope);
    // On the side of the handle where the line is not.
    setAll(shownSlope, { x: (hx - 10).toFixed(1), y: (hy + (slope < 0 ? 20 : -14)).toFixed(1) });
  };
  const turn = (to: number) => {
    slope = Math.min(max, Math.max(min, Math.round(to / step) * step)) + 0;
    isTurned = true;
    show();
  };
  const turnTo = (at: DOMPoint) => {
    const across = valueAt(x, at.x) - middle;
    if (Math.abs(across) > NEAREST * reach) turn(valueAt(y, at.y) / across);
  };
  followPointer(
    svg,
    (at) => {
      handle.focus({ preventScroll: true });
      turnTo(at);
    },
    turnTo,
  );
  // A finger that moves the handle up or down does not scroll the page; it does beside the handle.
  handle.addEventListener('touchstart', (event) => event.preventDefault(), { passive: false });
  handle.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = event.shiftKey ? 4 * step : step;
    const { key } = event;
    if (key === 'ArrowUp' || key === 'ArrowRight') turn(slope + by);
    else if (key === 'ArrowDown' || key === 'ArrowLeft') turn(slope - by);
    else if (key === 'Home') turn(min);
    else if (key === 'End') turn(max);
    else return;
    event.preventDefault();
  });
  show();

  return {
    nothing: text.turnFirst,
    shown: text.truePad,
    isSeen: false,
    given() {
      if (!isTurned) return undefined;
      const isRight = Math.abs(slope - truth) <= 0.6 * step;
      const { right, wrong } = words.predict;
      const said = `${isRight ? right : wrong} ${text.off(written(slope), fixedText(truth, 2))}`;
      const why = isRight ? undefined : mistakenSlope(form, slope);
      return { answer: String(slope), isRight, said, why };
    },
    reveal: () => revealTruth(pad, form, text),
  };
}
