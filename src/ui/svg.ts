/** Small helpers for SVG that is updated in place. */

export const SVG = 'http://www.w3.org/2000/svg';

const styles = new WeakMap<Element, string>();

/**
 * Sets a style by its text, where it differs. Unlike the attribute this is allowed also under a policy that forbids inline
 * styles.
 */
export function setStyle(element: Element, text: string): void {
  // Browsers write the text in their own way, so that it cannot be compared.
  if (styles.get(element) === text) return;
  styles.set(element, text);
  if ('style' in element) (element as SVGElement).style.cssText = text;
}

/** The children of a group: as many as asked for, made when missing, removed when left over. */
export function pool<T extends SVGElement>(group: Element, name: string, count: number): T[] {
  while (group.childElementCount > count) group.lastElementChild?.remove();
  while (group.childElementCount < count) group.append(document.createElementNS(SVG, name));
  return [...group.children] as T[];
}

/** Sets attributes and a style only where they differ: setting an equal one still costs layout. */
export function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'style') setStyle(element, value);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}
