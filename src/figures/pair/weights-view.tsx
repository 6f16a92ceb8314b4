/** The plane of input weights with its draggable arrows, and the magnified tips of the pair. */
import { useRef } from 'react';
import { toPair } from '#math/pair';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { arrowStep, useDrag } from '#ui/drag';
import { setAttributes, useLive } from '#ui/live';
import { Readout } from '#ui/readout';
import { Sym } from '#ui/symbol';
import { coordinatesOf, pairOf } from './model';
import { type PairSchema, type PairValues, pairSchema } from './schema';
import { text } from './text';
import {
  DRAWING,
  LENS,
  lensPixel,
  magnification,
  PLANE,
  planePixel,
  planeWeight,
  tipDragged,
  tipPixel,
  UNIT,
} from './weights-geometry';

type Vector = readonly [number, number];

/** Arrow coordinates carry this many decimals: enough to compute the surface from the drawing. */
function fixed(value: number): string {
  return value.toFixed(4);
}

function pair2(vector: readonly number[]): Vector {
  return [vector[0] ?? 0, vector[1] ?? 0];
}

function drawLine(root: Element, name: string, from: Vector, to: Vector): void {
  const line = root.querySelector(`[data-arrow="${name}"]`);
  if (line) {
    setAttributes(line, { x1: fixed(from[0]), y1: fixed(from[1]), x2: fixed(to[0]), y2: fixed(to[1]) });
  }
}

function moveTo(root: Element, name: string, at: Vector): void {
  const element = root.querySelector(`[data-spot="${name}"]`);
  if (element) setAttributes(element, { transform: `translate(${fixed(at[0])} ${fixed(at[1])})` });
}

/** A label beside a tip, further out along the arrow. */
function beside(tip: Vector, from: Vector, by: number): Vector {
  const [x, y] = [tip[0] - from[0], tip[1] - from[1]];
  const length = Math.hypot(x, y);
  return length < 1e-6
    ? [tip[0] + by, tip[1] - by]
    : [tip[0] + (x / length) * by, tip[1] + (y / length) * by];
}

/** A label beside the tip of w_i or w_j: at a right angle to Delta, on the side away from the origin. */
function asideOf(tip: Vector, w: Vector, origin: Vector): Vector {
  const [x, y] = [tip[0] - w[0], tip[1] - w[1]];
  const length = Math.hypot(x, y) || 1;
  const outward = -y * (w[0] - origin[0]) + x * (w[1] - origin[1]) >= 0 ? 1 : -1;
  return [tip[0] - (outward * 15 * y) / length, tip[1] + (outward * 15 * x) / length];
}

/** The head of an arrow whose point is at `to`. */
function drawHead(root: Element, name: string, from: Vector, to: Vector): void {
  const head = root.querySelector(`[data-head="${name}"]`);
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const turn = (Math.atan2(y, x) * 180) / Math.PI;
  if (!head) return;
  setAttributes(head, {
    transform: `translate(${fixed(to[0])} ${fixed(to[1])}) rotate(${turn.toFixed(2)})`,
    visibility: Math.hypot(x, y) < 8 ? 'hidden' : 'visible',
  });
}

/** A label beyond a tip in the glass: outwards, and away from the arrow that comes from the origin. */
function beyondTip(tip: Vector, centre: Vector, w: Vector): Vector {
  const length = Math.hypot(...w) || 1;
  const out = Math.hypot(tip[0] - centre[0], tip[1] - centre[1]) || 1;
  const direction: Vector = [
    (tip[0] - centre[0]) / out + (0.9 * w[0]) / length,
    (tip[1] - centre[1]) / out - (0.9 * w[1]) / length,
  ];
  const size = Math.hypot(...direction) || 1;
  return [tip[0] + (20 * direction[0]) / size, tip[1] + (20 * direction[1]) / size];
}

/** Labels that would sit on each other are hidden, the less important first. */
function drawPlane(svg: SVGSVGElement, values: PairValues): void {
  const coordinates = coordinatesOf(values);
  const { wi, wj } = toPair(coordinates);
  const origin = planePixel([0, 0]);
  const w = planePixel(pair2(coordinates.w));
  const [i, j] = [planePixel(pair2(wi)), planePixel(pair2(wj))];
  const [d1 = 0, d2 = 0] = coordinates.delta;
  const delta = planePixel([(coordinates.w[0] ?? 0) + d1, (coordinates.w[1] ?? 0) + d2]);
  drawLine(svg, 'w', origin, w);
  drawLine(svg, 'wi', origin, i);
  drawLine(svg, 'wj', origin, j);
  drawLine(svg, 'delta', w, delta);
  moveTo(svg, 'w', w);
  moveTo(svg, 'w-label', beside(w, origin, 21));
  drawHead(svg, 'wi', origin, i);
  drawHead(svg, 'wj', origin, j);
  drawHead(svg, 'delta', w, delta);
  moveTo(svg, 'wi-label', asideOf(i, w, origin));
  moveTo(svg, 'wj-label', asideOf(j, w, origin));
  moveTo(svg, 'delta-label', beside(delta, w, 13));
  const apart = Math.hypot(i[0] - w[0], i[1] - w[1]);
  const show = (name: string, shown: boolean) => {
    const element = svg.querySelector(`[data-spot="${name}"]`);
    if (element) setAttributes(element, { visibility: shown ? 'visible' : 'hidden' });
  };
  // Nearer than this the glass beside the plane names them.
  show('wi-label', apart > 16);
  show('wj-label', apart > 16);
}

function drawLens(svg: SVGSVGElement, values: PairValues, frozen: number | undefined): void {
  const coordinates = coordinatesOf(values);
  const centre = LENS.centre;
  const tips = [tipPixel(coordinates, 1, frozen), tipPixel(coordinates, -1, frozen)] as const;
  // The arrows come from the origin, far outside the glass: their last piece, at the true angle.
  const factor = frozen ?? magnification(coordinates);
  const [w1, w2] = pair2(coordinates.w);
  const tail = (tip: Vector, sign: 1 | -1): Vector => {
    if (Number.isFinite(factor)) return lensPixel([-w1, -w2], factor);
    const length = Math.hypot(w1, w2) || 1;
    const far = 4 * LENS.radius * sign * sign;
    return [tip[0] - (w1 / length) * far, tip[1] + (w2 / length) * far];
  };
  drawLine(svg, 'lens-wi', tail(tips[0], 1), tips[0]);
  drawLine(svg, 'lens-wj', tail(tips[1], -1), tips[1]);
  drawLine(svg, 'lens-delta', tips[1], tips[0]);
  moveTo(svg, 'tip-i', tips[0]);
  moveTo(svg, 'tip-j', tips[1]);
  moveTo(svg, 'tip-i-label', beyondTip(tips[0], centre, [w1, w2]));
  moveTo(svg, 'tip-j-label', beyondTip(tips[1], centre, [w1, w2]));
}

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
      'aria-valuetext': `w = (${values.w.map((entry) => readableText(entry)).join(', ')})`,
    });
  });
  const tips = [useTip(store, 1, frozen), useTip(store, -1, frozen)] as const;

  useDrag(w, {
    move: (x, y) => store.change({ w: planeWeight([x, y]).map((entry) => Math.round(entry * 100) / 100) }),
    end: () => store.commit(),
    key: (event) => {
      const step = arrowStep(event, 2 * (pairSchema.w.max[0] ?? 1));
      if (!step) return false;
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
        <g
          ref={w}
          data-spot="w"
          data-param="w"
          className="grip grip-w"
          role="slider"
          tabIndex={0}
          aria-label={text.weights.wHandle}
          aria-valuenow={0}
        >
          <circle className="grip-target" r={28} />
          <circle className="grip-dot" r={7} />
        </g>
        <g
          ref={tips[0]}
          data-spot="tip-i"
          data-param="tip-i"
          className="grip grip-wi"
          role="slider"
          tabIndex={0}
          aria-label={text.weights.iHandle}
          aria-valuenow={0}
        >
          <circle className="grip-target" r={28} />
          <circle className="grip-dot" r={7} />
        </g>
        <g
          ref={tips[1]}
          data-spot="tip-j"
          data-param="tip-j"
          className="grip grip-wj"
          role="slider"
          tabIndex={0}
          aria-label={text.weights.jHandle}
          aria-valuenow={0}
        >
          <circle className="grip-target" r={28} />
          <circle className="grip-dot" r={7} />
        </g>
        <text className="lens-caption" x={LENS.centre[0]} y={LENS.centre[1] + LENS.radius + 20}>
          <tspan>{text.weights.magnified} × </tspan>
          <Magnification store={store} />
        </text>
      </svg>
      <dl className="pair-numbers">
        <PairNumbers store={store} />
      </dl>
    </section>
  );
}

/** The handle of one tip: turns Delta and sets epsilon. The magnification stands still while it is dragged. */
function useTip(store: FigureStore<PairSchema>, sign: 1 | -1, frozen: { current: number | undefined }) {
  const ref = useLive<SVGGElement, PairSchema>(store, (element, values) => {
    const direction = sign === 1 ? values.dir : values.dir > 0 ? values.dir - 180 : values.dir + 180;
    setAttributes(element, {
      'aria-valuenow': direction.toFixed(1),
      'aria-valuetext': `${readableText(direction)}°, ε = ${readableText(values.eps)}`,
    });
  });
  useDrag(ref, {
    start: () => {
      frozen.current = magnification(coordinatesOf(store.values()));
    },
    move: (x, y) => {
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

function PlaneFrame() {
  const [cx, cy] = PLANE.centre;
  const half = PLANE.size / 2;
  const ticks = [-3, -2, -1, 1, 2, 3];
  return (
    <g className="plane-frame">
      <line x1={cx - half} y1={cy} x2={cx + half} y2={cy} />
      <line x1={cx} y1={cy + half} x2={cx} y2={cy - half} />
      <path className="axis-arrow" d={`M${cx + half + 4} ${cy}l-7 3v-6z`} />
      <path className="axis-arrow" d={`M${cx} ${cy - half - 4}l3 7h-6z`} />
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={cx + tick * UNIT} y1={cy - 3} x2={cx + tick * UNIT} y2={cy + 3} />
          <line x1={cx - 3} y1={cy - tick * UNIT} x2={cx + 3} y2={cy - tick * UNIT} />
          <text className="axis-tick" x={cx + tick * UNIT} y={cy + 14}>
            {String(tick).replace('-', '−')}
          </text>
          <text className="axis-tick" x={cx - 13} y={cy - tick * UNIT}>
            {String(tick).replace('-', '−')}
          </text>
        </g>
      ))}
      <text className="axis-symbol" x={cx + half - 2} y={cy - 14}>
        w
        <tspan className="axis-subscript" dy="0.3em">
          1
        </tspan>
      </text>
      <text className="axis-symbol" x={cx + 18} y={cy - half + 4}>
        w
        <tspan className="axis-subscript" dy="0.3em">
          2
        </tspan>
      </text>
    </g>
  );
}

function LensFrame() {
  const [x, y] = LENS.centre;
  return (
    <g>
      <clipPath id="lens">
        <circle cx={x} cy={y} r={LENS.radius - 1} />
      </clipPath>
      <circle className="lens" cx={x} cy={y} r={LENS.radius} />
    </g>
  );
}

function Magnification({ store }: { readonly store: FigureStore<PairSchema> }) {
  const ref = useLive<SVGTSpanElement, PairSchema>(store, (element, values) => {
    const factor = magnification(coordinatesOf(values));
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
          (<Readout store={store} name={`w${s}1`} value={(v) => weights(v)[0] ?? 0} />,{' '}
          <Readout store={store} name={`w${s}2`} value={(v) => weights(v)[1] ?? 0} />)
        </dd>
        <dt>bias</dt>
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
