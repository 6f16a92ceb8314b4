/** The certificate of the end of the channel, and how well it predicts the flow. */
import { useMemo } from 'react';
import { Certificate, type Certified } from '#landscape/certificate';
import { certificateText as words } from '#landscape/text';
import { readableText } from '#state/number-text';
import { writeNumber, writeWords } from '#ui/live';
import { type Source, useSource } from '#ui/source';
import { predictionError, type RideView } from './model';
import { writeRich } from './rich-text';
import { text } from './text';
import './certificate-card.css';

const { certificate } = text;

/** The certificate in one line, below a picture, once infinity is shown. */
export function CertificateLine({ source }: { readonly source: Source<RideView> }) {
  const ref = useSource<HTMLParagraphElement, RideView>(source, (element, view) => {
    const end = view?.infinite ? view.certificate : undefined;
    element.dataset.verdict = end?.verdict ?? '';
    const line = end
      ? certificate.line(
          words.verdict[end.verdict],
          readableText(end.lossAtInfinity, 6),
          readableText(end.h, 4),
        )
      : '';
    writeRich(element, line);
  });
  return <p className="ride-line" ref={ref} />;
}

/** The certificate. */
export function CertificateCard({ source }: { readonly source: Source<RideView> }) {
  const certified = useMemo<Source<Certified>>(
    () => ({ get: () => source.get()?.certificate, subscribe: (listener) => source.subscribe(listener) }),
    [source],
  );
  const root = useSource<HTMLParagraphElement, RideView>(source, (element, view) => {
    const find = (name: string) => element.querySelector<HTMLElement>(`[data-readout="${name}"]`);
    const [prediction, newton] = [find('end-prediction'), find('end-newton')];
    const error = view && predictionError(view.certificate, view.last);
    if (prediction) writeNumber(prediction, error ?? Number.NaN, 2);
    if (!newton) return;
    const end = view?.certificate;
    const words = view?.infinite ? certificate.arrived : certificate.newton;
    writeWords(newton, end ? words(end.newtonSteps, readableText(end.milliseconds, 2)) : '');
  });
  return (
    <Certificate source={certified} name="end" title={certificate.title} waiting="–">
      <p className="ride-small" ref={root}>
        <span title={certificate.predictionNote}>
          <i className="symbol">L</i>
          <sub>∞</sub> + <i className="symbol">h</i>{' '}
          <i className="symbol" style={{ color: 'var(--epsilon)' }}>
            ε
          </i>
          ², {certificate.prediction}
        </span>{' '}
        <span className="readout" data-readout="end-prediction" />.{' '}
        <span data-readout="end-newton" role="status" />
      </p>
    </Certificate>
  );
}
