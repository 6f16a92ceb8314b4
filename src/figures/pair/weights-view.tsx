/** The plane of input weights with its draggable arrows, and the magnified tips of the pair. */
import { type Ref, useRef } from 'react';
import type { FigureStore } from '#state/figure-store';
import { numberSeparator, readableText, vectorText } from '#state/number-text';
import { isLocked, useFigureSettings } from '#ui/figure-context';
import { arrowStep } from '#ui/gestures';
import { setAttributes, useLive } from '#ui/live';
import { Readout } from '#ui/readout';
import { Sym } from '#ui/symbol';
import { useHandle } from '#ui/use-handle';
import { coordinatesOf, pairOf } from './model';
import { type PairSchema, type PairValues, pairSchema } from './schema';
import { text } from './text';
import { drawLens, drawPlane } from './weights-drawing';
import { LensFrame, PlaneFrame } from './weights-frames';
import { DRAWING, LENS, magnification, PLANE, planeWeight, tipDragged, UNIT } from './weights-geometry';
import '#ui/panel.css';
import './weights-view.css';

function Label({ place, letter, subscript }: { place: string; letter: string; subscript?: string }) {
  return (
    <g data-spot={place}>
      <text className={`arrow-label arrow-label-${place}`} dy="0.35em">
        {letter}
        {subscript && (
          <tspan className="arrow-subscript" dy="0.25em">
            {subscript}
          </tspan>
        )}
      </text>
    </g>
  );
}

interface GripProps {
  readonly ref: Ref<SVGGElement>;
  readonly name: 'w' | 'wi' | 'wj';
  /** Its key as a control, and its place in the drawing. */
  readonly spot: 'w' | 'tip-i' | 'tip-j';
  readonly label: string;
  readonly locked: boolean;
}

/** What is taken hold of at the tip of an arrow. */
function Grip({ ref, name, spot, label, locked }: GripProps) {
  return (
    <g
      ref={ref}
      data-spot={spot}
      data-param={spot}
      className={`grip grip-${name}`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={0}
      aria-disabled={locked || undefined}
    >
      <circle className="grip-target" r={28} />
      <circle className="grip-dot" r={7} />
    </g>
  );
}

/** The view of both neurons' input weights. */
export function WeightsView({ store }: { readonly store: FigureStore<PairSchema> }) {
  const frozen = useRef<number>(undefined);
  const svg = useLive<SVGSVGElement, PairSchema>(store, (element, values) => {
    drawPlane(element, values);
    drawLens(element, values, frozen.current);
  });
  const w = useLive<SVGGElement, PairSchema>(store, (element, values) => {
    setAttributes(element, {
      'aria-valuenow': Math.hypot(...values.w).toFixed(3),
      'aria-valuetext': `w = ${vectorText(values.w.map((entry) => readableText(entry)))}`,
    });
  });
  const settings = useFigureSettings();
  const locked = {
    w: isLocked(settings, store, 'w'),
    i: isLocked(settings, store, 'tip-i', ['dir', 'eps']),
    j: isLocked(settings, store, 'tip-j', ['dir', 'eps']),
  };
  const tips = [useTip(store, 1, frozen, locked.i), useTip(store, -1, frozen, locked.j)] as const;

  useHandle(w, {
    move: (x, y) => {
      if (locked.w) return;
      store.change({ w: planeWeight([x, y]).map((entry) => Math.round(entry * 100) / 100) });
    },
    end: () => store.commit(),
    key: (event) => {
      const step = arrowStep(event, 2 * (pairSchema.w.max[0] ?? 1));
      if (!step || locked.w) return false;
      store.set({ w: store.values().w.map((entry, k) => Number((entry + (step[k] ?? 0)).toFixed(4))) });
      return true;
    },
  });

  return (
    <section className="panel weights" aria-label={text.weights.title}>
      <header className="panel-header">
        <h3>{text.weights.title}</h3>
        <p>{text.weights.subtitle}</p>
      </header>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      <svg
        ref={svg}
        className="weights-drawing"
        viewBox={`0 0 ${DRAWING.width} ${DRAWING.height}`}
        data-unit={UNIT}
        data-origin={PLANE.centre.join(' ')}
        role="group"
        aria-label={text.weights.title}
      >
        <PlaneFrame />
        <line className="arrow arrow-delta" data-arrow="delta" />
        <line className="arrow arrow-wi" data-arrow="wi" />
        <line className="arrow arrow-wj" data-arrow="wj" />
        <line className="arrow arrow-w" data-arrow="w" />
        {(['delta', 'wi', 'wj'] as const).map((name) => (
          <path key={name} className={`arrow-head arrow-head-${name}`} data-head={name} d="M-7 -4L0 0L-7 4" />
        ))}
        <Label place="wi-label" letter="w" subscript="i" />
        <Label place="wj-label" letter="w" subscript="j" />
        <Label place="delta-label" letter="Δ" />
        <Label place="w-label" letter="w" />
        <LensFrame />
        <g clipPath="url(#lens)">
          <line className="arrow arrow-wi" data-arrow="lens-wi" />
          <line className="arrow arrow-wj" data-arrow="lens-wj" />
          <line className="arrow-between" data-arrow="lens-delta" />
        </g>
        <circle className="lens-centre" cx={LENS.centre[0]} cy={LENS.centre[1]} r={2.5} />
        <Label place="tip-i-label" letter="w" subscript="i" />
        <Label place="tip-j-label" letter="w" subscript="j" />
        <Grip ref={w} name="w" spot="w" label={text.weights.wHandle} locked={locked.w} />
        <Grip ref={tips[0]} name="wi" spot="tip-i" label={text.weights.iHandle} locked={locked.i} />
        <Grip ref={tips[1]} name="wj" spot="tip-j" label={text.weights.jHandle} locked={locked.j} />
        <text className="lens-caption" x={LENS.centre[0]} y={LENS.centre[1] + LENS.radius + 20}>
          <tspan>{text.weights.magnified} × </tspan>
          <Magnification store={store} frozen={frozen} />
        </text>
      </svg>
      <dl className="pair-numbers">
        <PairNumbers store={store} />
      </dl>
    </section>
  );
}

/** The handle of one tip: turns Delta and sets epsilon. The magnification stands still while it is dragged. */
function useTip(
  store: FigureStore<PairSchema>,
  sign: 1 | -1,
  frozen: { current: number | undefined },
  locked: boolean,
) {
  const ref = useLive<SVGGElement, PairSchema>(store, (element, values) => {
    const direction = sign === 1 ? values.dir : values.dir > 0 ? values.dir - 180 : values.dir + 180;
    setAttributes(element, {
      'aria-valuenow': direction.toFixed(1),
      'aria-valuetext': `${readableText(direction)}°${numberSeparator()}ε = ${readableText(values.eps)}`,
    });
  });
  useHandle(ref, {
    start: () => {
      if (locked) return;
      frozen.current = magnification(coordinatesOf(store.values()));
    },
    move: (x, y) => {
      if (locked) return;
      const values = store.values();
      const flat = Math.sqrt(1 - values.dbias ** 2);
      const { dir, eps } = tipDragged([x, y], sign, frozen.current ?? 1, flat);
      const smallest = pairSchema.eps.min;
      store.change({
        dir: Math.round(dir * 10) / 10,
        eps: values.eps === 0 ? 0 : Math.max(smallest, Number(eps.toPrecision(3))),
      });
    },
    end: () => {
      frozen.current = undefined;
      store.commit();
      // The same values, drawn again at their own magnification.
      store.api.setState({ values: { ...store.values() } });
    },
    key: (event) => {
      if (locked) return false;
      const { dir, eps } = store.values();
      const turn = event.shiftKey ? 15 : event.altKey ? 1 : 5;
      const factor = 10 ** (event.shiftKey ? 0.5 : event.altKey ? 0.025 : 0.1);
      const turned = (by: number) => ({ dir: ((dir + by + 540) % 360) - 180 });
      switch (event.key) {
        case 'ArrowLeft':
          store.set(turned(turn));
          return true;
        case 'ArrowRight':
          store.set(turned(-turn));
          return true;
        case 'ArrowUp':
          store.set({ eps: eps === 0 ? pairSchema.eps.min : Number((eps * factor).toPrecision(3)) });
          return true;
        case 'ArrowDown':
          store.set({ eps: Number((eps / factor).toPrecision(3)) });
          return true;
        default:
          return false;
      }
    },
  });
  return ref;
}

interface MagnificationProps {
  readonly store: FigureStore<PairSchema>;
  /** What the glass is held at during a drag. */
  readonly frozen: { readonly current: number | undefined };
}

function Magnification({ store, frozen }: MagnificationProps) {
  const ref = useLive<SVGTSpanElement, PairSchema>(store, (element, values) => {
    const factor = frozen.current ?? magnification(coordinatesOf(values));
    element.dataset.value = String(factor);
    const shown = factor >= 1e5 ? readableText(factor, 2) : readableText(factor);
    if (element.textContent !== shown) element.textContent = shown;
  });
  return <tspan ref={ref} className="readout" data-readout="magnification" />;
}

function PairNumbers({ store }: { readonly store: FigureStore<PairSchema> }) {
  const side = (s: 'i' | 'j') => {
    const weights = (values: PairValues) => (s === 'i' ? pairOf(values).wi : pairOf(values).wj);
    return (
      <div className={`pair-row pair-row-${s}`} key={s}>
        <dt>
          <Sym name={s === 'i' ? 'wi' : 'wj'} />
        </dt>
        <dd>
          (<Readout store={store} name={`w${s}1`} value={(v) => weights(v)[0] ?? 0} />
          {numberSeparator()}
          <Readout store={store} name={`w${s}2`} value={(v) => weights(v)[1] ?? 0} />)
        </dd>
        <dt>{text.weights.bias}</dt>
        <dd>
          <Readout store={store} name={`b${s}`} value={(v) => weights(v)[2] ?? 0} />
        </dd>
        <dt>
          <Sym name={s === 'i' ? 'ai' : 'aj'} />
        </dt>
        <dd>
          <Readout store={store} name={`a${s}`} value={(v) => (s === 'i' ? pairOf(v).ai : pairOf(v).aj)} />
        </dd>
      </div>
    );
  };
  return (
    <>
      {side('i')}
      {side('j')}
    </>
  );
}
