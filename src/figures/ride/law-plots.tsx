/** The six linked plots: each of what the jumps do, with its fitted power of epsilon beside the predicted one. */
import { predictedExponents, type RideLawId, rideLawIds } from '#math/ride/ride-laws';
import { PickPlot } from '#plot/pick-plot';
import { paint } from '#plot/style';
import { fixedText, plainText, readableText } from '#state/number-text';
import { Part } from '#ui/figure-context';
import { writeNumber } from '#ui/live';
import { type Source, useSource } from '#ui/source';
import { Sym } from '#ui/symbol';
import { lawNames } from './law-names';
import { inverseEpsilons, LAW_HEIGHT, lawColours, lawPlot, lawTitle, signOf } from './law-plot';
import type { RideView } from './model';
import { text } from './text';
import '#ui/panel.css';
import './law-plots.css';

/** What the plots show: the ride, and the point that is highlighted in all of them. */
export interface LawState {
  readonly view: RideView;
  readonly at: number | undefined;
}

interface LawPlotsProps {
  readonly source: Source<LawState>;
  readonly onPick: (at: number | undefined) => void;
}

/** All six. */
export function LawPlots(props: LawPlotsProps) {
  const { plots } = text;
  return (
    <section className="ride-laws" aria-label={plots.title}>
      <header className="panel-header">
        <h3>{plots.title}</h3>
        <p>{plots.subtitle}</p>
      </header>
      <div className="ride-six">
        {rideLawIds.map((id) => (
          <Part key={id} name={lawNames[id]} level="view" label={plots[id]}>
            <LawPlot id={id} {...props} />
          </Part>
        ))}
      </div>
      <p className="ride-small ride-floor-note">{plots.floorNote}</p>
    </section>
  );
}

function writeLaw(element: HTMLElement, id: RideLawId, state: LawState | undefined): void {
  const find = (name: string) => element.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const title = find('title');
  if (title) title.textContent = lawTitle(id, state?.view);
  const slope = find('slope');
  if (slope) {
    const fitted = state?.view.laws[id].slope;
    slope.dataset.value = fitted === undefined ? '' : String(fitted);
    slope.textContent = fitted === undefined ? '–' : fixedText(fitted, 3);
    element.classList.toggle('ride-unfitted', fitted === undefined);
  }
  const value = find('value');
  const point = state?.view.points[state.at ?? state.view.points.length - 1];
  if (value)
    writeNumber(value, point === undefined || !state ? Number.NaN : signOf(id, state.view) * point[id]);
}

/** A power of epsilon. */
function Power({ exponent }: { readonly exponent: number }) {
  if (exponent === 0) return text.plots.constant;
  return (
    <>
      ~ <Sym name="epsilon" />
      <sup>{plainText(exponent).replace('-', '−')}</sup>
    </>
  );
}

function LawPlot({ id, source, onPick }: LawPlotsProps & { readonly id: RideLawId }) {
  const { plots } = text;
  const header = useSource<HTMLElement, LawState>(source, (element, state) => writeLaw(element, id, state));
  const words = (state: LawState | undefined, at: number) => {
    const point = state?.view.points[at];
    return point
      ? plots.point(lawTitle(id, state?.view), at, readableText(point.epsilon), readableText(point[id]))
      : plots.none;
  };
  return (
    <article className="ride-law" style={{ ['--colour' as string]: paint(lawColours[id]) }}>
      <header className="ride-law-header" ref={header}>
        <h4>
          <span data-part="title">{plots[id]}</span>{' '}
          <span className="readout ride-law-value" data-part="value" data-readout={`ride-${id}`} />
        </h4>
        <p className="ride-law-slope">
          <span data-part="fit">
            ~ <Sym name="epsilon" />
            <sup>
              <strong className="readout" data-part="slope" data-readout={`slope-${id}`}>
                –
              </strong>
            </sup>
            {', '}
          </span>
          {`${plots.predicted} `}
          <span data-readout={`predicted-${id}`} data-value={predictedExponents[id]}>
            <Power exponent={predictedExponents[id]} />
          </span>
        </p>
      </header>
      <PickPlot
        source={source}
        spec={({ view, at }) => lawPlot(id, view, at)}
        height={LAW_HEIGHT}
        label={(state) => `${lawTitle(id, state?.view)}. ${plots.keys}`}
        picked={({ view, at }) => ({ xs: inverseEpsilons(view), at })}
        words={words}
        onPick={onPick}
      />
    </article>
  );
}
