/** The clock and the sharpness beside it, with what they say in words. */

import { stabilityLimit } from '#math/network/sharpness';
import { Plot } from '#plot/plot';
import type { FigureStore } from '#state/figure-store';
import { fixedText, numberText, readableText } from '#state/number-text';
import { parameterHandle } from '#ui/handle';
import { writeNumber } from '#ui/live';
import { NumberControl } from '#ui/number-control';
import { type Source, useSource } from '#ui/source';
import { Formula, Sym } from '#ui/symbol';
import { CLOCK_HEIGHT, clockPlot, SHARPNESS_HEIGHT, sharpnessPlot } from './clock-plot';
import { type RideView, readClock } from './model';
import { writeRich } from './rich-text';
import { type RideSchema, rideSchema } from './schema';
import { text } from './text';
import '#ui/panel.css';
import './clock-panels.css';

interface ClockProps {
  readonly store: FigureStore<RideSchema>;
  readonly source: Source<RideView>;
}

const etaHandle = parameterHandle(rideSchema, 'eta', 'η');

/** The sentences of the clock at the last point. */
function clockSentence(view: RideView): string {
  const { clock } = text;
  const { from, to, time, steps, unstable } = readClock(view);
  if (!Number.isFinite(time)) return clock.backwards;
  const sentence = clock.sentence(
    readableText(from),
    readableText(to),
    readableText(time),
    readableText(steps),
    numberText(view.eta),
  );
  return unstable ? `${sentence} ${clock.unstable(readableText(stabilityLimit(view.eta)))}` : sentence;
}

function ClockPlot({ source }: Pick<ClockProps, 'source'>) {
  const { title } = text.clock;
  return (
    <Plot
      source={source}
      spec={clockPlot}
      height={CLOCK_HEIGHT}
      label={(view) => (view ? `${title}: ${clockSentence(view)}` : title)}
    />
  );
}

/** How long it takes without jumps. */
export function Clock({ store, source }: ClockProps) {
  const { clock } = text;
  const words = useSource<HTMLDivElement, RideView>(source, (element, view) => {
    const find = (name: string) => element.querySelector<HTMLElement>(`[data-readout="${name}"]`);
    const reading = view && readClock(view);
    const sentence = find('clock');
    if (sentence) {
      writeRich(sentence, view ? clockSentence(view) : '');
      sentence.dataset.value = String(reading?.steps ?? '');
    }
    const slope = find('loss-slope');
    if (slope) writeNumber(slope, reading?.slope ?? Number.NaN);
    const power = find('loss-slope-power');
    const fitted = view?.lossSlope.slope;
    if (power) {
      power.textContent = fitted === undefined ? '–' : fixedText(fitted, 3);
      power.dataset.value = fitted === undefined ? '' : String(fitted);
    }
    const saved = find('saved');
    if (saved) {
      const counts = reading && reading.saved > 0 && Number.isFinite(reading.saved);
      writeRich(saved, counts ? clock.shortcut(readableText(reading.saved)) : '');
    }
  });
  return (
    <section className="ride-clock" aria-label={clock.title}>
      <header className="panel-header">
        <h3>{clock.title}</h3>
        <p>{clock.subtitle}</p>
      </header>
      <ClockPlot source={source} />
      <NumberControl store={store} handle={etaHandle} words={text.words.eta}>
        <Sym name="eta" />
      </NumberControl>
      <div className="ride-words" ref={words}>
        <p className="ride-sentence" data-readout="clock" />
        <p className="ride-small">
          <span data-readout="saved" />
        </p>
        <p className="ride-small">
          {clock.slope}:{' '}
          <Formula>
            −dL/d(
            <Sym name="ai" /> − <Sym name="aj" />) = <span className="readout" data-readout="loss-slope" />
          </Formula>
          {', '}~ <Sym name="epsilon" />
          <sup className="readout" data-readout="loss-slope-power" />, {text.plots.predicted}{' '}
          <Sym name="epsilon" />
          <sup>3</sup>.
        </p>
      </div>
    </section>
  );
}

/** The clock without its words, beside the plots. */
export function ClockPicture({ source }: Pick<ClockProps, 'source'>) {
  const { clock } = text;
  return (
    <section className="ride-clock" aria-label={clock.title}>
      <header className="ride-law-header">
        <h4>{clock.title}</h4>
        <p className="ride-law-slope">{clock.subtitle}</p>
      </header>
      <ClockPlot source={source} />
    </section>
  );
}

/** Eigenvalues along both flows. */
export function Sharpness({ source }: Pick<ClockProps, 'source'>) {
  const { sharpness } = text;
  const note = useSource<HTMLElement, RideView>(source, (element, view) => {
    const words = element.querySelector<HTMLElement>('[data-readout="sharpness-note"]');
    if (words) words.textContent = sharpnessNote(view);
    const title = element.querySelector('[data-part="title-channel"]');
    if (title) title.textContent = view && view.certificate.h < 0 ? sharpness.back : sharpness.channel;
  });
  return (
    <section className="ride-sharpness" aria-label={sharpness.title} ref={note}>
      <header className="panel-header">
        <h3>{sharpness.title}</h3>
        <p>
          {sharpness.subtitle}; {sharpness.negative}
        </p>
      </header>
      <div className="ride-two">
        {(['channel', 'finite'] as const).map((run) => (
          <div key={run}>
            <h4 data-part={`title-${run}`}>{sharpness[run]}</h4>
            <Plot
              source={source}
              spec={(view) => sharpnessPlot(view, run)}
              height={SHARPNESS_HEIGHT}
              label={(view) =>
                `${sharpness.title}, ${sharpness[run]}. ${view ? lastEigenvalues(view, run) : ''}`
              }
            />
          </div>
        ))}
      </div>
      <p className="ride-small" data-readout="sharpness-note" />
    </section>
  );
}

function sharpnessNote(view: RideView | undefined): string {
  const { sharpness, clock } = text;
  if (!view?.clock.channel) return clock.waiting;
  if (view.clock.done && !view.clock.finite) return sharpness.none;
  return view.certificate.h > 0 ? sharpness.note : sharpness.noteBack;
}

function lastEigenvalues({ clock }: RideView, run: 'channel' | 'finite'): string {
  const curve = clock[run];
  if (!curve) return '';
  const [large, small] = [curve.largestEigenvalues.at(-1), curve.smallestEigenvalues.at(-1)];
  return `λmax ${readableText(large ?? Number.NaN)}, λmin ${readableText(small ?? Number.NaN)}`;
}
