import { describe, expect, it } from 'vitest';
import { describeLandscape, landscapeData } from '#figures/landscape/describe';
import { swarmDots } from '#figures/landscape/run-places';
import { type LandscapeValues, landscapeSchema } from '#figures/landscape/schema';
import {
  countSwarm,
  type Swarm,
  swarmStarts as startsOn,
  swarmFrame,
  swarmKey,
  withSwarmPart,
} from '#figures/landscape/swarm';
import { emptyLandscape, paperSpec, withPart } from '#landscape/landscape-data';
import { defaults } from '#state/schema';
import { palettes } from '#ui/theme';
import type { SwarmPart } from '#workers/swarm-messages';
import { madeColumns, madeFrame, networkPart } from '../../support/slices';

const swarmStarts = (of: LandscapeValues) => startsOn(of, () => true);
const values: LandscapeValues = { ...defaults(landscapeSchema), toss: 1 };

/** Balls in these places, by their numbers in `swarmPlaces`. */
function part(time: number, ...places: number[]): SwarmPart {
  const list = (value: number) => Float64Array.from(places, () => value);
  return {
    time,
    places: Uint8Array.from(places),
    losses: list(0.7),
    gammas: list(1.5),
    along: list(0.5),
    alphas: list(0.1),
    offDescent: list(0.2),
    offPlane: list(0.3),
  };
}

const swarm: Swarm = {
  key: swarmKey(values),
  starts: [1.1, 1.2, 1.3, 1.4].map((gamma) => ({ gamma, along: 0.5 })),
  frames: [part(0, 0, 0, 0, 0), part(1, 0, 0, 0, 0), part(2, 1, 1, 2, 3)],
  running: false,
};

describe('the starts of a swarm', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(swarmStarts(values)).toEqual(swarmStarts({ ...values }));
    expect(swarmStarts(values)[0]).not.toEqual(swarmStarts({ ...values, toss: 2 })[0]);
    expect(swarmStarts({ ...values, balls: 500 }).length).toBe(500);
  });

  it('lie all over the drawn slice and nowhere else', () => {
    const starts = swarmStarts({ ...values, balls: 500 });
    const gammas = starts.map(({ gamma }) => gamma);
    expect([Math.min(...gammas) >= 1.03, Math.max(...gammas) <= 3]).toEqual([true, true]);
    expect(Math.max(...gammas) - Math.min(...gammas)).toBeGreaterThan(1.9);
    const sides = starts.map((start) => ('along' in start ? Math.sign(start.along) : 0));
    expect(sides.filter((side) => side > 0).length).toBeGreaterThan(200);
    expect(sides.filter((side) => side < 0).length).toBeGreaterThan(200);
    for (const start of swarmStarts({ ...values, slice: 'plane', axis: 'compact' })) {
      expect('alpha' in start && Math.abs(start.alpha) <= 0.25 && start.gamma <= 1000).toBe(true);
    }
  });

  it('are on the surface only, and none where there is none', () => {
    const starts = startsOn(values, (gamma, across) => across > 0 || gamma > 2.5);
    expect(starts.length).toBe(100);
    expect(starts.every((start) => 'along' in start && (start.along > 0 || start.gamma > 2.5))).toBe(true);
    expect(startsOn(values, () => false)).toEqual([]);
  });
});

describe('the key of a swarm', () => {
  it('is another for another network, slice, axis, number or seed, and for nothing else', () => {
    const key = swarmKey(values);
    expect(swarmKey({ ...values, gamma: 2, along: 1, time: 0, cam: [0, 0, 1] })).toBe(key);
    const changes = [
      { neuron: 2 },
      { slice: 'plane' },
      { axis: 'log' },
      { crop: 'all' },
      { balls: 50 },
      { toss: 2 },
    ] as const;
    for (const change of changes) expect(swarmKey({ ...values, ...change })).not.toBe(key);
    expect(swarmKey({ ...values, toss: 0 })).toBe('');
  });
});

describe('the balls of a swarm', () => {
  it('are shown as they are now while they roll, and by the replay afterwards', () => {
    expect(swarmFrame({ ...swarm, running: true }, 0)?.time).toBe(2);
    expect([0, 0.5, 1].map((time) => swarmFrame(swarm, time)?.time)).toEqual([0, 1, 2]);
    expect(swarmFrame({ ...swarm, frames: [] }, 1)).toBeUndefined();
  });

  it('are looked at once for each time', () => {
    const again = withSwarmPart(swarm, part(2, 1, 1, 1, 1));
    expect(again.frames.map(({ time }) => time)).toEqual([0, 1, 2]);
    expect(countSwarm(again.frames.at(-1)).channel).toBe(4);
    expect(withSwarmPart(swarm, part(3, 1, 1, 2, 2)).frames.length).toBe(4);
  });

  it('have the colours of where they are', () => {
    const frame = madeFrame('linear', madeColumns([1.1, 1.5, 2]));
    const { channel, a, epsilon } = palettes.light;
    const colours = (places: number[], ended: boolean) =>
      swarmDots(frame, part(1, ...places), palettes.light, ended).map(({ colour }) => colour);
    expect(colours([1, 2, 0, 3], false)).toEqual([channel, a, epsilon, epsilon]);
    // Without motion a ball is there when it has arrived.
    expect(colours([1, 2, 0, 3], true)).toEqual([channel, a, epsilon]);
  });

  it('are counted, in the description and among the numbers', () => {
    expect(countSwarm(swarm.frames[2])).toEqual({ rolling: 0, channel: 2, finite: 1, elsewhere: 1 });
    const data = withPart(emptyLandscape(paperSpec()), networkPart());
    const session = { ...data, runs: [], running: false, ballMoved: false, trouble: '', swarm };
    expect(describeLandscape(values, session)).toContain(
      'Of 4 balls dropped at random places of this surface, 2 are in a channel to infinity, 1 at a finite minimum, and 1 on their way.',
    );
    const table = landscapeData(session).find(({ name }) => name === 'swarm');
    expect(table?.columns.slice(0, 4)).toEqual(['startGamma', 'startAlong', 'inChannel', 'atFiniteMinimum']);
    expect(table?.rows[2]).toEqual([1.3, 0.5, 0, 1, 0.7, 1.5, 0.5, 0.1, 0.2, 0.3]);
  });
});
