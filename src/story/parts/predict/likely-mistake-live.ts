/** The likely wrong answers of questions without options, and what is said to them. */
import { distanceOf, type Heights } from './answer-plot-geometry';

/** As a share of the range of the true curve: what is no nearer to a likely wrong curve is another one still. */
const SIMILAR = 0.15;

const numbers = (text = '') => text.split(' ').map(Number);

/** The element for the wrong curve that this one is nearest to. */
export function mistakenCurve(
  form: Element,
  drawn: Heights,
  truth: Heights,
): { readonly element: HTMLElement; readonly mean: number } | undefined {
  const range = Math.max(...truth) - Math.min(...truth);
  const [nearest] = [...form.querySelectorAll<HTMLElement>('.predict-mistake[data-heights]')]
    .map((element) => ({ element, mean: distanceOf(drawn, numbers(element.dataset.heights)).mean }))
    .sort((one, other) => one.mean - other.mean);
  return nearest && nearest.mean < SIMILAR * range ? nearest : undefined;
}

/** The element for the wrong slopes among which this one is. */
export function mistakenSlope(form: Element, slope: number): HTMLElement | undefined {
  return [...form.querySelectorAll<HTMLElement>('.predict-mistake[data-slopes]')].find(({ dataset }) => {
    const [from = 0, to = 0] = numbers(dataset.slopes);
    return from <= slope && slope <= to;
  });
}
