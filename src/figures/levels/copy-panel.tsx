/** The copied minimum: where training ends over gamma, and below it the eigenvalues on the same axis. */
import { useDrag } from '@use-gesture/react';
import { type ReactNode, type RefObject, useMemo, useRef } from 'react';
import { drawingSize } from '#plot/drawing-size';
import type { LaidOut, PlotSpec } from '#plot/frame';
import { Plot } from '#plot/plot';
import { plainText } from '#state/number-text';
import { isLocked, Part, useFigureSettings } from '#ui/figure-context';
import { arrowStep, dragOptions } from '#ui/gestures';
import { setAttributes, useLive } from '#ui/live';
import { NumberControl } from '#ui/number-control';
import { useSource } from '#ui/source';
import { Sym } from '#ui/symbol';
import { eigenvaluesSpec, endsSpec, turningSpec } from './copy-plots';
import { handles } from './handles';
import { GAMMAS, type LevelsSchema } from './schema';
import { type Both, bothSource } from './sources';
import { text } from './text';
import { copySentence } from './words';

const asIs = (spec: PlotSpec) => spec;

interface GroundProps extends Both {
  /** Where the axes of the plot stand. */
  readonly drawn: RefObject<LaidOut | undefined>;
  readonly label: string;
  readonly children: ReactNode;
}

/** A plot on which gamma is dragged. */
function GammaGround({ store, drawn, label, children }: GroundProps) {
  const locked = isLocked(useFigureSettings(), store, 'gamma');
  const ground = useRef<HTMLDivElement>(null);
  const live = useLive<HTMLDivElement, LevelsSchema>(store, (_, { gamma }) => {
    if (ground.current)
      setAttributes(ground.current, {
        'aria-valuenow': String(gamma),
        'aria-valuetext': `γ = ${plainText(gamma)}`,
      });
  });
  useDrag(
    ({ xy, last }) => {
      if (last) return store.commit();
      const { current } = drawn;
      const element = ground.current;
      if (!current || !element || locked) return;
      const pixel = (xy[0] - element.getBoundingClientRect().left) / drawingSize(element).unit;
      // To the slider's steps, so that 0 and 1 are met.
      store.change({ gamma: Number((Math.round(20 * current.x.valueAt(pixel)) / 20).toFixed(2)) });
    },
    { target: ground, ...dragOptions },
  );
  return (
    <div className="levels-plot" ref={live}>
      {children}
      <div
        ref={ground}
        className="levels-ground"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuenow={0}
        aria-valuemin={GAMMAS[0]}
        aria-valuemax={GAMMAS[1]}
        aria-disabled={locked}
        data-param="gamma-plot"
        onKeyDown={(event) => {
          const step = arrowStep(event, 2.5);
          if (!step || locked) return;
          event.preventDefault();
          store.set({ gamma: Number((store.values().gamma + step[0] + step[1]).toFixed(3)) });
        }}
      />
    </div>
  );
}

/** What comes of the chosen gamma, in a sentence. */
export function CopySentence(both: Both) {
  const { store, session } = both;
  const source = useMemo(() => bothSource({ store, session }, copySentence), [store, session]);
  const ref = useSource<HTMLParagraphElement, string>(source, (element, words = '') => {
    if (element.textContent !== words) element.textContent = words;
  });
  return <p className="levels-sentence" role="status" ref={ref} data-readout="levels-copy" />;
}

/** The ends and their handle. */
export function EndsPlot(both: Both) {
  const { store, session } = both;
  const drawn = useRef<LaidOut>(undefined);
  const source = useMemo(() => bothSource({ store, session }, endsSpec), [store, session]);
  return (
    <GammaGround {...both} drawn={drawn} label={text.copy.ends}>
      <Plot source={source} spec={asIs} height={300} label={text.copy.ends} frame={drawn} />
    </GammaGround>
  );
}

/** The slider below them. */
export function GammaControl({ store }: Pick<Both, 'store'>) {
  return (
    <NumberControl
      store={store}
      handle={handles.gamma}
      words={text.gamma.words}
      colour="var(--gamma)"
      level="min"
    >
      <Sym name="gamma" />
    </NumberControl>
  );
}

/** Eigenvalues and how fast eigenvectors turn. */
export function SpectrumPlots(both: Both) {
  const { store, session } = both;
  const [values, turning] = [useRef<LaidOut>(undefined), useRef<LaidOut>(undefined)];
  const sources = useMemo(
    () => ({
      values: bothSource({ store, session }, eigenvaluesSpec),
      turning: bothSource({ store, session }, turningSpec),
    }),
    [store, session],
  );
  const plots = [
    ['eigenvalues', text.copy.eigenvalues, sources.values, values, 250],
    ['turning', text.copy.turning, sources.turning, turning, 170],
  ] as const;
  return plots.map(([name, title, source, drawn, height]) => (
    <Part key={name} name={name} label={title}>
      <section className="levels-block" aria-label={title}>
        <h3>{title}</h3>
        <GammaGround {...both} drawn={drawn} label={title}>
          <Plot
            source={source}
            spec={asIs}
            height={height}
            label={title}
            frame={drawn}
            waiting={text.copy.computing}
          />
        </GammaGround>
      </section>
    </Part>
  ));
}
