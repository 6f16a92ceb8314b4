/** Epsilon as a number, where no slider shows it. */
import type { FigureStore } from '#state/figure-store';
import { useFigureSettings, useShown } from '#ui/figure-context';
import { Readout } from '#ui/readout';
import { strings } from '#ui/strings';
import { Sym } from '#ui/symbol';
import type { EpsilonSchema } from './epsilon-bar';

/** The number; nothing beside the slider. */
export function EpsilonReadout<S extends EpsilonSchema>({ store }: { readonly store: FigureStore<S> }) {
  const { controls, hide } = useFigureSettings();
  const isShown = useShown('epsilon', 'view', strings.figure.parts.epsilon);
  if (!isShown || (controls !== 'none' && !hide.has('eps'))) return null;
  return (
    <p className="figure-number">
      <Sym name="epsilon" /> = <Readout store={store} name="epsilon" value={({ eps }) => Number(eps)} />
    </p>
  );
}
