/** How many runs end where, with intervals, and by the paper's criterion beside. */
import { CLASSES } from '#math/census/record';
import { isPaperChannel } from '#math/census/run';
import { wilsonInterval } from '#math/numerics/wilson';
import { Legend } from '#plot/legend';
import { fixedText } from '#state/number-text';
import { useSource } from '#ui/source';
import { looks, type Shown, tally } from './plots';
import type { CensusSources } from './sources';
import { text } from './text';

const percent = (share: number) => `${fixedText(100 * share, 0)} %`;

function write(root: HTMLElement, shown: Shown | undefined, own: number): void {
  const runs = shown?.runs ?? [];
  const counts = tally(runs);
  const put = (name: string, words: string) => {
    const cell = root.querySelector(`[data-readout="${name}"]`);
    if (cell && cell.textContent !== words) cell.textContent = words;
  };
  for (const one of CLASSES) {
    const [low, high] = wilsonInterval(counts[one], runs.length);
    put(one, String(counts[one]));
    put(`${one}-share`, runs.length > 0 ? percent(counts[one] / runs.length) : '–');
    put(`${one}-interval`, runs.length > 0 ? `${percent(low)} – ${percent(high)}` : '–');
  }
  const depth = Math.max(1, ...runs.map((run) => run.depth));
  put('layers', Array.from({ length: depth }, (_, k) => layerWords(runs, k + 1)).join(', '));
  for (const part of root.querySelectorAll<HTMLElement>('[data-of="layers"]')) part.hidden = depth === 1;
  put('precomputed', String(runs.length - own));
  put('own', String(own));
  put('ours', String(counts.channel + counts.other));
  put('paper', String(runs.filter(isPaperChannel).length));
}

/** In how many of the runs that end at infinity a group of this layer goes there. */
function layerWords(runs: Shown['runs'], layer: number): string {
  const hits = runs.filter(
    (run) => run.lossAtInfinity !== null && run.groups.some((group) => group.layer === layer),
  );
  return `${text.chosen.layer(layer)}: ${hits.length}`;
}

/** The table. */
export function CountsTable({ sources }: { readonly sources: CensusSources }) {
  const { counts } = text;
  const root = useSource<HTMLElement, Shown>(sources.shown, (element, shown) =>
    write(element, shown, sources.own.get()?.filter((run) => shown?.runs.includes(run)).length ?? 0),
  );
  return (
    <section className="census-counts" ref={root} aria-label={counts.title}>
      <h3>{counts.title}</h3>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{text.names.runs}</th>
            <th scope="col">{counts.share}</th>
            <th scope="col">{counts.interval}</th>
          </tr>
        </thead>
        <tbody>
          {CLASSES.map((one) => (
            <tr key={one}>
              <th scope="row">
                <Legend entries={[{ key: one, words: text.class[one], point: looks[one] }]} />
              </th>
              <td data-readout={one} />
              <td data-readout={`${one}-share`} />
              <td data-readout={`${one}-interval`} />
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        <dt>{counts.ours}</dt>
        <dd data-readout="ours" />
        <dt title={counts.paperNote}>{counts.paper}</dt>
        <dd data-readout="paper" />
        <dt data-of="layers" title={counts.layersNote} hidden>
          {counts.layers}
        </dt>
        <dd data-of="layers" data-readout="layers" hidden />
        <dt>{counts.precomputed}</dt>
        <dd data-readout="precomputed" />
        <dt>{counts.own}</dt>
        <dd data-readout="own" />
      </dl>
    </section>
  );
}
