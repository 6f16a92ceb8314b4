/** What pads have in common: their axes, and where the pointer is on them. */

import { SVG } from '#ui/svg';
import { PAD, type PadAxis } from './answer-plot-geometry';

export interface LivePad {
  readonly svg: SVGSVGElement;
  readonly x: PadAxis;
  readonly y: PadAxis;
}

function axisOf(text = ''): PadAxis {
  const [from = 0, to = 1] = text.split(' ').map(Number);
  return { from, to };
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

/** Where a pointer is, in units of the pad. */
function placeOf(svg: SVGSVGElement, { clientX, clientY }: MouseEvent): DOMPoint {
  return new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());
}

/** Follows a pointer that goes down on the pad until it is lifted. */
export function followPointer(
  svg: SVGSVGElement,
  begin: (at: DOMPoint, event: PointerEvent) => void,
  move: (at: DOMPoint) => void,
): void {
  let pointer: number | undefined;
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || pointer !== undefined) return;
    pointer = event.pointerId;
    svg.setPointerCapture(pointer);
    // No text is selected along the way.
    event.preventDefault();
    begin(placeOf(svg, event), event);
  });
  svg.addEventListener('pointermove', (event) => {
    if (event.pointerId !== pointer) return;
    // Browsers gather moves between frames; each of them is on the way.
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length > 0 ? all : [event]) move(placeOf(svg, one));
  });
  svg.addEventListener('lostpointercapture', () => {
    pointer = undefined;
  });
}

/** Draws what the answer shows of the truth over what the reader has drawn, and says which is which. */
export function revealTruth(
  { svg }: LivePad,
  form: Element,
  words: { readonly yours: string; readonly truth: string },
): void {
  if (svg.querySelector('.pad-truth')) return;
  const truth = form.querySelector('.pad-answer .pad-truth');
  const own = svg.querySelector('.pad-own');
  if (!truth || !own) return;
  svg.insertBefore(truth.cloneNode(true), own);
  const label = put(svg, 'text', { class: 'pad-which', x: PAD.width - PAD.right, y: PAD.top - 12 });
  const mine = put(label, 'tspan', { class: 'pad-mine' });
  mine.textContent = `– –  ${words.yours}`;
  const known = put(label, 'tspan', { class: truth.getAttribute('class') ?? '', dx: 14 });
  known.textContent = `—  ${words.truth}`;
}
