/** The network that is looked at: its kind and losses, its function and its weights. */
import { useMemo } from 'react';
import type { PlotSpec } from '#plot/frame';
import { Plot } from '#plot/plot';
import { fixedText, plainText } from '#state/number-text';
import { Part } from '#ui/figure-context';
import { useSource } from '#ui/source';
import { functionSpec, type ShownNetwork, shownNetwork, weightsSpec } from './network-plots';
import { type Both, bothSource } from './sources';
import { text } from './text';
import { verdictWords } from './words';

const asIs = (spec: PlotSpec) => spec;

function write(root: Element, name: string, words: string, value?: number): void {
  const element = root.querySelector<HTMLElement>(`[data-readout="${name}"]`);
  if (!element) return;
  if (element.textContent !== words) element.textContent = words;
  if (value !== undefined) element.dataset.value = String(value);
}

/** Words and numbers of the network. */
function writeNetwork(root: HTMLElement, network: ShownNetwork | undefined): void {
  root.dataset.kind = network?.kind ?? '';
  if (!network) {
    write(root, 'levels-kind', text.network.waiting);
    write(root, 'levels-caption', '');
    return;
  }
  const { kind, loss, lossAtInfinity, h, caption } = network;
  write(root, 'levels-kind', text.kind[kind]);
  write(root, 'levels-caption', caption);
  write(root, 'levels-verdict', verdictWords(network));
  write(root, 'levels-loss', fixedText(loss, 6), loss);
  write(root, 'levels-infinity', fixedText(lossAtInfinity, 6), lossAtInfinity);
  write(root, 'levels-h', h === 0 ? '–' : plainText(Number(h.toPrecision(3))), h);
  const label = root.querySelector('[data-label="infinity"]');
  const words = kind === 'finite' ? text.network.minimum : text.network.infinity;
  if (label && label.textContent !== words) label.textContent = words;
}

/** The panel. */
export function NetworkPanel({ store, session }: Both) {
  const sources = useMemo(() => {
    const both = { store, session };
    return {
      network: bothSource(both, shownNetwork),
      function: bothSource(both, (state, values) => {
        const network = shownNetwork(state, values);
        return network && functionSpec(network);
      }),
      weights: bothSource(both, (state, values) => {
        const network = shownNetwork(state, values);
        return network && weightsSpec(network);
      }),
    };
  }, [store, session]);
  const root = useSource<HTMLElement, ShownNetwork>(sources.network, writeNetwork);
  const plots = [
    ['function', text.network.function, sources.function],
    ['weights', text.network.weights, sources.weights],
  ] as const;
  return (
    <section className="levels-network" ref={root} aria-label={text.network.title} data-kind="">
      <div className="levels-head">
        <h3 data-readout="levels-kind">{text.network.waiting}</h3>
        <p className="levels-quiet" data-readout="levels-caption" />
      </div>
      {plots.map(([name, title, source]) => (
        <Part key={name} name={name} level="view" label={title}>
          <figure className={`levels-${name}`}>
            <Plot source={source} spec={asIs} height={300} label={title} waiting={text.network.waiting} />
            <figcaption className="levels-quiet">{title}</figcaption>
          </figure>
        </Part>
      ))}
      <Part name="numbers" label={text.parts.numbers}>
        <dl className="levels-numbers">
          <div>
            <dt>{text.network.loss}</dt>
            <dd className="readout" data-readout="levels-loss" />
          </div>
          <div>
            <dt data-label="infinity">{text.network.infinity}</dt>
            <dd className="readout" data-readout="levels-infinity" />
          </div>
          <div>
            <dt>
              <span className="symbol">h</span>
            </dt>
            <dd className="readout" data-readout="levels-h" />
          </div>
        </dl>
        <p className="levels-quiet" data-readout="levels-verdict" />
      </Part>
    </section>
  );
}
