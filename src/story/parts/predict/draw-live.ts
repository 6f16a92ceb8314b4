/** A curve that the reader draws: with the pointer, or by moving its knots with the keys. */
import { fixedText } from '#state/number-text';
import type { Words } from '#story/text/words';
import { COLUMNS, columnValue, distanceOf, KNOT_EVERY, placeOf, valueAt } from './answer-plot-geometry';
import { followPointer, padIn, put, revealTruth, setAll } from './answer-plot-live';
import { mistakenCurve } from './likely-mistake-live';
import type { Question } from './question';

/** Shares of the range of the true curve, and of the width. */
const RIGHT_BELOW = 0.1;
const ENOUGH_DRAWN = 0.8;
/** Key presses for the whole height. */
const STEPS = 24;

/** The question of a pad. */
export function drawOf(element: HTMLElement, form: HTMLFormElement, words: Words): Question | undefined {
  const pad = padIn(element);
  if (!pad) return undefined;
  const { svg, x, y } = pad;
  const text = words.predict.draw;
  const truth = (svg.dataset.heights ?? '').split(' ').map(Number);
  const heights = Array.from({ length: COLUMNS + 1 }, () => Number.NaN);
  const clamp = (height: number) => Math.min(y.to, Math.max(y.from, height));
  const rest = clamp(0);
  const own = put(svg, 'g', { class: 'pad-own' });
  const path = put(own, 'path', {});
  const count = COLUMNS / KNOT_EVERY + 1;
  let current = (count - 1) / 2;

  const columnAt = (place: number) =>
    Math.min(COLUMNS, Math.max(0, Math.round(((valueAt(x, place) - x.from) / (x.to - x.from)) * COLUMNS)));
  const heightAt = (column: number) => {
    const height = heights[column] ?? Number.NaN;
    return Number.isNaN(height) ? rest : height;
  };

  const knots = Array.from({ length: count }, (_, k) => {
    const knot = put(own, 'g', { class: 'pad-knot', role: 'slider', 'data-knot': k });
    put(knot, 'circle', { r: 14, class: 'pad-touch' });
    put(knot, 'circle', { r: 4 });
    setAll(knot, {
      'aria-label': text.knot(fixedText(columnValue(x, k * KNOT_EVERY), 1)),
      'aria-orientation': 'vertical',
      'aria-valuemin': y.from,
      'aria-valuemax': y.to,
    });
    return knot;
  });

  const show = () => {
    let line = '';
    let pen = false;
    heights.forEach((height, k) => {
      if (!Number.isNaN(height)) {
        line += `${pen ? 'L' : 'M'}${placeOf(x, columnValue(x, k)).toFixed(1)} ${placeOf(y, height).toFixed(1)}`;
      }
      pen = !Number.isNaN(height);
    });
    path.setAttribute('d', line);
    knots.forEach((knot, k) => {
      const column = k * KNOT_EVERY;
      const height = heightAt(column);
      setAll(knot, {
        transform: `translate(${placeOf(x, columnValue(x, column)).toFixed(1)} ${placeOf(y, height).toFixed(1)})`,
        'aria-valuenow': height.toFixed(2),
        'aria-valuetext': fixedText(height, 1),
        // One stop of the Tab key for all of them.
        tabindex: k === current ? 0 : -1,
      });
    });
  };

  const drawn = new Set<number>();
  /** Columns from the last place of the pointer to this one. */
  let last: readonly [column: number, height: number] | undefined;
  const drawTo = ({ x: px, y: py }: DOMPoint) => {
    const column = columnAt(px);
    const height = clamp(valueAt(y, py));
    const [from, start] = last ?? [column, height];
    const way = Math.max(1, Math.abs(column - from));
    for (let k = 0; k <= way; k++) {
      const share = k / way;
      const at = Math.round(from + share * (column - from));
      heights[at] = start + share * (height - start);
      drawn.add(at);
    }
    // A finger does not reach the edges.
    for (let k = 0; k <= COLUMNS; k++) {
      const isBeyond = column < KNOT_EVERY ? k < column : column > COLUMNS - KNOT_EVERY && k > column;
      if (isBeyond && !drawn.has(k)) heights[k] = height;
    }
    last = [column, height];
    show();
  };
  followPointer(
    svg,
    (at) => {
      last = undefined;
      drawTo(at);
    },
    drawTo,
  );

  /** Raises a knot, and what is between it and its neighbours in proportion. */
  const raise = (knot: number, by: number) => {
    const middle = knot * KNOT_EVERY;
    const goal = clamp(heightAt(middle) + by) - heightAt(middle);
    for (let k = 0; k <= COLUMNS; k++) {
      const share = Math.max(0, 1 - Math.abs(k - middle) / KNOT_EVERY);
      heights[k] = clamp(heightAt(k) + share * goal);
      drawn.add(k);
    }
  };
  svg.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = ((y.to - y.from) / STEPS) * (event.shiftKey ? 4 : 1);
    const { key } = event;
    if (key === 'ArrowUp') raise(current, step);
    else if (key === 'ArrowDown') raise(current, -step);
    else if (key === 'ArrowLeft') current = Math.max(0, current - 1);
    else if (key === 'ArrowRight') current = Math.min(count - 1, current + 1);
    else if (key === 'Home') current = 0;
    else if (key === 'End') current = count - 1;
    else return;
    event.preventDefault();
    show();
    knots[current]?.focus();
  });
  // Not on the drawing: Chromium makes each part of one that listens for the focus a stop of the Tab key.
  element.addEventListener('focusin', (event) => {
    const found = knots.findIndex((knot) => knot.contains(event.target as Node));
    if (found < 0 || found === current) return;
    current = found;
    show();
  });
  show();

  return {
    nothing: text.drawFirst,
    shown: text.truePad,
    isSeen: false,
    given() {
      const { mean, share, drawn } = distanceOf(heights, truth);
      if (drawn < ENOUGH_DRAWN) return undefined;
      const answer = Array.from({ length: count }, (_, k) => heightAt(k * KNOT_EVERY).toFixed(2)).join(' ');
      const mistake = mistakenCurve(form, heights, truth);
      // Near to the true curve, and nearer than to any that is like it but wrong.
      const isRight = share < RIGHT_BELOW && !(mistake && mistake.mean < mean);
      const { right, wrong } = words.predict;
      const said = `${isRight ? right : wrong} ${text.off(share, fixedText(mean, 2))}`;
      return { answer, isRight, said, why: isRight ? undefined : mistake?.element };
    },
    reveal: () => revealTruth(pad, form, text),
  };
}
