/** The tips of the input weights under a glass that magnifies by 1/ε, and the output weights as numbers. */
import { useStore } from 'zustand';
import { paint } from '#plot/style';
import type { FigureStore } from '#state/figure-store';
import { readableText } from '#state/number-text';
import { setAttributes, useLive } from '#ui/live';
import { Readout, TextReadout } from '#ui/readout';
import { Formula } from '#ui/symbol';
import { Indexed } from './indexed';
import { growthAt, neuronsOf } from './model';
import type { TripleSchema, TripleValues } from './schema';
import { text } from './text';
import { neuronTints } from './tints';
import { DRAWING, GLASS, glassesOf, type Pixel } from './tips-geometry';
import '#ui/panel.css';
import './tips-view.css';

const fixed = (value: number) => value.toFixed(2);

function moveLine(line: Element | null, from: Pixel, to: Pixel): void {
  if (!line) return;
  setAttributes(line, { x1: fixed(from[0]), y1: fixed(from[1]), x2: fixed(to[0]), y2: fixed(to[1]) });
}

function moveTo(element: Element | null, [x, y]: Pixel): void {
  if (element) setAttributes(element, { transform: `translate(${fixed(x)} ${fixed(y)})` });
}

/** Puts everything in the drawing where it is for these values. */
function drawTips(svg: SVGSVGElement, values: TripleValues): void {
  for (const [g, glass] of glassesOf(values).entries()) {
    const group = svg.querySelector(`[data-glass="${g}"]`);
    if (!group) continue;
    const [first, last] = glass.outer;
    moveLine(group.querySelector('.tips-between'), first.at, last.at);
    if (glass.middle) moveLine(group.querySelector('.tips-off'), glass.middle.halfway, glass.middle.at);
    for (const tip of [first, last, ...(glass.middle ? [glass.middle] : [])]) {
      moveLine(group.querySelector(`[data-shaft="${tip.index}"]`), tip.tail, tip.at);
      moveTo(group.querySelector(`[data-tip="${tip.index}"]`), tip.at);
      moveTo(group.querySelector(`[data-name="${tip.index}"]`), tip.name);
    }
  }
  const { apart, off } = growthAt(values);
  const words =
    off === undefined
      ? text.tips.pairs(readableText(apart))
      : text.tips.description(readableText(apart), readableText(off));
  setAttributes(svg, { 'aria-label': `${text.tips.title}. ${words}` });
}

/** The drawing and the numbers. */
export function TipsView({ store }: { readonly store: FigureStore<TripleSchema> }) {
  const group = useStore(store.api, ({ values }) => values.group);
  return (
    <section className="panel tips" aria-label={text.tips.title}>
      <header className="panel-header">
        <h3>{text.tips.title}</h3>
        <p>
          <TextReadout
            store={store}
            name="magnification"
            value={({ eps }) => text.tips.subtitle(readableText(1 / eps))}
          />
        </p>
      </header>
      <Drawing store={store} group={group} key={group} />
      <ul className="tips-numbers" data-group={group}>
        {neuronTints(group).map((tint, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: neurons are known by their number
          <li key={k}>
            <Formula>
              <Indexed letter="a" index={k + 1} colour={tint} /> ={' '}
              <Readout
                store={store}
                name={`a${k + 1}`}
                value={(values) => neuronsOf(values)[k]?.a ?? Number.NaN}
              />
            </Formula>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DrawingProps {
  readonly store: FigureStore<TripleSchema>;
  readonly group: TripleValues['group'];
}

function Drawing({ store, group }: DrawingProps) {
  const svg = useLive<SVGSVGElement, TripleSchema>(store, drawTips);
  const tints = neuronTints(group);
  const glasses =
    group === 'triple'
      ? [[0, 1, 2]]
      : [
          [0, 1],
          [2, 3],
        ];
  return (
    <svg
      className="tips-drawing"
      viewBox={`0 0 ${DRAWING.width} ${DRAWING.height}`}
      role="img"
      aria-label={text.tips.title}
      ref={svg}
    >
      {glasses.map((indices, g) => {
        const [x, y] = GLASS.centres[group][g] ?? [0, 0];
        return (
          <g key={indices.join()} data-glass={g}>
            <circle className="tips-glass" cx={x} cy={y} r={GLASS.radius} />
            {indices.map((k) => (
              <line key={k} className="tips-shaft" data-shaft={k} stroke={paint(tints[k] ?? 'ink')} />
            ))}
            <line className="tips-between" />
            {indices.length === 3 && <line className="tips-off" />}
            {indices.map((k) => (
              <circle key={k} data-tip={k} r={5} fill={paint(tints[k] ?? 'ink')} />
            ))}
            {indices.map((k) => (
              <text key={k} className="tips-name" data-name={k} fill={paint(tints[k] ?? 'ink')}>
                w
                <tspan className="axis-subscript" dy="0.3em">
                  {k + 1}
                </tspan>
              </text>
            ))}
          </g>
        );
      })}
    </svg>
  );
}
