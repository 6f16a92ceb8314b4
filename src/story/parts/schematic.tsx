/**
 * The idea of the whole in three sketches, after Figure 1 of the paper: a neuron is copied, the copies make a saddle line
 * with a channel beside it, and at the end of the channel they are a gated linear unit. It is drawn, not computed.
 */
import type { ReactNode } from 'react';
import { useStory } from '#story/context';
import { type SymbolName, symbols } from '#ui/symbols';

const WIDTH = 300;
const HEIGHT = 220;

type Point = readonly [x: number, y: number];

/** A smooth curve as a path: few cubic pieces, each with the curve's own direction at its ends. */
function path(curve: (t: number) => Point, [from, to]: Point, pieces = 1): string {
  const step = (to - from) / pieces;
  const tenth = (number: number) => Math.round(10 * number) / 10;
  const direction = (t: number, axis: 0 | 1) => (curve(t + 1e-4)[axis] - curve(t - 1e-4)[axis]) / 2e-4;
  let [x, y] = curve(from).map(tenth) as [number, number];
  const parts = [`M${x} ${y}`];
  for (let k = 0; k < pieces; k++) {
    const [a, b] = [from + k * step, from + (k + 1) * step];
    const [endX, endY] = curve(b);
    const along = (t: number, axis: 0 | 1) => (direction(t, axis) * step) / 3;
    const first = [curve(a)[0] + along(a, 0) - x, curve(a)[1] + along(a, 1) - y];
    const second = [endX - along(b, 0) - x, endY - along(b, 1) - y];
    const end = [endX - x, endY - y].map(tenth) as [number, number];
    parts.push(`c${[...first, ...second, ...end].map(tenth).join(' ')}`);
    x += end[0];
    y += end[1];
  }
  return parts.join('');
}

/** A straight line as a path. */
function line([fromX, fromY]: Point, [toX, toY]: Point): string {
  return `M${fromX.toFixed(1)} ${fromY.toFixed(1)}L${toX.toFixed(1)} ${toY.toFixed(1)}`;
}

/** A symbol in a drawing, linked as in the text. */
function Letter({ of, x, y, before = '' }: { of: SymbolName; x: number; y: number; before?: string }) {
  const { letter, subscript, colour, upright } = symbols[of];
  return (
    <text x={x} y={y} className={upright ? 'sketch-symbol sketch-upright' : 'sketch-symbol'} data-symbol={of}>
      {before}
      <tspan className={`tex-${colour}`}>{letter}</tspan>
      {subscript && (
        <tspan className={`tex-${colour}`} dy="4" fontSize="12">
          {subscript}
        </tspan>
      )}
    </text>
  );
}

function Sketch({
  name,
  children,
}: {
  readonly name: 'copy' | 'line' | 'unit';
  readonly children: ReactNode;
}) {
  const { words } = useStory();
  const [title, text] = words.schematic[name];
  return (
    <figure className="sketch">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title}: ${text}`}>
        {children}
      </svg>
      <figcaption>
        <b>{title}</b> {text}
      </figcaption>
    </figure>
  );
}

function Node({ at: [x, y], kind = '', r = 13 }: { at: Point; kind?: string; r?: number }) {
  return <circle className={`sketch-node ${kind}`} cx={x} cy={y} r={r} />;
}

const inputs: readonly Point[] = [
  [34, 60],
  [34, 110],
  [34, 160],
];
const hidden: readonly Point[] = [
  [150, 38],
  [150, 182],
];
const copies: readonly Point[] = [
  [146, 100],
  [158, 118],
];
const output: Point = [266, 110];

function Wire({ from, to, kind = '' }: { from: Point; to: Point; kind?: string }) {
  const middle = (from[0] + to[0]) / 2;
  return (
    <path
      className={`sketch-wire ${kind}`}
      d={`M${from[0]} ${from[1]}C${middle} ${from[1]} ${middle} ${to[1]} ${to[0]} ${to[1]}`}
    />
  );
}

/** A small network, one of whose neurons is there twice. */
function CopySketch() {
  const [first, second] = copies as [Point, Point];
  return (
    <Sketch name="copy">
      {hidden.map((to) => (
        <g key={to.join()}>
          {inputs.map((from) => (
            <Wire key={from.join()} from={from} to={to} />
          ))}
          <Wire from={to} to={output} />
        </g>
      ))}
      {inputs.map((from) => (
        <g key={from.join()}>
          <Wire from={from} to={first} kind="sketch-i" />
          <Wire from={from} to={second} kind="sketch-j" />
        </g>
      ))}
      <Wire from={first} to={output} kind="sketch-i" />
      <Wire from={second} to={output} kind="sketch-j" />
      {[...inputs, ...hidden, output].map((at) => (
        <Node key={at.join()} at={at} />
      ))}
      <Node at={second} kind="sketch-j" />
      <Node at={first} kind="sketch-i" />
      <Letter of="gamma" x={190} y={92} />
      <text className="sketch-symbol" x={204} y={92}>
        a*
      </text>
      <text className="sketch-symbol" x={180} y={152}>
        (1 −
      </text>
      <Letter of="gamma" x={213} y={152} />
      <text className="sketch-symbol" x={224} y={152}>
        ) a*
      </text>
    </Sketch>
  );
}

/** How deep the valleys are. */
const depthAt = (along: number) => 20 + 22 * along;

/** Height across the ridge: a crest at 0 and a valley on each side, the right one deeper towards infinity. */
function profile(s: number, along: number): number {
  return depthAt(along) * (-1.5 * s ** 2 + 0.75 * s ** 4) - 9 * along * s;
}

/** Where the sketch of the landscape has a place: `along` from 0 to 1 towards infinity, `s` across. */
function place(along: number, s: number): Point {
  return [112 + 72 * along + 66 * s, 22 + 106 * along + 10 * s - profile(s, along)];
}

const range = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));

/** Where the valley on the right is deepest: there the slope of `profile` is 0, which Newton's steps find. */
function foot(along: number): Point {
  const depth = depthAt(along);
  let s = 1;
  for (let k = 0; k < 8; k++) s -= (depth * (3 * s ** 3 - 3 * s) - 9 * along) / (depth * (9 * s ** 2 - 3));
  return place(along, s);
}

/** The saddle line on the crest of a ridge, and the channel beside it. */
function LineSketch() {
  const { words } = useStory();
  const [endX, endY] = foot(1.14);
  // Along the valleys heights are linear, so that every line with one `s` is straight.
  const [topX, topY] = place(1.04, 0);
  return (
    <Sketch name="line">
      <defs>
        <marker
          id="sketch-arrow"
          viewBox="0 0 8 8"
          refX="5"
          refY="4"
          markerWidth="5"
          markerHeight="5"
          orient="auto"
        >
          <path d="M0 .6L7 4L0 7.4z" className="sketch-head" />
        </marker>
      </defs>
      {range(0, 1, 10).map((along) => (
        <path key={along} className="sketch-section" d={path((s) => place(along, s), [-1.42, 1.5], 6)} />
      ))}
      {[-1.42, -1, 1.5].map((s) => (
        <path key={s} className="sketch-section" d={line(place(0, s), place(1, s))} />
      ))}
      <path className="sketch-crest" d={line(place(0, 0), [topX, topY])} />
      <path className="sketch-channel" d={path(foot, [0.06, 1.14], 3)} markerEnd="url(#sketch-arrow)" />
      <text className="sketch-name sketch-crest-name" x={topX - 30} y={topY + 22} textAnchor="end">
        {words.schematic.saddleLine}
      </text>
      <text className="sketch-name sketch-channel-name" x={endX - 12} y={endY + 2} textAnchor="end">
        {words.schematic.channel}
      </text>
    </Sketch>
  );
}

/** The unit at the end: a neuron, and a linear function behind a gate. */
function UnitSketch() {
  return (
    <Sketch name="unit">
      <Wire from={[34, 110]} to={[118, 60]} />
      <Wire from={[34, 110]} to={[96, 138]} kind="sketch-delta" />
      <Wire from={[34, 110]} to={[96, 184]} />
      <Wire from={[118, 60]} to={output} kind="sketch-c" />
      <path className="sketch-wire sketch-delta" d="M96 138H172" />
      <path className="sketch-wire" d="M96 184H150Q182 184 182 150" />
      <path className="sketch-wire sketch-a" d="M192 138C226 138 226 112 254 111" />
      <Node at={[34, 110]} />
      <Node at={[128, 60]} r={20} />
      <path className="sketch-curve" d="M115 68C124 68 130 66 141 51" />
      <rect className="sketch-node" x={84} y={124} width={48} height={28} rx={8} />
      <path className="sketch-curve sketch-delta" d="M93 146L123 130" />
      <rect className="sketch-node" x={84} y={170} width={48} height={28} rx={8} />
      <path className="sketch-curve" d="M92 191H100C108 191 108 177 116 177H124" />
      <Node at={[182, 138]} r={11} />
      <text className="sketch-symbol" x={182} y={143} textAnchor="middle">
        ×
      </text>
      <Node at={output} />
      <text className="sketch-symbol" x={266} y={115} textAnchor="middle">
        +
      </text>
      <Letter of="x" x={8} y={114} />
      <Letter of="sigma" x={120} y={34} />
      <Letter of="c" x={206} y={66} />
      <Letter of="a" x={222} y={150} />
      <Letter of="delta" x={138} y={130} />
      <text className="sketch-symbol" x={138} y={202}>
        σ′
      </text>
    </Sketch>
  );
}

/** The three sketches, one after the other. */
export function Schematic() {
  const { words } = useStory();
  return (
    <section className="schematic" aria-label={words.schematic.label}>
      <CopySketch />
      <LineSketch />
      <UnitSketch />
    </section>
  );
}
