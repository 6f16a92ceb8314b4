/** The sliders of the weights: strengths α, directions ω, and w. */
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import { parameterHandle } from '#ui/handle';
import { NumberControl } from '#ui/number-control';
import { Formula, Sym } from '#ui/symbol';
import type { Palette } from '#ui/theme';
import { Indexed } from './indexed';
import { type TripleSchema, tripleSchema } from './schema';
import { text } from './text';

const sliders = [
  { key: 'a0', name: 'α_0', colour: 'c', symbol: <Indexed letter="α" index={0} colour="c" /> },
  { key: 'a1', name: 'α_1', colour: 'a', symbol: <Indexed letter="α" index={1} colour="a" /> },
  { key: 'a2', name: 'α_2', colour: 'ink', symbol: <Indexed letter="α" index={2} /> },
  {
    key: 'dir',
    name: text.names.dir,
    colour: 'delta',
    symbol: (
      <>
        ∠
        <Indexed letter="ω" index={1} colour="delta" />
      </>
    ),
  },
  { key: 'bend', name: 'ω_2', colour: 'w', symbol: <Indexed letter="ω" index={2} colour="w" /> },
  {
    key: 'wlen',
    name: '|w|',
    colour: 'w',
    symbol: (
      <>
        |<Sym name="w" />|
      </>
    ),
  },
] as const satisfies readonly {
  readonly key: keyof typeof text.words;
  readonly name: string;
  readonly colour: keyof Palette;
  readonly symbol: React.ReactNode;
}[];

const handles = sliders.map((slider) => ({
  ...slider,
  handle: parameterHandle(tripleSchema, slider.key, slider.name),
}));

/** What stands in place of ω_1 where there are pairs. */
const pairDirection = (
  <>
    ∠<Sym name="delta" />
  </>
);

/** The sliders; pairs have no bend, and their second strength is that of a gated unit. */
export function WeightSliders({ store }: { readonly store: FigureStore<TripleSchema> }) {
  const arePairs = useStore(store.api, ({ values }) => values.group === 'pairs');
  return (
    <div className="pair-controls">
      {handles
        .filter(({ key }) => !(arePairs && key === 'bend'))
        .map(({ key, handle, colour, symbol }) => (
          <NumberControl
            key={key}
            store={store}
            handle={handle}
            words={arePairs && (key === 'a2' || key === 'dir') ? text.pairWords[key] : text.words[key]}
            colour={`var(--${colour})`}
          >
            <Formula>{arePairs && key === 'dir' ? pairDirection : symbol}</Formula>
          </NumberControl>
        ))}
    </div>
  );
}
