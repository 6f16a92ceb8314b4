/** The main slider of a figure with a pair: epsilon, from its largest value at the left to 0 at the right. */
import { type ReactNode, useMemo } from 'react';
import type { FigureStore } from '#state/figure-store';
import { plainText } from '#state/number-text';
import type { NumberParameter } from '#state/schema';
import { lastPosition, positionOf } from '#state/slider-scale';
import { type Handle, numberHandle } from '#ui/handle';
import { NumberControl } from '#ui/number-control';
import { Sym } from '#ui/symbol';
import { PlayButton } from './playback';
import './epsilon-bar.css';

/** What the schema of a figure with a pair has. */
export type EpsilonSchema = { readonly eps: NumberParameter };

/** The slider of a schema's epsilon. */
export function createEpsilonHandle(parameter: NumberParameter): Handle<EpsilonSchema> {
  return numberHandle({
    key: 'eps',
    name: 'ε',
    parameter,
    reversed: true,
    read: (values) => values.eps,
    write: (eps) => ({ eps }),
  });
}

const DECADES = [0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6];
/** Marks that narrow sliders leave out. */
const MINOR = new Set([0.1, 1e-3, 1e-5, 1e-6]);

/** The marks below the slider. */
function marksOf(parameter: NumberParameter) {
  return [parameter.max, ...DECADES, 0].map((epsilon) => ({
    position: lastPosition(parameter) - positionOf(parameter, epsilon),
    minor: MINOR.has(epsilon),
    label:
      epsilon === 0 || epsilon >= 0.1 ? (
        plainText(epsilon)
      ) : (
        <>
          10<sup>−{Math.round(-Math.log10(epsilon))}</sup>
        </>
      ),
  }));
}

interface EpsilonBarProps<S extends EpsilonSchema> {
  readonly store: FigureStore<S>;
  /** A second control on the same number. */
  readonly children?: ReactNode;
}

/** The slider with its player. */
export function EpsilonBar<S extends EpsilonSchema>({ store, children }: EpsilonBarProps<S>) {
  const { eps } = store.schema;
  // Only epsilon is read and written here.
  const narrow = store as unknown as FigureStore<EpsilonSchema>;
  const [handle, marks] = useMemo(() => [createEpsilonHandle(eps), marksOf(eps)] as const, [eps]);
  return (
    <div className={children === undefined ? 'epsilon-bar epsilon-bar-alone' : 'epsilon-bar'}>
      <PlayButton store={narrow} />
      <NumberControl store={narrow} handle={handle} colour="var(--epsilon)" large marks={marks}>
        <Sym name="epsilon" />
      </NumberControl>
      {children}
    </div>
  );
}
