/** Small helpers for SVG that is updated in place. */

export const SVG = 'http://www.w3.org/2000/svg';

/** The children of a group: as many as asked for, made when missing, removed when left over. */
export function pool<T extends SVGElement>(group: Element, name: string, count: number): T[] {
  while (group.childElementCount > count) group.lastElementChild?.remove();
  while (group.childElementCount < count) group.append(document.createElementNS(SVG, name));
  return [...group.children] as T[];
}
