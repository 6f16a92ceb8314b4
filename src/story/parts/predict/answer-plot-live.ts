/** What pads have in common: their axes, and where the pointer is on them. */
import { DragGesture } from '@use-gesture/vanilla';
import { dragOptions, svgPoint } from '#ui/gestures';
import { SVG } from '#ui/svg';
import type { PadAxis } from './answer-plot-geometry';

export interface LivePad {
  readonly svg: SVGSVGElement;
  readonly x: PadAxis;
  readonly y: PadAxis;
}

function axisOf(text = ''): PadAxis {
  const [from = 0, to = 1, start = 0, end = 1] = text.split(' ').map(Number);
  return { from, to, start, end };
}

/** The pad in an element. */
export function padIn(element: HTMLElement): LivePad | undefined {
  const svg = element.querySelector<SVGSVGElement>('svg');
  if (!svg) return undefined;
  // Its sliders are not parts of a picture.
  svg.setAttribute('role', 'group');
  return { svg, x: axisOf(svg.dataset.x), y: axisOf(svg.dataset.y) };
}

/** An element on the pad. */
export function put<K extends keyof SVGElementTagNameMap>(
  parent: Element,
  name: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  setAll(element, attributes);
  parent.append(element);
  return element;
}

/** Sets several attributes. */
export function setAll(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** Follows a pointer that goes down on the pad until it is lifted. */
export function followPointer(
  svg: SVGSVGElement,
  begin: (at: DOMPoint) => void,
  move: (at: DOMPoint) => void,
): void {
  new DragGesture(
    svg,
    ({ first, last, event, xy }) => {
      if (first) {
        // No text is selected along the way.
        event.preventDefault();
        begin(svgPoint(svg, xy));
      } else if (!last) {
        // Browsers gather moves between frames; each of them is on the way.
        const all = event instanceof PointerEvent ? (event.getCoalescedEvents?.() ?? []) : [];
        const places = all.map(({ clientX, clientY }) => [clientX, clientY] as const);
        for (const place of places.length > 0 ? places : [xy]) move(svgPoint(svg, place));
      }
    },
    dragOptions,
  );
}

/** Draws what the answer shows of the truth over what the reader has drawn, and says which is which. */
export function revealTruth(
  { svg, x, y }: LivePad,
  form: Element,
  words: { readonly yours: string; readonly truth: string },
): void {
  if (svg.querySelector('.pad-truth')) return;
  const truth = form.querySelector('.pad-answer .pad-truth');
  const own = svg.querySelector('.pad-own');
  if (!truth || !own) return;
  svg.insertBefore(truth.cloneNode(true), own);
  const label = put(svg, 'text', { class: 'pad-which', x: x.end, y: y.end - 12 });
  const mine = put(label, 'tspan', { class: 'pad-mine' });
  mine.textContent = `– –  ${words.yours}`;
  const known = put(label, 'tspan', { class: truth.getAttribute('class') ?? '', dx: 14 });
  known.textContent = `—  ${words.truth}`;
}
