import { describe, expect, it } from 'vitest';
import { ballState } from '#figures/landscape/ball';
import { describeLandscape, landscapeData } from '#figures/landscape/describe';
import { ballPlace, currentRun, replayIndex, trackPlaces } from '#figures/landscape/run-places';
import { landscapePresets, landscapeSchema } from '#figures/landscape/schema';
import type { Run, Session } from '#figures/landscape/session';
import { emptyLandscape, paperSpec } from '#landscape/landscape-data';
import { specOf } from '#landscape/network-choice';
import { sliceFrame } from '#landscape/slice-frame';
import { ALPHA } from '#landscape/slice-mesh';
import { saddlePoint } from '#math/landscape/saddle-line';
import { defaults } from '#state/schema';
import { line, oracle, splitLoss } from '../../support/landscape';
import { paperLandscape } from '../../support/slices';

const start = defaults(landscapeSchema);
const none = { runs: [], running: false, ballMoved: false, swarm: undefined, trouble: '' } as const;
const { data } = paperLandscape([1.1, 1.5, 2, 3]);
const session: Session = { ...data, ...none };

/** A run that goes off the saddle line in steps. */
function run(count: number): Run {
  const list = <T>(value: (k: number) => T) => Array.from({ length: count }, (_, k) => value(k));
  return {
    id: 1,
    times: list((k) => 10 * k),
    losses: list((k) => 0.05 - 0.0001 * k),
    gammas: list((k) => 1.5 + 0.01 * k),
    along: list((k) => 0.1 + 0.001 * k),
    alphas: list((k) => 0.001 * k),
    offDescent: list(() => 0.1),
    offPlane: list(() => 0.2),
    epsilons: list(() => 0.1),
    thetas: list((k) => saddlePoint(line, 1.5 + 0.01 * k)),
  };
}

describe('the ball', () => {
  it('is nowhere before there is a landscape', () => {
    const empty: Session = { ...emptyLandscape(paperSpec()), ...none };
    expect(ballState(empty, start)).toBeUndefined();
    expect(describeLandscape(start, empty)).toBe('The landscape is being computed.');
    expect(landscapeData(empty)[0]?.rows).toEqual([]);
  });

  it('is at its start as the values put it, with the pair there', () => {
    const ball = ballState(session, { ...start, gamma: 1.5, along: 1 });
    const foot = data.columns.find(({ gamma }) => gamma === 1.5)?.plus;
    expect(ball).toMatchObject({ gamma: 1.5, time: 0, off: 0, loss: foot?.footLoss });
    expect(splitLoss.loss(ball?.theta ?? new Float64Array(17))).toBeCloseTo(foot?.footLoss ?? NaN, 12);
    expect(ball?.epsilon).toBeCloseTo(foot?.footEpsilon ?? NaN, 9);
    // a_i - a_j = (2 gamma - 1) a*, up and down all of the column.
    expect(ball?.gap).toBeCloseTo(2 * (oracle.minimum.a[0] ?? NaN), 8);
  });

  it('on the saddle line is a pair of one neuron', () => {
    const ball = ballState(session, { ...start, along: 0 });
    expect(ball?.loss).toBeCloseTo(oracle.minimum.loss, 12);
    expect(ball?.epsilon).toBeCloseTo(0, 9);
  });

  it('on the plane slice has parameters only when they have been found for just that point', () => {
    const plane = { ...start, slice: 'plane', gamma: 1.5, along: 0.4 } as const;
    expect(ballState(session, plane)).not.toHaveProperty('theta');
    expect(ballState(session, plane)?.loss).toBeGreaterThan(0);
    const theta = saddlePoint(line, 1.5);
    const located = { gamma: 1.5, alpha: 0.4 * ALPHA, theta };
    expect(ballState({ ...session, located }, plane)?.theta).toBe(theta);
    expect(ballState({ ...session, located }, { ...plane, along: 0.41 })).not.toHaveProperty('theta');
    expect(ballState({ ...session, plane: undefined }, plane)).toBeUndefined();
  });

  it('of a run is where the replay has it, on the last run', () => {
    const both: Session = { ...session, runs: [run(3), run(11)] };
    expect(currentRun(both)?.times.length).toBe(11);
    for (const [time, k] of [
      [0, 0],
      [0.5, 5],
      [1, 10],
    ] as const) {
      const ball = ballState(both, { ...start, time });
      expect(ball).toMatchObject({ time: 10 * k, gamma: 1.5 + 0.01 * k, loss: 0.05 - 0.0001 * k });
      // Each slice has its own distance.
      expect(ball?.off).toBe(0.1);
      expect(ballState(both, { ...start, time, slice: 'plane' })?.off).toBe(0.2);
    }
    expect(replayIndex(run(11), 7)).toBe(10);
    expect(replayIndex(run(11), -7)).toBe(0);
    // Its start can still be asked for.
    expect(ballState(both, start, 'start')).toMatchObject({ time: 0, gamma: start.gamma });
  });

  it('stands on the picture, and its track has at most some hundred points, the last among them', () => {
    const frame = sliceFrame(data, 'descent', 'linear');
    if (!frame) throw new Error('no frame');
    const long: Session = { ...session, runs: [run(5000)] };
    const track = trackPlaces(frame, run(5000));
    expect(track.length).toBeLessThan(900);
    expect(track.length).toBeGreaterThan(300);
    expect(track.flat().every(Number.isFinite)).toBe(true);
    expect(ballPlace(frame, long, { ...start, time: 1 })).toEqual(track.at(-1));
    expect(ballPlace(frame, long, { ...start, time: 0 })).toEqual(track[0]);
  });
});

describe('words and tables', () => {
  it('describe the slice, both roads and the ball', () => {
    const words = describeLandscape(start, session);
    expect(words).toMatch(
      /descent slice.*plus side: A minimum at infinity.*minus side: An optimum at finite ε.*γ = 1\.50/,
    );
    expect(words).not.toMatch(/NaN|undefined/);
    expect(describeLandscape({ ...start, axis: 'middle' }, session)).toMatch(
      /γ axis from the middle, ½ to 2\./,
    );
  });

  it('have as many numbers in each row as columns, and the last run', () => {
    const tables = landscapeData({ ...session, runs: [run(3), run(4)] });
    expect(tables.map(({ name }) => name)).toEqual(['feet', 'roads', 'plane', 'run']);
    for (const { columns, rows } of tables) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row.length).toBe(columns.length);
        expect(row.every(Number.isFinite)).toBe(true);
      }
    }
    expect(tables.at(-1)?.rows.length).toBe(4);
  });
});

describe('the network that values ask for', () => {
  it('is the paper’s with one of its three neurons, or one of a seed, and never one without the neuron', () => {
    expect(specOf(start)).toEqual(paperSpec(0));
    expect(specOf({ ...start, neuron: 5 })).toEqual(paperSpec(2));
    const trained = { ...start, network: 'trained', hidden: 2, neuron: 5, seed: 9, grid: 16 } as const;
    expect(specOf(trained)).toMatchObject({ width: 2, neuron: 1, seed: 9, grid: 16, activation: 'g' });
    expect(specOf(trained).theta).toBeUndefined();
  });

  it('of the plateau saddle has one neuron', () => {
    const values = { ...start, ...landscapePresets['plateau-saddle'] };
    expect(specOf(values)).toMatchObject({ width: 1, neuron: 0, seed: 2, activation: 'g' });
  });
});
