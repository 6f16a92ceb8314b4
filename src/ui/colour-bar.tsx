/** The scale of colours in a legend: drawn as SVG, so that an export has it as the page does. */
import { useId } from 'react';
import type { ColourTable } from '#math/numerics/oklab';

const STOPS = 16;

/** The colours of a table from left to right. */
export function ColourBar({ table }: { readonly table: ColourTable }) {
  const id = useId();
  return (
    <svg className="legend-bar" aria-hidden="true">
      <linearGradient id={id}>
        {Array.from({ length: STOPS + 1 }, (_, k) => {
          const at = 4 * Math.round((255 * k) / STOPS);
          const colour = `rgb(${table[at]},${table[at + 1]},${table[at + 2]})`;
          // biome-ignore lint/suspicious/noArrayIndexKey: the stops never change places
          return <stop key={k} offset={k / STOPS} stopColor={colour} />;
        })}
      </linearGradient>
      <rect width="100%" height="100%" rx="2" fill={`url(#${id})`} />
    </svg>
  );
}
