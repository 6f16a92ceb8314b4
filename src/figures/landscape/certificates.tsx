/** The two roads beside the saddle line, each with what certifies where it leads. */
import { useStore } from 'zustand';
import { readableText } from '#state/number-text';
import { Formula } from '#ui/symbol';
import type { RoadData } from '#workers/messages';
import type { LandscapeSession } from './session';
import { text } from './text';
import './certificates.css';

/** Both roads. */
export function Certificates({ session }: { readonly session: LandscapeSession }) {
  const roads = useStore(session.api, (state) => state.roads);
  const { certificate } = text;
  return (
    <section className="certificates" aria-label={certificate.title}>
      <h3>{certificate.title}</h3>
      <Road road={roads.plus} side="plus" />
      <Road road={roads.minus} side="minus" />
    </section>
  );
}

function Road({ road, side }: { readonly road: RoadData | undefined; readonly side: 'plus' | 'minus' }) {
  const { certificate } = text;
  const number = (name: string, value: number | undefined, digits: number) => (
    <dd data-readout={`${side}-${name}`} data-value={value ?? ''}>
      {value === undefined || road?.verdict === 'no-limit' ? '–' : readableText(value, digits)}
    </dd>
  );
  return (
    <article className={`verdict road road-${side}`} data-verdict={road?.verdict ?? ''}>
      <p>
        <strong>{side === 'plus' ? certificate.plus : certificate.minus}</strong>{' '}
        <span data-readout={`${side}-verdict`}>
          {road ? certificate.verdict[road.verdict] : text.computing.roads}
        </span>
      </p>
      <dl className="number-list">
        <div>
          <dt>{certificate.lossAtInfinity}</dt>
          {number('loss', road?.lossAtInfinity, 7)}
        </div>
        <div>
          <dt>
            <Formula>
              <i className="symbol">h</i>
            </Formula>
          </dt>
          {number('h', road?.h, 4)}
        </div>
        <div>
          <dt>{certificate.eigenvalue}</dt>
          {number('eigenvalue', road?.smallestEigenvalue, 3)}
        </div>
        <div>
          <dt>{certificate.gradient}</dt>
          {number('gradient', road?.maxAbsGradient, 1)}
        </div>
      </dl>
    </article>
  );
}
