/** Mathematical symbols in running text and labels, each in its own colour. */
import type { ReactNode } from 'react';
import { type SymbolName, symbols } from './symbols';

/** One symbol. */
export function Sym({ name }: { readonly name: SymbolName }) {
  const entry = symbols[name];
  return (
    <span
      className={entry.upright ? 'symbol symbol-upright' : 'symbol'}
      style={{ color: `var(--${entry.colour})` }}
      data-symbol={name}
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
