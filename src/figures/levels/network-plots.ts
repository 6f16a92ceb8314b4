/** The network that is looked at: its function over the square of inputs, and its weights as arrows. */
import { activations } from '#math/activation/activation';
import { censusProblem } from '#math/census/problem';
import type { LevelKind } from '#math/levels/level-kind';
import { levelSettings } from '#math/levels/level-run';
import { HALF_WIDTH } from '#math/network/inputs';
import { networkOutput, networkShape } from '#math/network/network';
import { withConstant } from '#math/network/samples';
import type { PlotSpec } from '#plot/frame';
import { type GridValues, isolines, regions } from '#plot/regions';
import { linear } from '#plot/scale';
import { type Segment, segments } from '#plot/segments';
import { plainText } from '#state/number-text';
import { chosenLevel } from './chosen';
import { endsNow } from './copy-plots';
import type { LevelsValues } from './schema';
import type { Session } from './session';
import { text } from './text';

/** What is known of the network that is looked at. */
export interface ShownNetwork {
  readonly kind: LevelKind;
  readonly width: number;
  readonly biases: boolean;
  readonly theta: Float64Array;
  readonly groups: readonly (readonly number[])[];
  readonly isInfinite: boolean;
  readonly loss: number;
  readonly lossAtInfinity: number;
  readonly h: number;
  /** Where it comes from, in words. */
  readonly caption: string;
}

/** The network that is looked at; undefined while it is trained. */
export function shownNetwork(session: Session, values: LevelsValues): ShownNetwork | undefined {
  if (values.view === 'copy') {
    const end = endsNow(session, values)?.[values.end];
    return (
      end && {
        ...end,
        width: 3,
        biases: false,
        isInfinite: end.kind === 'infinite',
        caption: text.network.atGamma(plainText(values.gamma)),
      }
    );
  }
  const chosen = chosenLevel(session, values);
  if (!chosen) return undefined;
  const { level, runs } = chosen;
  const { representative } = level;
  return {
    kind: level.kind,
    width: values.width,
    biases: values.biases,
    theta: Float64Array.from(representative.theta),
    groups: representative.groups,
    isInfinite: level.infinite > 0,
    loss: representative.loss,
    lossAtInfinity: level.loss,
    h: representative.h,
    caption: text.network.caption(level.count, runs, representative.seed),
  };
}

/** Points a side of the grid on which functions are drawn. */
const SIDE = 41;

/** The inputs of that grid: x1 fastest, lowest x2 first. */
function gridInputs(): Float64Array {
  const at = (k: number) => HALF_WIDTH * ((2 * k) / (SIDE - 1) - 1);
  return Float64Array.from({ length: 2 * SIDE * SIDE }, (_, k) =>
    k % 2 === 0 ? at((k / 2) % SIDE) : at(Math.floor((k - 1) / 2 / SIDE)),
  );
}

let target: GridValues | undefined;

/** The target on the same grid. */
function targetGrid(): GridValues {
  if (target) return target;
  const { samples } = censusProblem(levelSettings(1, false), 1).problem;
  const full = Math.round(Math.sqrt(samples.count));
  const stride = (full - 1) / (SIDE - 1);
  const values = Float64Array.from({ length: SIDE * SIDE }, (_, k) => {
    const [column, row] = [k % SIDE, Math.floor(k / SIDE)].map((at) => Math.round(at * stride));
    return samples.targets[(row ?? 0) * full + (column ?? 0)] as number;
  });
  target = { side: SIDE, values };
  return target;
}

const SHADES = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];
const LINES = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5];
const square = (title: string) => linear([-HALF_WIDTH, HALF_WIDTH], { title });

/** The function of the network over both inputs, the target as lines. */
export function functionSpec({ width, biases, theta }: ShownNetwork): PlotSpec {
  const shape = networkShape(biases ? 3 : 2, width, biases);
  const inputs = gridInputs();
  const values = networkOutput(shape, activations.g, theta, biases ? withConstant(inputs, 2) : inputs);
  return {
    x: square('x_1'),
    y: square('x_2'),
    marks: [
      regions({ side: SIDE, values }, SHADES),
      isolines(targetGrid(), LINES, { colour: 'ink', width: 0.9, opacity: 0.75 }),
    ],
  };
}

/** Arrows that are shorter than this share of the longest have no name of their own. */
const NAMED = 0.04;

/** Input weights as arrows, coloured by the sign of the output weight; groups with a broad line below. */
export function weightsSpec({ width, biases, theta, groups }: ShownNetwork): PlotSpec {
  const d = biases ? 3 : 2;
  const neurons = Array.from({ length: width }, (_, j) => ({
    w: [theta[j * d] as number, theta[j * d + 1] as number] as const,
    a: theta[width * d + j] as number,
    isGrouped: groups.some((group) => group.includes(j)),
  }));
  const longest = Math.max(...neurons.map(({ w }) => Math.hypot(...w)), 0.1);
  const reach = 1.25 * longest;
  const arrows = neurons.map(
    ({ w, a }): Segment => ({
      from: [0, 0],
      to: w,
      colour: a > 0 ? 'positive' : 'negative',
      width: 2,
      isArrow: true,
      name: a > 0 ? 'positive' : 'negative',
    }),
  );
  const halos = neurons
    .filter(({ isGrouped }) => isGrouped)
    .map(({ w }): Segment => ({ from: [0, 0], to: w, colour: 'channel', width: 9, opacity: 0.22 }));
  return {
    x: linear([-reach, reach], { title: text.network.first }),
    y: linear([-reach, reach], { title: text.network.second }),
    namesRoom: 12,
    marks: [
      segments([
        { from: [-reach, 0], to: [reach, 0], colour: 'axis', width: 0.75 },
        { from: [0, -reach], to: [0, reach], colour: 'axis', width: 0.75 },
      ]),
      segments(halos),
      segments(arrows),
    ],
    labels: neurons
      .filter(({ w }) => Math.hypot(...w) > NAMED * longest)
      .map(({ w, a }) => ({
        x: w[0],
        y: w[1],
        text: `${a > 0 ? '+' : ''}${plainText(Number(a.toPrecision(3)))}`,
        colour: a > 0 ? ('positive' as const) : ('negative' as const),
        side: w[0] > 0 ? ('right' as const) : ('left' as const),
      })),
  };
}
