/**
 * Brings an SVG element to what JSX says, in place: React draws a plot once, and `patch` follows a slider without passing
 * through React. The JSX is of SVG elements, fragments and functions without hooks.
 */
import { Fragment, isValidElement, type ReactNode } from 'react';
import { SVG } from '#ui/svg';

type Attributes = Readonly<Record<string, string | number | null | undefined>>;
interface Wanted {
  readonly type: string;
  readonly props: Attributes & { readonly children?: ReactNode };
}

/** Attributes as they were set last. */
const shown = new WeakMap<Element, Attributes>();
const written = new Set(['viewBox', 'preserveAspectRatio', 'clipPathUnits']);

/** Elements and runs of text, in the order in which they stand. */
function flatten(node: ReactNode, into: (Wanted | string)[] = []): (Wanted | string)[] {
  if (Array.isArray(node)) for (const one of node) flatten(one as ReactNode, into);
  else if (typeof node === 'string' || typeof node === 'number') {
    const before = into.at(-1);
    if (typeof before === 'string') into[into.length - 1] = before + node;
    else into.push(String(node));
  } else if (isValidElement<Wanted['props']>(node)) {
    const { type, props } = node;
    if (typeof type === 'string') into.push({ type, props });
    else if (type === Fragment) flatten(props.children, into);
    else flatten((type as (props: Attributes) => ReactNode)(props), into);
  }
  return into;
}

function attributeName(prop: string): string {
  if (prop === 'className') return 'class';
  return written.has(prop) ? prop : prop.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function setProps(element: Element, props: Attributes): void {
  const before = shown.get(element) ?? {};
  shown.set(element, props);
  for (const name of new Set([...Object.keys(before), ...Object.keys(props)])) {
    if (name === 'children' || before[name] === props[name]) continue;
    const value = props[name];
    if (value === undefined || value === null) element.removeAttribute(attributeName(name));
    else element.setAttribute(attributeName(name), String(value));
  }
}

/** Makes the children of an element those that the content says; what is there already stays, with other attributes. */
export function patch(parent: Element, content: ReactNode): void {
  const wanted = flatten(content);
  wanted.forEach((one, k) => {
    const found = parent.childNodes[k];
    if (typeof one === 'string') {
      if (found instanceof Text) {
        if (found.data !== one) found.data = one;
      } else if (found) found.replaceWith(one);
      else parent.append(one);
      return;
    }
    const isSame = found instanceof Element && found.localName === one.type;
    const element = isSame ? found : document.createElementNS(SVG, one.type);
    if (!isSame && found) found.replaceWith(element);
    else if (!isSame) parent.append(element);
    setProps(element, one.props);
    patch(element, one.props.children);
  });
  while (parent.childNodes.length > wanted.length) parent.lastChild?.remove();
}
