/** The words below the landscape, its examples, and the way to the playground. */
import { useStore } from 'zustand';
import { isOfCensus } from '#landscape/network-choice';
import { inputWeights, outputWeight } from '#math/network/network';
import { toCoordinates } from '#math/pair/pair';
import { encodeValues } from '#state/codec';
import type { FigureStore } from '#state/figure-store';
import { defaults } from '#state/schema';
import { FigureToolbar } from '#ui/figure-toolbar';
import { goToFigure } from '#ui/go-to-figure';
import { PresetPicker } from '#ui/preset-picker';
import { ballState } from './ball';
import { landscapeData } from './describe';
import { type LandscapeSchema, type LandscapeValues, landscapeSchema, presets } from './schema';
import type { LandscapeSession, Session } from './session';
import { text } from './text';

/** The examples. */
export function Presets({ store }: { readonly store: FigureStore<LandscapeSchema> }) {
  return (
    <PresetPicker
      store={store}
      presets={presets}
      start={(values) => ({ ...defaults(landscapeSchema), ...values })}
      lasts={(values, preset) =>
        values.slice === (preset.slice ?? landscapeSchema.slice.default) &&
        values.axis === (preset.axis ?? landscapeSchema.axis.default)
      }
    />
  );
}

interface ToolbarProps {
  readonly store: FigureStore<LandscapeSchema>;
  readonly session: LandscapeSession | undefined;
  readonly prefix: string;
}

/** Undo, link, data. */
export function Toolbar({ store, session, prefix }: ToolbarProps) {
  return (
    <FigureToolbar
      store={store}
      name="landscape"
      prefix={prefix}
      data={() => (session ? landscapeData(session.api.getState()) : [])}
    />
  );
}

/** The ball's pair as state of the figure `pair`, or undefined where it has none. */
function pairState(session: Session, values: LandscapeValues): string[] | undefined {
  const { shape, network } = session;
  const theta = ballState(session, values)?.theta;
  if (!shape || !network || !theta) return undefined;
  const last = shape.width - 1;
  const pair = {
    wi: [...inputWeights(shape, theta, network.neuron)],
    wj: [...inputWeights(shape, theta, last)],
    ai: outputWeight(shape, theta, network.neuron),
    aj: outputWeight(shape, theta, last),
  };
  if (pair.wi.every((entry, k) => entry === pair.wj[k])) return undefined;
  const { w, delta, epsilon, a, c } = toCoordinates(pair);
  const [w1 = 0, w2 = 0, bias = 0] = w;
  const [d1 = 0, d2 = 0, d0 = 0] = delta;
  const round = (value: number) => Number(value.toPrecision(6));
  return [
    `act=${session.spec.activation}`,
    `eps=${round(epsilon)}`,
    `a=${round(a)}`,
    `c=${round(c)}`,
    `w=${round(w1)},${round(w2)}`,
    `bias=${round(bias)}`,
    `dir=${round((Math.atan2(d2, d1) * 180) / Math.PI)}`,
    `dbias=${round(d0)}`,
  ];
}

/** Carries the ball's pair over to the playground; the browser's Back comes back from it. */
export function ToPair({ store, session, prefix }: ToolbarProps) {
  const isPlane = useStore(store.api, ({ values }) => !isOfCensus(values) || values.run[0] === 2);
  const open = () => {
    const pair = session && pairState(session.api.getState(), store.values());
    if (pair)
      goToFigure('pair', pair, { prefix, entries: encodeValues(landscapeSchema, store.values(), prefix) });
  };
  // The playground has two inputs.
  if (!isPlane) return null;
  return (
    <button type="button" className="button" data-action="to-pair" onClick={open}>
      {text.toPair}
    </button>
  );
}
