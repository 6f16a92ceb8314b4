/** Mathematical symbols in running text and labels, each in its own colour. */
import type { ReactNode } from 'react';

const symbols = {
  epsilon: { letter: 'ε' },
  w: { letter: 'w' },
  wi: { letter: 'w', subscript: 'i', colour: 'neuron-i', bold: false },
  wj: { letter: 'w', subscript: 'j', colour: 'neuron-j', bold: false },
  w0: { letter: 'w', subscript: '0', colour: 'w' },
  delta: { letter: 'Δ', upright: true },
  delta0: { letter: 'Δ', subscript: '0', colour: 'delta', upright: true },
  a: { letter: 'a' },
  ai: { letter: 'a', subscript: 'i', colour: 'neuron-i' },
  aj: { letter: 'a', subscript: 'j', colour: 'neuron-j' },
  c: { letter: 'c' },
  sigma: { letter: 'σ', colour: 'ink' },
  gamma: { letter: 'γ', colour: 'ink' },
  alpha: { letter: 'α', colour: 'ink' },
  s: { letter: 's', colour: 'ink' },
  eta: { letter: 'η', colour: 'ink' },
  t: { letter: 't', colour: 'epsilon' },
  x1: { letter: 'x', subscript: '1', colour: 'ink' },
  x2: { letter: 'x', subscript: '2', colour: 'ink' },
} as const;

export type SymbolName = keyof typeof symbols;

/** One symbol. */
export function Sym({ name }: { readonly name: SymbolName }) {
  const entry: { letter: string; subscript?: string; colour?: string; upright?: boolean } = symbols[name];
  const colour = entry.colour ?? name;
  return (
    <span
      className={entry.upright ? 'symbol symbol-upright' : 'symbol'}
      style={{ color: `var(--${colour})` }}
    >
      {entry.letter}
      {entry.subscript && (
        <sub className={/\d/.test(entry.subscript) ? 'upright' : undefined}>{entry.subscript}</sub>
      )}
    </span>
  );
}

/** A row of symbols and text that does not break. */
export function Formula({ children }: { readonly children: ReactNode }) {
  return <span className="formula">{children}</span>;
}
