import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createWorkerClient } from '#workers/client';
import type { RideValues } from '../../../src/figures/ride/schema';
import { createRideSession, type RideState } from '../../../src/figures/ride/session';
import { pairedWorker } from '../../support/worker-pair';
import { start } from './paper-ride';

function open() {
  const session = createRideSession(createWorkerClient(pairedWorker().makeWorker));
  onTestFinished(session.dispose);
  const until = (what: (state: RideState) => boolean) =>
    vi.waitFor(() => expect(what(session.api.getState())).toBe(true), { timeout: 20_000, interval: 5 });
  const follow = (values: Partial<RideValues>) => session.follow({ ...start, ...values });
  return { session, until, follow, state: session.api.getState };
}

describe('a session', { timeout: 40_000 }, () => {
  it('finds the entrance, jumps as far as the values say, and keeps points that are undone', async () => {
    const { until, follow, state } = open();
    follow({ jumps: 3 });
    await until(({ points }) => points.length === 4);
    expect(state().certificate?.verdict).toBe('minimum-at-infinity');
    const points = state().points;
    follow({ jumps: 1 });
    follow({ jumps: 4 });
    await until((now) => now.points.length === 5);
    expect(state().points.slice(0, 4)).toEqual(points);
    await until(({ clock }) => clock.done);
    expect(state().clock.finite).toBeDefined();
  });

  it('stops at the end of the numbers, says so, and starts anew with another factor', async () => {
    const { until, follow, state } = open();
    follow({ jumps: 99 });
    await until(({ stop }) => stop !== undefined);
    expect(state().stop?.kind).toBe('arrived');
    const { length } = state().points;
    follow({ jumps: 2, factor: 0.1 });
    await until(({ points }) => points.length === 3);
    expect(length).toBeGreaterThan(10);
    expect(state().stop).toBeUndefined();
    expect((state().points[2]?.epsilon ?? 1) / (state().points[1]?.epsilon ?? 1)).toBeCloseTo(0.1, 2);
  });

  it('goes to infinity from the point that is shown', async () => {
    const { until, follow, state } = open();
    follow({ jumps: 2, inf: true });
    await until(({ arrival }) => arrival?.from === 2);
    expect(state().arrival?.certificate.newtonSteps).toBeLessThan(10);
    follow({ jumps: 0, inf: true });
    await until(({ arrival }) => arrival?.from === 0);
  });

  it('keeps the previous picture when a start is no channel, and comes back from it', async () => {
    const { until, follow, state } = open();
    follow({ jumps: 1 });
    await until(({ points }) => points.length === 2);
    follow({ jumps: 1, neuron: 2 });
    await until(({ status }) => status === 'failed');
    expect(state().message).toMatch(/^Neither side .* still shows the previous channel\.$/);
    expect(state().points.length).toBe(2);
    follow({ jumps: 3 });
    await until(({ points, status }) => status === 'ready' && points.length === 4);
    expect(state().message).toBe('');
  });

  it('finds another channel from random seeds, and says by which values it is found again', async () => {
    const { session, until, follow, state } = open();
    follow({});
    await until(({ status }) => status === 'ready');
    const before = state().certificate?.lossAtInfinity;
    const values = { ...start, hidden: 2, grid: 16 };
    const found = await session.search(values);
    expect(found).toMatchObject({ network: 'trained', side: 'channel' });
    expect(state().certificate?.lossAtInfinity).not.toBe(before);
    const { points } = state();
    // Setting what was found computes nothing again.
    session.follow({ ...values, ...found });
    expect(state().status).toBe('ready');
    expect(state().points).toBe(points);
  });
});
