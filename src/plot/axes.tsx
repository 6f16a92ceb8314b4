/** The axes of a plot: thin grid lines, ticks below, titles at the ends. */
import type { LaidOut, PlotSpec } from './frame';
import { plotText } from './text';

function Title({
  x,
  y,
  anchor,
  text,
}: {
  x: number;
  y: number;
  anchor: 'start' | 'end';
  text: string | undefined;
}) {
  if (!text) return null;
  return (
    <text className="plot-title" x={x} y={y} textAnchor={anchor}>
      {plotText(text)}
    </text>
  );
}

/** Grid, ticks and titles. */
export function axes({ x, y, right }: PlotSpec, frame: LaidOut) {
  const { left, right: end, top, bottom, width, height, ticks } = frame;
  const second = right?.scale(bottom, top);
  return (
    <g data-part="axes">
      {ticks.y.map(({ value, label }) => (
        <g key={value}>
          <line className="plot-grid" x1={left} x2={end} y1={frame.y.at(value)} y2={frame.y.at(value)} />
          <text className="plot-tick" x={left - 7} y={frame.y.at(value)} textAnchor="end">
            {plotText(label)}
          </text>
        </g>
      ))}
      {ticks.right.map(({ value, label }) => (
        <g key={value}>
          <line className="plot-axis" x1={end} x2={end + 4} y1={second?.at(value)} y2={second?.at(value)} />
          <text className="plot-tick" x={end + 7} y={second?.at(value)} textAnchor="start">
            {plotText(label)}
          </text>
        </g>
      ))}
      {ticks.x.map(({ value, label }) => (
        <g key={value}>
          <line
            className="plot-axis"
            x1={frame.x.at(value)}
            x2={frame.x.at(value)}
            y1={bottom}
            y2={bottom + 4}
          />
          <text className="plot-tick" x={frame.x.at(value)} y={bottom + 15} textAnchor="middle">
            {plotText(label)}
          </text>
        </g>
      ))}
      <line className="plot-axis" x1={left} x2={end} y1={bottom} y2={bottom} />
      {x.limit && (
        <g>
          <line
            className="plot-axis"
            strokeDasharray="2 4"
            x1={end}
            x2={frame.x.at(x.limit.value)}
            y1={bottom}
            y2={bottom}
          />
          <line
            className="plot-axis"
            x1={frame.x.at(x.limit.value)}
            x2={frame.x.at(x.limit.value)}
            y1={bottom}
            y2={bottom + 4}
          />
          <text className="plot-tick" x={frame.x.at(x.limit.value)} y={bottom + 15} textAnchor="middle">
            {plotText(x.limit.label)}
          </text>
        </g>
      )}
      <Title x={2} y={10} anchor="start" text={y.title} />
      <Title x={width - 2} y={10} anchor="end" text={right?.title} />
      <Title x={end} y={height - 8} anchor="end" text={x.title} />
    </g>
  );
}
