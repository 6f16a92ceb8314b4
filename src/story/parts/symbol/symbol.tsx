/** A symbol in running text; at run time it can be pointed at, focused and tapped (src/story/parts/symbol/symbol-live.ts). */
import { type SymbolName, symbols } from '#ui/symbols';

/** `<S of="epsilon" />` */
export function S({ of }: { readonly of: SymbolName }) {
  const { letter, subscript, colour, upright } = symbols[of];
  return (
    <span
      className={`symbol sym tex-${colour}${upright ? ' symbol-upright' : ''}`}
      data-symbol={of}
      data-key=""
    >
      {letter}
      {subscript && <sub className={/^[a-z]$/.test(subscript) ? undefined : 'upright'}>{subscript}</sub>}
    </span>
  );
}
