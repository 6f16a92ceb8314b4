import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { currentRun } from '#figures/landscape/run-places';
import { landscapeSchema } from '#figures/landscape/schema';
import { createSession, type LandscapeSession } from '#figures/landscape/session';
import { defaults } from '#state/schema';
import type { RunPart } from '#workers/messages';
import { PuppetWorker, puppets } from '../../support/puppet-worker';
import { columnPart, networkPart } from '../../support/slices';

const paper = defaults(landscapeSchema);
const trained = { ...paper, network: 'trained' } as const;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A stretch of a trajectory of two parameters. */
function runPart(times: readonly number[]): RunPart {
  const list = (value: number) => Float64Array.from(times, () => value);
  return {
    times: Float64Array.from(times),
    losses: list(0.05),
    gammas: list(1.5),
    along: list(0.5),
    offDescent: list(0),
    alphas: list(0.1),
    offPlane: list(0),
    epsilons: list(0.1),
    thetas: Float64Array.from(times.flatMap((time) => [time, time + 1])),
  };
}

const request = {
  start: { gamma: 1.5, along: 0.5 },
  optimizer: 'flow',
  rate: 0.01,
  batch: 32,
  seed: 1,
  maxTime: 1,
  maxSteps: 10,
} as const;

let session: LandscapeSession;

/** The worker that was made last sends a landscape that can be drawn, and ends. */
async function complete(): Promise<void> {
  const worker = puppets.last();
  worker.send(networkPart());
  worker.send(columnPart(1.5));
  worker.send(columnPart(2));
  worker.end();
  await settled();
}

beforeEach(() => {
  puppets.made.length = 0;
  vi.stubGlobal('Worker', PuppetWorker);
  session = createSession(paper);
});
afterEach(() => {
  session.dispose();
  vi.unstubAllGlobals();
});

describe('another network', () => {
  it('is computed when it is asked for, and not when nothing about it has changed', async () => {
    await complete();
    session.compute({ ...paper, seed: 77, grid: 8 });
    expect(puppets.made.length).toBe(1);
    session.compute(trained);
    session.compute({ ...trained });
    expect(puppets.made.length).toBe(2);
  });

  it('takes the place of the previous one once there is something to draw, and not before', async () => {
    await complete();
    const { network, columns } = session.api.getState();
    session.compute(trained);
    expect(session.api.getState()).toMatchObject({ status: 'computing' });
    const [first, next] = puppets.made;
    next?.send(networkPart('outside'));
    next?.send(columnPart(1.5));
    expect(session.api.getState().network).toBe(network);
    expect(session.api.getState().columns).toBe(columns);
    expect(first?.terminated).toBe(false);
    next?.send(columnPart(3));
    expect(session.api.getState().network?.stable).toBe('outside');
    expect(session.api.getState().columns.map(({ gamma }) => gamma)).toEqual([1.5, 3]);
    expect(first?.terminated).toBe(true);
    next?.end();
    await settled();
    expect(session.api.getState().status).toBe('ready');
  });

  it('that is not found leaves the previous picture, with a sentence that says so', async () => {
    await complete();
    const { network, columns } = session.api.getState();
    session.compute({ ...trained, act: 'softplus', hidden: 1 });
    puppets.last().fail({ code: 'no-minimum', attempts: 20 });
    await settled();
    const state = session.api.getState();
    expect(state.status).toBe('failed');
    expect(state.message).toMatch(
      /^No new finite minimum from 20 .*\. The picture still shows the previous network\.$/,
    );
    expect(state.network).toBe(network);
    expect(state.columns).toBe(columns);
    // Back to the one that is shown: it is there at once.
    session.compute(paper);
    expect(session.api.getState()).toMatchObject({ status: 'ready', message: '' });
    expect(puppets.made.filter(({ terminated }) => !terminated).length).toBe(1);
  });

  it('asked for while another is computed ends that computation', async () => {
    await complete();
    session.compute({ ...trained, seed: 1 });
    session.compute({ ...trained, seed: 2 });
    expect(puppets.made.map(({ terminated }) => terminated)).toEqual([false, true, false]);
    // What the first had still under way changes nothing.
    puppets.made[1]?.fail({ code: 'no-way-down' });
    await settled();
    expect(session.api.getState().status).toBe('computing');
  });

  it('that fails as the first one says why, without a picture', async () => {
    puppets.last().fail({ code: 'no-output-weight', neuron: 0 });
    await settled();
    expect(session.api.getState()).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/^Neuron 1 has output weight 0/) as string,
      columns: [],
    });
  });
});

describe('a run', () => {
  it('grows by its parts and has an end', async () => {
    await complete();
    session.run(request);
    const worker = puppets.last();
    const { asked } = worker;
    worker.say({ type: 'part', id: asked, part: runPart([0, 1]) });
    worker.say({ type: 'part', id: asked, part: runPart([2]) });
    expect(session.api.getState().running).toBe(true);
    const [run] = session.api.getState().runs;
    expect(run?.times).toEqual([0, 1, 2]);
    expect(run?.thetas.map((theta) => [...theta])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    worker.end({ kind: 'time', place: 'channel', loss: 0.04, gradientNorm: 0 });
    await settled();
    expect(session.api.getState()).toMatchObject({ running: false, trouble: '' });
    expect(session.api.getState().runs[0]?.end?.place).toBe('channel');
  });

  it('that diverges says so, and one that cannot be made too', async () => {
    await complete();
    session.run(request);
    const problem = { code: 'diverged', step: 12, rate: 0.5 } as const;
    const end = { kind: 'diverged', problem, place: 'elsewhere', loss: 1, gradientNorm: 1 };
    puppets.last().end(end);
    await settled();
    expect(session.api.getState().running).toBe(false);
    expect(session.api.getState().trouble).toMatch(/by step 12; take a learning rate below 0\.5\.$/);
    session.run(request);
    expect(session.api.getState().trouble).toBe('');
    puppets.last().fail({ code: 'no-columns' });
    await settled();
    expect(session.api.getState().running).toBe(false);
    expect(session.api.getState().trouble).toMatch(/wait a moment\.$/);
    // The one that could not be made leaves no track.
    expect(session.api.getState().runs.length).toBe(1);
  });

  it('stops when it is told to, and its track stays until it is cleared', async () => {
    await complete();
    session.run(request);
    const worker = puppets.last();
    worker.say({ type: 'part', id: worker.asked, part: runPart([0, 1]) });
    session.stop();
    await settled();
    expect(session.api.getState()).toMatchObject({ running: false, trouble: '' });
    expect(session.api.getState().runs.length).toBe(1);
    // Its ball can be put elsewhere, and back.
    expect(currentRun(session.api.getState())).toBe(session.api.getState().runs[0]);
    session.setBallMoved(true);
    expect(currentRun(session.api.getState())).toBeUndefined();
    expect(session.api.getState().runs.length).toBe(1);
    session.setBallMoved(false);
    expect(currentRun(session.api.getState())).toBeDefined();
    session.clear();
    expect(session.api.getState().runs).toEqual([]);
  });

  it('is ended by the next one, whose ball goes on running; six tracks are kept', async () => {
    await complete();
    session.run(request);
    session.run(request);
    await settled();
    expect(session.api.getState().running).toBe(true);
    expect(session.api.getState().runs.length).toBe(2);
    for (let k = 0; k < 9; k++) session.run(request);
    expect(session.api.getState().runs.length).toBe(6);
  });

  it('goes with its landscape: another network begins without tracks', async () => {
    await complete();
    session.run(request);
    session.compute(trained);
    await complete();
    await settled();
    expect(session.api.getState()).toMatchObject({ runs: [], running: false, trouble: '' });
  });
});

describe('a worker that dies', () => {
  it('takes runs and landscape along, and the figure says that it was begun again', async () => {
    await complete();
    session.run(request);
    puppets.last().die();
    await settled();
    const state = session.api.getState();
    expect(state).toMatchObject({ status: 'computing', runs: [], running: false, columns: [] });
    expect(state.trouble).toMatch(/broke off.*started/);
    await complete();
    expect(session.api.getState().status).toBe('ready');
    expect(session.api.getState().columns.length).toBe(2);
  });
});

describe('a point of the plane slice that is located at', () => {
  it('is found by the worker, once there is a plane, and each only once', async () => {
    const worker = puppets.last();
    worker.send(networkPart());
    worker.send(columnPart(1.5));
    worker.send(columnPart(2));
    session.locate(1.5, 0.1);
    expect(worker.heard.length).toBe(1);
    const list = Float64Array.of(1.5);
    worker.send({ part: 'plane', gammas: list, alphas: list, losses: list });
    session.locate(1.5, 0.1);
    expect(worker.heard.at(-1)).toMatchObject({ job: 'place', request: { gamma: 1.5, alpha: 0.1 } });
    const theta = Float64Array.of(1, 2);
    worker.end({ theta, loss: 1 });
    await settled();
    expect(session.api.getState().located).toEqual({ gamma: 1.5, alpha: 0.1, theta });
    const before = worker.heard.length;
    session.locate(1.5, 0.1);
    expect(worker.heard.length).toBe(before);
    session.locate(1.5, 0.2);
    expect(worker.heard.length).toBe(before + 1);
  });
});

describe('a swarm', () => {
  const starts = [{ gamma: 1.5, along: 0.5 }];
  const one = Float64Array.of(1);
  const lists = { losses: one, gammas: one, along: one, alphas: one, offDescent: one, offPlane: one };
  const part = { time: 0, places: Uint8Array.of(0), ...lists };

  it('grows by its parts, and stays where it is when it is stopped', async () => {
    await complete();
    session.toss('a', starts);
    const worker = puppets.last();
    worker.say({ type: 'part', id: worker.asked, part });
    expect(session.api.getState().swarm).toMatchObject({ key: 'a', starts, frames: [part], running: true });
    session.stopSwarm();
    await settled();
    expect(session.api.getState()).toMatchObject({ swarm: { frames: [part], running: false }, trouble: '' });
  });

  it('is gone when another takes its place, when it is cleared and with its landscape', async () => {
    await complete();
    session.toss('a', starts);
    const worker = puppets.last();
    worker.say({ type: 'part', id: worker.asked, part });
    session.toss('b', starts);
    await settled();
    expect(session.api.getState().swarm).toMatchObject({ key: 'b', frames: [], running: true });
    session.clearSwarm();
    await settled();
    expect(session.api.getState().swarm).toBeUndefined();
    session.toss('c', starts);
    session.compute(trained);
    await complete();
    expect(session.api.getState().swarm).toBeUndefined();
  });

  it('that fails says why', async () => {
    await complete();
    session.toss('a', starts);
    puppets.last().fail({ code: 'no-columns' });
    await settled();
    expect(session.api.getState().swarm?.running).toBe(false);
    expect(session.api.getState().trouble).not.toBe('');
  });
});
