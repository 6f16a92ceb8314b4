/** The chosen network trained once more: the share of its updates along the saddle line, and its sharpness. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorText } from '#landscape/problem-text';
import { followedGroups } from '#math/census/follow';
import { recordKey, settingsOf } from '#math/census/record';
import type { CensusRecord } from '#math/census/run';
import type { RunPoint } from '#math/channel/parallel-share';
import type { PlotSpec } from '#plot/frame';
import { line } from '#plot/line';
import { rule } from '#plot/rule';
import { linear, log } from '#plot/scale';
import { readableText } from '#state/number-text';
import { Cancelled, createTrainingClient, type WorkerClient } from '#workers/client';
import { text } from './text';

export interface CourseState {
  /** The network that is followed. */
  readonly run: CensusRecord | undefined;
  /** Undefined while it is trained. */
  readonly points: readonly RunPoint[] | undefined;
  /** Why there are none. */
  readonly trouble: string;
  /** The point that is read. */
  readonly at: number | undefined;
}

export interface Course {
  readonly api: StoreApi<CourseState>;
  /** Trains a network again and records. */
  readonly follow: (run: CensusRecord) => void;
  readonly pick: (at: number | undefined) => void;
  readonly dispose: () => void;
}

const NOTHING: CourseState = { run: undefined, points: undefined, trouble: '', at: undefined };

/** Follows one network at a time, in a worker of its own. */
export function createCourse(client: WorkerClient = createTrainingClient()): Course {
  const api = createStore<CourseState>(() => NOTHING);
  return {
    api,
    follow(run) {
      api.setState({ ...NOTHING, run });
      client.start('census-follow', { settings: settingsOf(run), seed: run.seed }).then(
        ({ points }) => api.setState({ points }),
        (error: unknown) => {
          if (!(error instanceof Cancelled)) api.setState({ trouble: errorText(error) });
        },
      );
    },
    pick: (at) => api.setState({ at }),
    dispose: () => client.dispose(),
  };
}

/** What the plots of a course show. */
export interface CourseView {
  readonly points: readonly RunPoint[];
  readonly at: number | undefined;
}

/** The course of the chosen network; undefined until it is there, or when another one is chosen. */
export function courseView(
  { run, points, at }: CourseState,
  chosen: CensusRecord | undefined,
): CourseView | undefined {
  const isChosen = run && chosen && recordKey(run) === recordKey(chosen);
  return isChosen && points && points.length > 0 ? { points, at } : undefined;
}

const curve = (points: readonly RunPoint[], value: (point: RunPoint) => number) =>
  points.map((point) => [point.time, value(point)] as const);

function timeAxis({ points }: CourseView) {
  const last = points.at(-1)?.time ?? 1;
  return log([0.1, 10 ** Math.ceil(Math.log10(Math.max(10, last)) - 1e-9)], { title: '{t}' });
}

function here({ points, at }: CourseView) {
  const point = at === undefined ? undefined : points[at];
  return point ? [rule({ x: point.time, colour: 'quiet', name: 'here' })] : [];
}

/** Share of each update along the saddle lines, by both definitions. */
export function courseSharesPlot(view: CourseView): PlotSpec {
  const { points } = view;
  return {
    x: timeAxis(view),
    y: linear([0, 1], { title: text.course.share }),
    marks: [
      ...here(view),
      line(
        curve(points, ({ groupShare }) => groupShare),
        { colour: 'quiet', width: 1.5, name: 'group-share' },
      ),
      line(
        curve(points, ({ pairShare }) => pairShare),
        { colour: 'channel', name: 'pair-share' },
      ),
    ],
  };
}

/** Largest and smallest eigenvalue of the Hessian; negative ones dashed, by their size. */
export function courseEigenvaluesPlot(view: CourseView): PlotSpec {
  const { points } = view;
  // What is rounding has no place.
  const small = curve(points, ({ smallest, rounding }) =>
    Math.abs(smallest) > rounding ? smallest : Number.NaN,
  );
  const large = curve(points, ({ largest }) => largest);
  const sizes = [...small, ...large].map(([, value]) => Math.abs(value)).filter((size) => size > 0);
  const [low, high] = [Math.min(1e-3, ...sizes), Math.max(10, ...sizes)].map(Math.log10) as [number, number];
  return {
    x: timeAxis(view),
    y: log([10 ** Math.floor(low), 10 ** Math.ceil(high)], { title: text.course.eigenvalue }),
    marks: [
      ...here(view),
      line(large, { name: 'large' }),
      line(small, { colour: 'channel', name: 'small' }),
      line(
        small.map(([time, value]) => [time, -value] as const),
        { colour: 'saddleLine', dash: 'dashed', name: 'negative' },
      ),
    ],
  };
}

/** A point of a course in words; the last one when none is picked. */
export function courseWords({ points, at }: CourseView): string {
  const point = points[at ?? points.length - 1] ?? points.at(-1);
  if (!point) return '';
  const { time, pairShare, groupShare, smallest, largest } = point;
  return text.course.point(
    readableText(time),
    ...([pairShare, groupShare, smallest, largest].map((value) => readableText(value)) as [
      string,
      string,
      string,
      string,
    ]),
  );
}

/** Whose updates are measured, in words. */
export function courseGroups(run: CensusRecord): string {
  const names = followedGroups(run).map((neurons) => neurons.map((j) => j + 1).join(', '));
  return text.course.groups(names.join('; '), !run.groups.some(({ neurons }) => neurons.length > 1));
}
