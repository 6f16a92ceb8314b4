/** Which network, and which of its neurons is copied. */
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import { Select } from '#ui/choice';
import { type Handle, numberHandle } from '#ui/handle';
import { NumberControl } from '#ui/number-control';
import { type LandscapeSchema, type LandscapeValues, landscapeSchema } from './schema';
import { text } from './text';

type Key = 'neuron' | 'hidden' | 'seed' | 'grid';

function whole(key: Key): Handle<LandscapeSchema> {
  return numberHandle({
    key,
    name: text[key].label,
    parameter: landscapeSchema[key],
    read: (values) => values[key],
    write: (value, values) => withinWidth({ [key]: value }, values),
  });
}

/** Hidden neurons of the network that the values ask for. */
export function widthOf({ network, hidden }: Pick<LandscapeValues, 'network' | 'hidden'>): number {
  return network === 'paper' ? 3 : hidden;
}

/** A patch that never leaves a neuron to copy that the network does not have. */
function withinWidth(patch: Partial<LandscapeValues>, values: LandscapeValues): Partial<LandscapeValues> {
  const after = { ...values, ...patch };
  return { ...patch, neuron: Math.min(after.neuron, widthOf(after)) };
}

const neuronHandle: Handle<LandscapeSchema> = {
  ...whole('neuron'),
  typed(value, values) {
    const width = widthOf(values);
    const problem =
      Number.isInteger(value) && value >= 1 && value <= width ? undefined : text.neuron.none(width);
    return problem === undefined ? { patch: { neuron: value } } : { problem };
  },
};
const hiddenHandle = whole('hidden');
const seedHandle = whole('seed');
const gridHandle = whole('grid');

/** The controls; those of a network trained here only when it is one. */
export function NetworkControls({ store }: { readonly store: FigureStore<LandscapeSchema> }) {
  const trained = useStore(store.api, ({ values }) => values.network === 'trained');
  const another = () => {
    const { network, seed } = store.values();
    const last = landscapeSchema.seed.max;
    // Coming from the paper's network, the first search is the one that is set.
    store.set({ network: 'trained', seed: network === 'paper' ? seed : (seed % last) + 1 });
  };
  return (
    <div className="network-controls">
      <Select
        store={store}
        param="network"
        label={text.network.label}
        options={landscapeSchema.network.options}
      />
      <NumberControl store={store} handle={neuronHandle} words={text.words.neuron}>
        k
      </NumberControl>
      {trained && (
        <>
          <Select store={store} param="act" label={text.act.label} options={landscapeSchema.act.options} />
          <NumberControl store={store} handle={hiddenHandle} words={text.words.hidden}>
            r
          </NumberControl>
          <NumberControl store={store} handle={seedHandle} words={text.words.seed}>
            №
          </NumberControl>
          <NumberControl store={store} handle={gridHandle} words={text.words.grid}>
            n
          </NumberControl>
        </>
      )}
      <button type="button" data-action="another" onClick={another}>
        {text.another}
      </button>
    </div>
  );
}
