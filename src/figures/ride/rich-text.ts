/** Sentences with symbols and powers of ten, typeset. */
import { wordNodes } from '#ui/live';
import type { SymbolName } from '#ui/symbols';

/** Splits a sentence into plain pieces and symbols (`a_i`, `a_j`, ε or epsilon). Pure. */
export function richPieces(sentence: string): readonly RichPiece[] {
  return sentence
    .split(/(a_[ij]|ε|\bepsilon\b)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const output = /^a_([ij])$/.exec(piece);
      if (output) return { kind: 'output', neuron: output[1] as 'i' | 'j' };
      if (piece === 'ε' || piece === 'epsilon') return { kind: 'epsilon' };
      return { kind: 'plain', text: piece };
    });
}

export type RichPiece =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'epsilon' }
  | { readonly kind: 'output'; readonly neuron: 'i' | 'j' };

function made<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text: string,
  colour?: string,
  symbol?: SymbolName,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  if (colour !== undefined) {
    element.className = 'symbol';
    element.style.color = `var(--${colour})`;
    if (symbol) element.dataset.symbol = symbol;
  }
  return element;
}

function nodesOf(piece: RichPiece): readonly (Node | string)[] {
  if (piece.kind === 'plain') return wordNodes(piece.text);
  if (piece.kind === 'epsilon') return [made('span', 'ε', 'epsilon', 'epsilon')];
  const symbol = made('span', 'a', `neuron-${piece.neuron}`, `a${piece.neuron}`);
  symbol.append(made('sub', piece.neuron));
  return [symbol];
}

/** Writes a sentence, if it is another one than there is. */
export function writeRich(element: HTMLElement, sentence: string): void {
  if (element.dataset.shown === sentence) return;
  element.dataset.shown = sentence;
  element.replaceChildren(...richPieces(sentence).flatMap(nodesOf));
}
