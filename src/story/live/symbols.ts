/**
 * Linked symbols: pointing at one, focusing or tapping it, shows what it means and what it is now, and marks it wherever
 * it stands near: in the text, in formulas and in the figures.
 */
import { readableText } from '#state/number-text';
import type { Value } from '#state/schema';
import type { Words } from '#story/text/words';
import { isSymbol, type SymbolName, symbols } from '#ui/symbols';
import type { Stage, StagedFigure } from './stage';

/** Which parameter of a figure a symbol is. */
const parameters: Readonly<Record<string, Partial<Readonly<Record<SymbolName, string>>>>> = {
  pair: { epsilon: 'eps', a: 'a', c: 'c', w: 'w', w0: 'bias', sigma: 'act', delta: 'dir', delta0: 'dbias' },
  duo: { epsilon: 'eps' },
  landscape: { gamma: 'gamma', eta: 'rate', s: 'along', sigma: 'act' },
  ride: { epsilon: 'goal', eta: 'eta', sigma: 'act' },
  toy: { gamma: 'gamma', alpha: 'alpha', w: 'w', eta: 'eta' },
};

/** Milliseconds that the pointer rests on a symbol before it is explained. */
const REST = 120;

function valueText(value: Value | undefined, unit = ''): string | undefined {
  if (typeof value === 'number') return `${readableText(value)}${unit}`;
  if (typeof value === 'string') return value;
  return Array.isArray(value)
    ? `(${value.map((entry: number) => readableText(entry)).join(', ')})`
    : undefined;
}

/** What a symbol is now in a figure. */
function valueIn(figure: StagedFigure, name: SymbolName): string | undefined {
  const key = parameters[figure.figure]?.[name];
  const parameter = key === undefined ? undefined : figure.store.schema[key];
  if (key === undefined || !parameter) return undefined;
  return valueText(figure.store.values()[key] as Value, parameter.kind === 'number' ? parameter.unit : '');
}

/** The figure that the text around an element speaks of. */
function figureNear(element: Element, stage: Stage): StagedFigure | undefined {
  const scene = element.closest<HTMLElement>('[data-scene], .opening');
  const name = scene?.dataset.scene ?? (scene ? 'duo' : undefined);
  if (name !== undefined) return stage.find(name);
  const inside = element.closest('[data-chapter]')?.querySelector<HTMLElement>('[data-place]');
  return inside?.dataset.place === undefined ? undefined : stage.find(inside.dataset.place);
}

/** Makes the symbols of an article answer. */
export function startSymbols(article: HTMLElement, stage: Stage, words: Words): void {
  const box = document.createElement('div');
  box.className = 'symbol-box';
  box.id = 'symbol-box';
  box.setAttribute('role', 'tooltip');
  box.hidden = true;
  document.body.append(box);
  let lit: Element[] = [];
  let shown: HTMLElement | undefined;
  let unfollow = () => {};
  let timer: number | undefined;

  const hide = () => {
    window.clearTimeout(timer);
    for (const element of lit) element.removeAttribute('data-lit');
    lit = [];
    shown?.removeAttribute('aria-describedby');
    shown = undefined;
    box.hidden = true;
    unfollow();
    unfollow = () => {};
  };
  const show = (element: HTMLElement) => {
    const name = element.dataset.symbol;
    if (element === shown || !isSymbol(name)) return;
    hide();
    shown = element;
    const near = element.closest('[data-chapter], .opening') ?? article;
    lit = [...near.querySelectorAll(`[data-symbol="${name}"]`)];
    for (const one of lit) one.setAttribute('data-lit', '');
    const { letter, subscript = '', colour } = symbols[name];
    const head = document.createElement('b');
    head.className = 'symbol-box-letter';
    head.style.color = `var(--${colour})`;
    head.textContent = letter;
    const sub = document.createElement('sub');
    sub.textContent = subscript;
    head.append(sub);
    const meaning = document.createElement('span');
    meaning.textContent = words.symbols[name];
    const now = document.createElement('span');
    now.className = 'symbol-box-now';
    box.replaceChildren(head, meaning, now);
    const figure = figureNear(element, stage);
    const update = () => {
      const value = figure && valueIn(figure, name);
      now.textContent = value === undefined ? '' : words.now(value);
    };
    update();
    if (figure) unfollow = figure.store.api.subscribe(update);
    box.hidden = false;
    element.setAttribute('aria-describedby', box.id);
    const at = element.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const left = Math.min(window.innerWidth - width - 8, Math.max(8, at.left + at.width / 2 - width / 2));
    const above = at.top - height - 8;
    box.style.transform = `translate(${left}px, ${above > 8 ? above : at.bottom + 8}px)`;
  };
  const symbolOf = (event: Event) =>
    (event.target as Element).closest<HTMLElement>('#article [data-symbol]') ?? undefined;

  for (const key of article.querySelectorAll<HTMLElement>('[data-key]')) {
    key.tabIndex = 0;
    key.setAttribute('role', 'button');
  }
  article.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const element = symbolOf(event);
    window.clearTimeout(timer);
    if (!element) {
      if (document.activeElement !== shown) hide();
      return;
    }
    timer = window.setTimeout(() => show(element), REST);
  });
  article.addEventListener('focusin', (event) => {
    const element = symbolOf(event);
    if (element?.hasAttribute('data-key')) show(element);
    else hide();
  });
  article.addEventListener('click', (event) => {
    const element = symbolOf(event);
    if (element && element !== shown) show(element);
    else if (!element) hide();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  window.addEventListener('scroll', () => shown && document.activeElement !== shown && hide(), {
    passive: true,
  });
}
