/** What stands still in the picture of the weights: the axes of the plane, and the glass. */
import { plainText } from '#state/number-text';
import { LENS, PLANE, UNIT } from './weights-geometry';

/** The plane of the input weights with its axes. */
export function PlaneFrame() {
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
            {plainText(tick)}
          </text>
          <text className="axis-tick" x={cx - 13} y={cy - tick * UNIT}>
            {plainText(tick)}
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

/** The glass over the middle of the pair. */
export function LensFrame() {
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
