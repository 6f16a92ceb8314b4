/** The certificate of the end of the channel, and how well it predicts the flow. */
import { readableText } from '#state/number-text';
import { writeNumber } from '#ui/live';
import { type Source, useSource } from '#ui/source';
import { predictionError, type RideView } from './model';
import { writeRich } from './rich-text';
import { text } from './text';
import './certificate-card.css';

/** The certificate in one line, below a picture, once infinity is shown. */
export function CertificateLine({ source }: { readonly source: Source<RideView> }) {
  const { certificate } = text;
  const ref = useSource<HTMLParagraphElement, RideView>(source, (element, view) => {
    const end = view?.infinite ? view.certificate : undefined;
    element.dataset.verdict = end?.verdict ?? '';
    const words = end
      ? certificate.line(
          certificate.verdict[end.verdict],
          readableText(end.lossAtInfinity, 7),
          readableText(end.h, 4),
        )
      : '';
    writeRich(element, words);
  });
  return <p className="ride-line" ref={ref} />;
}

/** The certificate. */
export function CertificateCard({ source }: { readonly source: Source<RideView> }) {
  const { certificate } = text;
  const ref = useSource<HTMLElement, RideView>(source, (element, view) => {
    const end = view?.certificate;
    element.dataset.verdict = end?.verdict ?? '';
    const write = (name: string, value: number | undefined, digits: number) => {
      const target = element.querySelector<HTMLElement>(`[data-readout="${name}"]`);
      if (target) writeNumber(target, value ?? Number.NaN, digits);
    };
    const say = (name: string, words: string) => {
      const target = element.querySelector<HTMLElement>(`[data-readout="${name}"]`);
      if (target && target.textContent !== words) target.textContent = words;
    };
    write('end-loss', end?.lossAtInfinity, 8);
    write('end-gradient', end?.maxAbsGradient, 2);
    write('end-eigenvalue', end?.smallestEigenvalue, 3);
    write('end-h', end?.h, 4);
    write('end-prediction', view && predictionError(view.certificate, view.last), 2);
    say('end-verdict', end ? `${certificate.verdict[end.verdict]}.` : '–');
    say('end-because', end ? certificate.because[end.verdict] : '');
    const newton = view?.infinite ? certificate.arrived : certificate.newton;
    say('end-newton', end ? newton(end.newtonSteps, readableText(end.milliseconds, 2)) : '');
  });
  const row = (name: string, label: React.ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="readout" data-readout={name} />
      </dd>
    </div>
  );
  return (
    <section className="verdict ride-certificate" aria-label={certificate.title} data-verdict="" ref={ref}>
      <h3>{certificate.title}</h3>
      <p className="ride-verdict">
        <strong data-readout="end-verdict">–</strong> <span data-readout="end-because" />
      </p>
      <dl className="number-list">
        {row('end-loss', certificate.lossAtInfinity)}
        {row('end-h', <i className="symbol">h</i>)}
        {row('end-eigenvalue', certificate.eigenvalue)}
        {row('end-gradient', certificate.gradient)}
        {row(
          'end-prediction',
          <span title={certificate.predictionNote}>
            <i className="symbol">L</i>
            <sub>∞</sub> + <i className="symbol">h</i>{' '}
            <i className="symbol" style={{ color: 'var(--epsilon)' }}>
              ε
            </i>
            ², {certificate.prediction}
          </span>,
        )}
      </dl>
      <p className="ride-small" data-readout="end-newton" role="status" />
    </section>
  );
}
