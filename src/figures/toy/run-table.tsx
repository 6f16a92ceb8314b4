/** The four runs in numbers, as the replay shows them, and what has come of them. */
import { useMemo } from 'react';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { writeNumber, writeWords } from '#ui/live';
import { useSource } from '#ui/source';
import { Sym } from '#ui/symbol';
import { toyRunners } from '#workers/toy-messages';
import { Name } from './names';
import { channelOf, stateOf } from './runs';
import type { ToySchema } from './schema';
import type { ToySession } from './session';
import { pictureSource, type ToyMoment } from './sources';
import { text } from './text';
import './run-table.css';

/** What came of the runs, in a sentence; empty while they are on their way. */
export function verdictOf({ session, values }: ToyMoment): string {
  const { runs, decay, running } = session;
  const flow = stateOf(runs, 'flow', 1);
  const [sgd, adam] = [stateOf(runs, 'sgd', 1), stateOf(runs, 'adam', 1)];
  if (running || !flow || !sgd || !adam || values.decay !== decay) return '';
  const shown = (gamma: number) => readableText(gamma);
  if (decay > 0) return text.verdict.finite(shown(flow.gamma));
  const channel = channelOf(flow);
  if (channel === undefined) return '';
  return text.verdict.channel(channel, shown(flow.gamma), shown(sgd.gamma), shown(adam.gamma));
}

interface RunTableProps {
  readonly store: FigureStore<ToySchema>;
  readonly session: ToySession;
}

/** What came of the runs, in a sentence below a picture. */
export function RunSentence({ store, session }: RunTableProps) {
  const source = useMemo(() => pictureSource(store, session), [store, session]);
  const ref = useSource<HTMLParagraphElement, ToyMoment>(source, (element, moment) => {
    writeWords(element, moment ? verdictOf(moment) : '');
  });
  return <p ref={ref} />;
}

/** The table. */
export function RunTable({ store, session }: RunTableProps) {
  const source = useMemo(() => pictureSource(store, session), [store, session]);
  const root = useSource<HTMLDivElement, ToyMoment>(source, (element, moment) => {
    if (!moment) return;
    for (const runner of toyRunners) {
      const state = stateOf(moment.session.runs, runner, moment.values.time);
      for (const [name, value] of [
        ['gamma', state?.gamma],
        ['difference', state?.difference],
        ['loss', state?.loss],
        ['time', state?.time],
      ] as const) {
        const cell = element.querySelector<HTMLElement>(`[data-readout="${runner}-${name}"]`);
        if (!cell) continue;
        if (value !== undefined) writeNumber(cell, value, 3);
        else {
          cell.textContent = '–';
          cell.dataset.value = '';
          delete cell.dataset.shown;
        }
      }
    }
    const verdict = element.querySelector<HTMLElement>('[data-readout="run-end"]');
    if (!verdict) return;
    const words = verdictOf(moment);
    writeWords(verdict, words);
    const flow = stateOf(moment.session.runs, 'flow', 1);
    verdict.dataset.place = words === '' || !flow ? '' : (channelOf(flow)?.toString() ?? 'finite');
  });
  return (
    <div className="toy-runs" ref={root}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.table.run}</th>
            <th scope="col">
              <Sym name="gamma" />
            </th>
            <th scope="col">
              <Name>{text.table.difference}</Name>
            </th>
            <th scope="col">{text.table.loss}</th>
            <th scope="col">{text.table.t}</th>
          </tr>
        </thead>
        <tbody>
          {toyRunners.map((runner) => (
            <tr key={runner}>
              <th scope="row" className={`toy-key-run toy-key-${runner}`}>
                {text.runner[runner]}
              </th>
              {['gamma', 'difference', 'loss', 'time'].map((name) => (
                <td key={name} className="readout" data-readout={`${runner}-${name}`} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="toy-sentence" role="status" data-readout="run-end" data-place="" />
    </div>
  );
}
