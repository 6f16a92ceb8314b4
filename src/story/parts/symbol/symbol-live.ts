/**
 * Linked symbols: pointing at one, focusing or tapping it, shows what it means and what it is now, and marks it wherever
 * it stands near: in the text, in formulas and in the figures.
 */

import { readableText, vectorText } from '#state/number-text';
import type { Value } from '#state/schema';
import type { LiveScene, LiveScenes } from '#story/parts/scene/live-scenes';
import type { Explained } from '#story/parts/tooltip-live';
import type { Words } from '#story/text/words';
import { isSymbol, type SymbolName, symbols } from '#ui/symbols';

/** Which parameter of a figure a symbol is. */
const parameters: Readonly<Record<string, Partial<Readonly<Record<SymbolName, string>>>>> = {
  pair: { epsilon: 'eps', a: 'a', c: 'c', w: 'w', w0: 'bias', sigma: 'act', delta: 'dir', delta0: 'dbias' },
  triple: { epsilon: 'eps', sigma: 'act' },
  duo: { epsilon: 'eps' },
  landscape: { gamma: 'gamma', eta: 'rate', s: 'along', sigma: 'act' },
  ride: { eta: 'eta', sigma: 'act' },
  toy: { gamma: 'gamma', alpha: 'alpha', w: 'w', eta: 'eta' },
};

/** What a figure computes of symbols that are none of its parameters: by the names of its read-outs. */
const readouts: Readonly<Record<string, Partial<Readonly<Record<SymbolName, string>>>>> = {
  landscape: { epsilon: 'ball-epsilon', loss: 'ball-loss' },
  ride: { epsilon: 'position', c: 'ride-c', lambda: 'ride-largestEigenvalue', h: 'end-h' },
};

/** What a figure states for a symbol, where it has computed it. */
function statedIn({ figure, place }: LiveScene, name: SymbolName): string | undefined {
  const readout = readouts[figure]?.[name];
  const value = readout && place.querySelector<HTMLElement>(`[data-readout="${readout}"]`)?.dataset.value;
  return value ? valueText(Number(value)) : undefined;
}

function valueText(value: Value | undefined, unit = ''): string | undefined {
  if (typeof value === 'number') return `${readableText(value)}${unit}`;
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? vectorText(value.map((entry: number) => readableText(entry))) : undefined;
}

/** What a symbol is now in a figure. */
function valueIn(figure: LiveScene, name: SymbolName): string | undefined {
  const key = parameters[figure.figure]?.[name];
  const parameter = key === undefined ? undefined : figure.store.schema[key];
  if (key === undefined || !parameter) return statedIn(figure, name);
  return valueText(figure.store.values()[key], parameter.kind === 'number' ? parameter.unit : '');
}

/** The figure that the text around an element speaks of. */
function figureNear(element: Element, scenes: LiveScenes): LiveScene | undefined {
  const scene = element.closest<HTMLElement>('[data-scene], .opening');
  const name = scene?.dataset.scene ?? (scene ? 'duo' : undefined);
  if (name !== undefined) return scenes.find(name);
  const inside = element.closest('[data-chapter]')?.querySelector<HTMLElement>('[data-place]');
  return inside?.dataset.place === undefined ? undefined : scenes.find(inside.dataset.place);
}

/** Where a symbol of the text stands, and those that are lit with it. */
function light(article: HTMLElement, element: HTMLElement, name: SymbolName): readonly Element[] {
  const near = element.closest('[data-chapter], .opening') ?? article;
  const lit = [...near.querySelectorAll(`[data-symbol="${name}"]`)];
  for (const one of lit) one.setAttribute('data-lit', '');
  return lit;
}

function textIn(tag: 'b' | 'span' | 'sub', text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/**
 * The pieces of an article in which a symbol is a stop of the Tab key once: it stands in each many times. What can be folded
 * away is a piece by itself.
 */
const STRETCH = '[data-scene], [data-chapter], .opening, details, .predict-why';

/** What stands beside the symbols in the list of all says more than a box would. */
const LIST = '.symbol-list';

/** Makes the symbols of the text reachable: by Tab where each comes first, by a tap everywhere. */
function makeReachable(article: HTMLElement): void {
  const met = new Map<Element | null, Set<string>>();
  for (const key of article.querySelectorAll<HTMLElement>('[data-key]')) {
    if (key.closest(LIST)) continue;
    const stretch = key.closest(STRETCH);
    const names = met.get(stretch) ?? new Set<string>();
    const name = key.dataset.symbol ?? '';
    const isFirst = !names.has(name);
    key.tabIndex = isFirst ? 0 : -1;
    // Elsewhere it is read as a letter: a button at every one would make a text unbearable to hear.
    if (isFirst) key.setAttribute('role', 'button');
    met.set(stretch, names.add(name));
  }
}

/** The symbols of an article, to be explained in the box. */
export function explainSymbols(article: HTMLElement, scenes: LiveScenes, words: Words): Explained {
  makeReachable(article);
  return {
    selector: '[data-symbol]',
    fill(element, box) {
      const name = element.dataset.symbol;
      if (!isSymbol(name)) return undefined;
      const lit = light(article, element, name);
      const { letter, subscript = '', colour } = symbols[name];
      const head = textIn('b', letter, 'symbol-box-letter');
      head.style.color = `var(--${colour})`;
      head.append(textIn('sub', subscript));
      const now = textIn('span', '', 'symbol-box-now');
      box.replaceChildren(head, textIn('span', words.symbols[name]), now);
      const figure = figureNear(element, scenes);
      const update = () => {
        const value = figure && valueIn(figure, name);
        now.textContent = value === undefined ? '' : words.now(value);
      };
      update();
      const unfollow = figure?.store.api.subscribe(update);
      return () => {
        unfollow?.();
        for (const one of lit) one.removeAttribute('data-lit');
      };
    },
  };
}
