/** What certifies where a channel leads: a verdict, why, and the numbers behind it. */
import type { ReactNode } from 'react';
import { writeNumber, writeWords } from '#ui/live';
import { type Source, useSource } from '#ui/source';
import type { RoadData } from '#workers/messages';
import { certificateText as text } from './text';
import './certificate.css';

/** What is certified of the limit network at the end of a channel. */
export type Certified = Pick<
  RoadData,
  'verdict' | 'lossAtInfinity' | 'h' | 'smallestEigenvalue' | 'maxAbsGradient'
>;

interface CertificateProps {
  readonly source: Source<Certified>;
  /** Before the name of each read-out: `plus` for `plus-h`. */
  readonly name: string;
  readonly title: ReactNode;
  /** What stands there until it is known. */
  readonly waiting: string;
  /** Below the numbers. */
  readonly children?: ReactNode;
}

/** The certificate. */
export function Certificate({ source, name, title, waiting, children }: CertificateProps) {
  const root = useSource<HTMLElement, Certified>(source, (element, end) => {
    element.dataset.verdict = end?.verdict ?? '';
    const find = (key: string) => element.querySelector<HTMLElement>(`[data-readout="${name}-${key}"]`);
    const say = (key: string, words: string) => {
      const target = find(key);
      if (target) writeWords(target, words);
    };
    say('verdict', end ? `${text.verdict[end.verdict]}.` : waiting);
    say('because', end ? text.because[end.verdict] : '');
    // Without a limit the numbers mean nothing.
    const known = end?.verdict === 'no-limit' ? undefined : end;
    const numbers = {
      loss: [known?.lossAtInfinity, 6],
      h: [known?.h, 4],
      eigenvalue: [known?.smallestEigenvalue, 3],
      gradient: [known?.maxAbsGradient, 1],
    } as const;
    for (const [key, [value, digits]] of Object.entries(numbers)) {
      const target = find(key);
      if (!target) continue;
      if (value !== undefined) writeNumber(target, value, digits);
      else {
        target.removeAttribute('data-value');
        writeWords(target, '–');
      }
    }
  });
  const row = (key: string, label: ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd className="readout" data-readout={`${name}-${key}`} />
    </div>
  );
  return (
    <section className={`verdict certificate certificate-${name}`} data-verdict="" ref={root}>
      <h3>{title}</h3>
      <p>
        <strong data-readout={`${name}-verdict`} /> <span data-readout={`${name}-because`} />
      </p>
      <dl className="number-list">
        {row('loss', text.lossAtInfinity)}
        {row('h', <i className="symbol">h</i>)}
        {row('eigenvalue', text.eigenvalue)}
        {row('gradient', text.gradient)}
      </dl>
      {children}
    </section>
  );
}
