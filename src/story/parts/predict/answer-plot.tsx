/** Axes to draw on: the ground of `Draw` and `Slope`. */
import type { ReactNode } from 'react';
import type { AxisLabel } from '#story/facts/curves';
import { isSymbol, symbols } from '#ui/symbols';
import { PAD, type PadAxis, padX, padY } from './answer-plot-geometry';

interface PadTick {
  readonly at: number;
  readonly text: string;
  /** Of ten; the text stands before it. */
  readonly power?: number;
}

export interface PadSide extends PadAxis {
  readonly ticks: readonly PadTick[];
  readonly label: AxisLabel;
}

interface PadProps {
  readonly x: PadSide;
  readonly y: PadSide;
  readonly name: string;
  readonly className?: string;
  readonly children?: ReactNode;
  readonly data?: Readonly<Record<`data-${string}`, string | number>>;
}

const minus = (text: string | number) => String(text).replace('-', '−');

/** A number at an axis. */
export function tick(at: number): PadTick {
  return { at, text: minus(at) };
}

/** A power of ten at an axis, with text before it. */
export function powerTick(power: number, before = ''): PadTick {
  return { at: power, text: `${before}10`, power };
}

function TickText({ text, power }: PadTick) {
  return (
    <>
      {text}
      {power !== undefined && (
        <tspan className="pad-power" dy="-5">
          {minus(power)}
        </tspan>
      )}
    </>
  );
}

/** Symbols and text at an axis. */
function Label({ label }: { readonly label: AxisLabel }) {
  return label.map((piece, k) => {
    const key = `${k}${piece}`;
    if (!isSymbol(piece)) return <tspan key={key}>{piece.slice(1)}</tspan>;
    const { letter, subscript, colour, upright } = symbols[piece];
    return (
      <tspan key={key} className={`pad-symbol${upright ? ' upright' : ''} tex-${colour}`} data-symbol={piece}>
        {letter}
        {subscript && (
          <tspan className={subscript.length > 1 ? 'pad-power upright' : 'pad-power'} dy="4">
            {subscript}
          </tspan>
        )}
        {subscript && <tspan dy="-4">{'\u200b'}</tspan>}
      </tspan>
    );
  });
}

/** A pad with axes; what is drawn on it comes at run time, or as children. */
export function Pad({ x, y, name, className = '', children, data }: PadProps) {
  const right = PAD.width - PAD.right;
  const foot = PAD.height - PAD.bottom;
  return (
    <svg
      className={`pad ${className}`}
      viewBox={`0 0 ${PAD.width} ${PAD.height}`}
      role="img"
      aria-label={name}
      data-x={`${x.from} ${x.to}`}
      data-y={`${y.from} ${y.to}`}
      {...data}
    >
      <rect
        className="pad-ground"
        x={PAD.left}
        y={PAD.top}
        width={right - PAD.left}
        height={foot - PAD.top}
      />
      <g className="pad-axis">
        {x.ticks.map((one) => (
          <g key={one.at}>
            <path
              d={`M${padX(x, one.at)} ${PAD.top}V${foot}`}
              className={one.at === 0 ? 'pad-zero' : undefined}
            />
            <text x={padX(x, one.at)} y={foot + 20} textAnchor="middle">
              <TickText {...one} />
            </text>
          </g>
        ))}
        {y.ticks.map((one) => (
          <g key={one.at}>
            <path
              d={`M${PAD.left} ${padY(y, one.at)}H${right}`}
              className={one.at === 0 ? 'pad-zero' : undefined}
            />
            <text x={PAD.left - 8} y={padY(y, one.at) + 4} textAnchor="end">
              <TickText {...one} />
            </text>
          </g>
        ))}
        <text className="pad-label" x={right} y={foot + 41} textAnchor="end">
          <Label label={x.label} />
        </text>
        <text className="pad-label" x={PAD.left} y={PAD.top - 12}>
          <Label label={y.label} />
        </text>
      </g>
      {children}
    </svg>
  );
}
