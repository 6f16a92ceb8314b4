/** Controls of which network, and which of its neurons is copied. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import { Select } from '#ui/choice';
import { type Handle, numberHandle } from '#ui/handle';
import { NumberControl } from '#ui/number-control';
import { strings } from '#ui/strings';
import {
  censusWords,
  isOfCensus,
  type NetworkSchema,
  type NetworkValues,
  networkSchema,
  widthOf,
} from './network-choice';
import './network-controls.css';

const text = strings.landscape.choice;

type Key = 'neuron' | 'hidden' | 'seed' | 'grid';

function whole(key: Key, read = (values: NetworkValues): number => values[key]): Handle<NetworkSchema> {
  return numberHandle({
    key,
    name: text[key].label,
    parameter: networkSchema[key],
    read,
    write: (value, values) => withinWidth({ [key]: value }, values),
  });
}

/** A patch that never leaves a neuron to copy that the network does not have. */
function withinWidth(patch: Partial<NetworkValues>, values: NetworkValues): Partial<NetworkValues> {
  const after = { ...values, ...patch };
  return { ...patch, neuron: Math.min(after.neuron, widthOf(after)) };
}

const neuronHandle: Handle<NetworkSchema> = {
  ...whole('neuron', (values) => Math.min(values.neuron, widthOf(values))),
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

interface NetworkControlsProps<S extends NetworkSchema> {
  readonly store: FigureStore<S>;
  /** What stands after them, such as a search for another network. */
  readonly children?: ReactNode;
}

/** The controls; those of a network trained here only when it is one. */
export function NetworkControls<S extends NetworkSchema>(props: NetworkControlsProps<S>) {
  // They read and write nothing but the keys of the choice, which every such figure has.
  const store = props.store as unknown as FigureStore<NetworkSchema>;
  const network = useStore(store.api, ({ values }) => values.network);
  const census = useStore(store.api, ({ values }) => (isOfCensus(values) ? censusWords(values) : undefined));
  const trained = network === 'trained';
  return (
    <div className="network-controls">
      <Select
        store={store}
        param="network"
        label={text.network.label}
        // Networks of the census are chosen there.
        options={networkSchema.network.options.filter(
          ({ id }) => id === network || !isOfCensus({ network: id }),
        )}
      />
      {census !== undefined && <span data-readout="census-network">{census}</span>}
      {network !== 'channel' && (
        <NumberControl store={store} handle={neuronHandle} words={text.neuron.label}>
          k
        </NumberControl>
      )}
      {trained && (
        <>
          <Select store={store} param="act" label={text.act.label} options={networkSchema.act.options} />
          <NumberControl store={store} handle={hiddenHandle} words={text.hidden.label}>
            r
          </NumberControl>
          <NumberControl store={store} handle={seedHandle} words={text.seed.word}>
            {text.seed.symbol}
          </NumberControl>
          <NumberControl store={store} handle={gridHandle} words={text.grid.label}>
            n
          </NumberControl>
        </>
      )}
      {props.children}
    </div>
  );
}
