/** Loss across the saddle line, one curve for each of several gamma. */
import { useId } from 'react';
import { numberText, readableText } from '#state/number-text';
import { setAttributes } from '#ui/live';
import { pathThrough } from '#ui/log-plot';
import { type Source, useSource } from '#ui/source';
import { pool } from '#ui/svg';
import { type LinearAxis, linearPixel, linearTicks } from './linear-axis';
import { crestOf, curveEnd, nearestProfile, type Profile, profileRange } from './profile-axes';
import { spreadLabels } from './spread';
import { drawBottomTicks, drawLeftTicks, fitToPixels, svgPart } from './svg-axes';
import { text } from './text';
import '#ui/panel.css';
import './panel.css';
import './plots.css';

export interface ProfileState {
  readonly profiles: readonly Profile[];
  /** The current one; the nearest profile is emphasised. */
  readonly gamma: number;
}

export interface ProfilePlotProps {
  readonly source: Source<ProfileState>;
  /** What x is: alpha of the plane slice, or arc length of the descent slice. */
  readonly along?: 'alpha' | 'arc';
}

const HEIGHT = 300;
const TOP = 46;
const BOTTOM = 252;
const RIGHT_MARGIN = 58;
/** Pixels of a label. */
const LINE = 15;
const LETTER = 6.6;
const DIGIT = 7.4;

interface Label {
  readonly k: number;
  readonly x: number;
  readonly y: number;
  readonly cut: boolean;
  readonly text: string;
  readonly priority: number;
}

interface Placed {
  readonly label: Label;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'middle' | 'start';
}

/** Labels of curves that leave through the top stand in a row above it, the others in a column to the right. */
function placeLabels(
  labels: readonly Label[],
  left: number,
  right: number,
  width: number,
): readonly Placed[] {
  const above = labels.filter(({ cut }) => cut);
  const beside = labels.filter(({ cut }) => !cut);
  const size = ({ text: words }: Label) => LETTER * words.length;
  const columns = spreadLabels(
    above.map((label) => ({ at: label.x, size: size(label), priority: label.priority })),
    left,
    width - 2,
    10,
  );
  const rows = spreadLabels(
    beside.map((label) => ({ at: label.y, size: LINE, priority: label.priority })),
    TOP,
    BOTTOM - 2,
    1,
  );
  return [
    ...above.flatMap((label, n): Placed[] => {
      const x = columns[n];
      return x === undefined ? [] : [{ label, x, y: TOP - 22, anchor: 'middle' }];
    }),
    ...beside.flatMap((label, n): Placed[] => {
      const y = rows[n];
      return y === undefined ? [] : [{ label, x: right + 14, y, anchor: 'start' }];
    }),
  ];
}

function drawLabels(svg: SVGSVGElement, placed: readonly Placed[], current: number): void {
  const group = svgPart(svg, 'labels');
  if (!group) return;
  pool<SVGGElement>(group, 'g', placed.length).forEach((item, n) => {
    const place = placed[n];
    if (!place) return;
    const { label, x, y, anchor } = place;
    if (item.childElementCount === 0) {
      item.innerHTML = '<path class="land-leader"/><text class="land-label"></text>';
    }
    item.setAttribute('class', label.k === current ? 'land-current' : '');
    const [leader, words] = item.children;
    const foot = anchor === 'middle' ? `${x.toFixed(1)} ${y + 8}` : `${(x - 3).toFixed(1)} ${y.toFixed(1)}`;
    leader?.setAttribute('d', `M${label.x.toFixed(1)} ${label.y.toFixed(1)}L${foot}`);
    if (!words) return;
    setAttributes(words, { x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': anchor });
    words.textContent = label.text;
  });
}

function drawProfiles(
  svg: SVGSVGElement,
  { profiles }: ProfileState,
  current: number,
  x: LinearAxis,
  y: LinearAxis,
): void {
  const group = svgPart(svg, 'curves');
  if (!group) return;
  const order = profiles.map((_, k) => k).sort((p, q) => Number(p === current) - Number(q === current));
  pool<SVGPathElement>(group, 'path', profiles.length).forEach((path, n) => {
    const profile = profiles[order[n] ?? 0];
    if (!profile) return;
    const points = [...profile.x].map((value, k): [number, number] => {
      const loss = profile.losses[k] as number;
      // Far beyond the frame is as good as at any height above it.
      return [linearPixel(x, value), Math.max(-2000, linearPixel(y, loss))];
    });
    setAttributes(path, {
      class: order[n] === current ? 'land-curve land-current' : 'land-curve',
      d: pathThrough(points),
    });
  });
}

/** How far the loss falls, with as many digits as it takes to see it. */
function describe(gamma: number, crest: number, low: number): string {
  const shown = readableText(gamma);
  for (let digits = 4; digits <= 9 && low < crest; digits++) {
    const [from, to] = [readableText(crest, digits), readableText(low, digits)];
    if (from !== to) return text.profile.falls(shown, from, to);
  }
  return text.profile.rises(shown, readableText(crest, 4));
}

function draw(section: Element, state: ProfileState | undefined): void {
  const svg = section.querySelector('svg');
  section.setAttribute('data-state', state && state.profiles.length > 0 ? 'shown' : 'waiting');
  if (!svg || !state || state.profiles.length === 0) return;
  const width = fitToPixels(svg, HEIGHT);
  const range = profileRange(state.profiles);
  const right = width - RIGHT_MARGIN;
  const y: LinearAxis = { low: range.loss[0], high: range.loss[1], from: BOTTOM, to: TOP };
  const losses = linearTicks(y, 28);
  const left = Math.max(44, ...losses.map(({ label }) => DIGIT * label.length + 12));
  const x: LinearAxis = { low: range.x[0], high: range.x[1], from: left, to: right };
  const current = nearestProfile(state.profiles, state.gamma);
  const frame = svgPart(svg, 'frame');
  if (frame) {
    setAttributes(frame, {
      x: String(left - 2),
      y: String(TOP),
      width: String(right - left + 4),
      height: String(BOTTOM - TOP),
    });
  }
  drawLeftTicks(svg, losses, left, right);
  drawBottomTicks(svg, linearTicks(x, 52), left, right, BOTTOM);
  const name = svgPart(svg, 'x-name');
  if (name) setAttributes(name, { x: String((left + right) / 2), y: String(HEIGHT - 10) });
  drawProfiles(svg, state, current, x, y);
  const labels = state.profiles.map((profile, k): Label => {
    const end = curveEnd(profile, range.loss[1]);
    return {
      k,
      x: linearPixel(x, end.x),
      y: linearPixel(y, end.loss),
      cut: end.cut,
      text: `γ = ${numberText(Number(profile.gamma.toPrecision(3)))}`,
      priority: k === current ? 1 : -Math.abs(profile.gamma - state.gamma),
    };
  });
  drawLabels(svg, placeLabels(labels, left, right, width), current);
  const profile = state.profiles[current];
  if (!profile) return;
  const crest = crestOf(profile);
  const inside = range.x[0] <= 0 && range.x[1] >= 0;
  const point = svgPart(svg, 'crest');
  point?.setAttribute('visibility', inside ? 'visible' : 'hidden');
  point?.setAttribute(
    'transform',
    `translate(${linearPixel(x, 0).toFixed(1)} ${linearPixel(y, crest).toFixed(1)})`,
  );
  const atEdge = linearPixel(x, 0) < left + 40;
  const words = svgPart(svg, 'crest-label');
  if (words) setAttributes(words, { 'text-anchor': atEdge ? 'start' : 'middle', x: atEdge ? '8' : '0' });
  const low = profile.losses.reduce((best, value) => Math.min(best, value), Infinity);
  const described = describe(profile.gamma, crest, low);
  svg.setAttribute('aria-label', `${text.profile.title}. ${described}`);
  const sentence = section.querySelector('[data-readout="profile-words"]');
  if (sentence) sentence.textContent = described;
}

/** The loss profiles. */
export function ProfilePlot({ source, along = 'alpha' }: ProfilePlotProps) {
  const root = useSource<HTMLElement, ProfileState>(source, draw, true);
  const clip = useId();
  return (
    <section className="land-panel" aria-label={text.profile.title} ref={root} data-state="waiting">
      <header className="panel-header">
        <h3>{text.profile.title}</h3>
        <p>{text.profile.subtitle[along]}</p>
      </header>
      <p className="land-sentence" data-readout="profile-words" />
      <svg
        className="land-plot"
        height={HEIGHT}
        viewBox={`0 0 460 ${HEIGHT}`}
        role="img"
        aria-label={text.profile.title}
      >
        <clipPath id={clip}>
          <rect data-part="frame" />
        </clipPath>
        <g data-part="left-ticks" />
        <g data-part="bottom-ticks" />
        <line className="land-axis" data-part="base" />
        <text className="land-label land-axis-name" x={2} y={TOP - 22}>
          {text.profile.loss}
        </text>
        <text className="land-label land-axis-name" textAnchor="middle" data-part="x-name">
          {text.profile.axis[along]}
        </text>
        <g data-part="curves" clipPath={`url(#${clip})`} />
        <g data-part="labels" />
        <g data-part="crest" visibility="hidden">
          <circle className="land-crest" r={5} />
          <text className="land-label land-crest-label" data-part="crest-label" y={-14}>
            {text.profile.crest}
          </text>
        </g>
      </svg>
    </section>
  );
}
