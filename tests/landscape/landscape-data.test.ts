import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  emptyLandscape,
  openLandscape,
  paperSpec,
  type SharedLandscape,
  withPart,
} from '#landscape/landscape-data';
import { text } from '#landscape/text';
import type { LandscapePart, LandscapeSpec } from '#workers/messages';
import { PuppetWorker, puppets } from '../support/puppet-worker';
import { columnPart, madePath, madeRoad, networkPart } from '../support/slices';

const none = new Float64Array(0);

describe('a landscape with a part of the worker’s answer', () => {
  const empty = emptyLandscape(paperSpec());

  it('has it, and keeps everything else', () => {
    const parts: LandscapePart[] = [
      networkPart(),
      { part: 'spectrum', gammas: none, size: 0, eigenvalues: none },
      { part: 'plane', gammas: none, alphas: none, losses: none },
      { part: 'tears', gammas: none, plus: new Uint8Array(0), minus: new Uint8Array(0) },
      { part: 'finite', theta: none, loss: 1, gamma: 1, along: 0, off: 0 },
    ];
    let data = empty;
    for (const part of parts) {
      const before = data;
      data = withPart(data, part);
      expect(data[part.part as 'network']).toBe(part);
      for (const key of Object.keys(empty) as (keyof typeof empty)[]) {
        if (![part.part, 'shape', 'message'].includes(key)) expect(data[key]).toBe(before[key]);
      }
    }
    // The duplicated network has one neuron more than the one that was trained.
    expect(data.shape?.width).toBe(paperSpec().width + 1);
    expect(empty.network).toBeUndefined();
  });

  it('keeps its columns in order, each gamma once, the last one sent', () => {
    const data = [3, 1.03, 1000, 1.5, 3].map((gamma) => columnPart(gamma)).reduce(withPart, empty);
    expect(data.columns.map(({ gamma }) => gamma)).toEqual([1.03, 1.5, 3, 1000]);
    const again = withPart(data, {
      part: 'descent',
      gamma: 1.5,
      plus: madePath({ length: 9 }),
      minus: madePath(),
    });
    expect(again.columns[1]?.plus.length).toBe(9);
    expect(again.columns.length).toBe(4);
    expect(data.columns[1]?.plus.length).toBe(2);
  });

  it('has both roads, each as it was sent last', () => {
    const [plus, minus] = [madeRoad('plus', 0.3), madeRoad('minus', 0.5)];
    const one = withPart(empty, { part: 'road', road: plus });
    expect(one.roads).toEqual({ plus });
    const both = withPart(withPart(one, { part: 'road', road: minus }), {
      part: 'road',
      road: { ...plus, h: 7 },
    });
    expect(both.roads.plus?.h).toBe(7);
    expect(both.roads.minus).toBe(minus);
  });
});

describe('an opened landscape', () => {
  const open: SharedLandscape[] = [];
  const opened = (spec: LandscapeSpec) => {
    const landscape = openLandscape(spec);
    open.push(landscape);
    return landscape;
  };
  const last = () => puppets.last();
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

  beforeEach(() => {
    puppets.made.length = 0;
    vi.stubGlobal('Worker', PuppetWorker);
  });
  afterEach(() => {
    for (const landscape of open.splice(0)) landscape.close();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is the same for all who look at the same network, and is computed once', () => {
    const one = opened(paperSpec());
    const other = opened(paperSpec());
    expect(other.api).toBe(one.api);
    expect(other.client).toBe(one.client);
    expect(puppets.made.length).toBe(1);
    expect(last().heard.length).toBe(1);
    last().send(networkPart());
    expect(other.api.getState().network?.neuron).toBe(2);
  });

  it('is another one for another network', () => {
    const one = opened(paperSpec(0));
    const other = opened(paperSpec(1));
    expect(other.api).not.toBe(one.api);
    expect(puppets.made.length).toBe(2);
    last().send(networkPart());
    expect(one.api.getState().network).toBeUndefined();
  });

  it('ends its worker when the last one closes it, and closing twice counts once', () => {
    const one = opened(paperSpec());
    const other = opened(paperSpec());
    one.close();
    one.close();
    expect(last().terminated).toBe(false);
    other.close();
    expect(last().terminated).toBe(true);
    // Nothing is left: whoever comes now begins anew.
    const again = opened(paperSpec());
    expect(again.api).not.toBe(one.api);
    expect(puppets.made.length).toBe(2);
  });

  it('is ready at the end of the computation, and not before', async () => {
    const { api } = opened(paperSpec());
    expect(api.getState()).toMatchObject({ status: 'computing', columns: [] });
    expect(api.getState().message).not.toBe('');
    last().send(networkPart());
    last().send(columnPart(2));
    expect(api.getState().status).toBe('computing');
    last().end();
    await settled();
    expect(api.getState()).toMatchObject({ status: 'ready', message: '' });
    expect(api.getState().columns.length).toBe(1);
  });

  it('says why it failed', async () => {
    const { api } = opened({ ...paperSpec(), seed: 7 });
    last().fail({ code: 'no-way-down' });
    await settled();
    expect(api.getState()).toMatchObject({ status: 'failed', message: text['no-way-down'] });
  });

  it('begins anew when its worker dies, says how often, and gives up in the end with a sentence', async () => {
    const { api } = opened(paperSpec());
    for (const restarts of [1, 2, 3]) {
      last().send(networkPart());
      last().die();
      await settled();
      expect(puppets.made.length).toBe(restarts + 1);
      expect(puppets.made.at(-2)?.terminated).toBe(true);
      expect(api.getState()).toMatchObject({ status: 'computing', restarts });
      expect(api.getState().network).toBeUndefined();
    }
    last().send(networkPart());
    expect(api.getState().network?.neuron).toBe(2);
    last().die();
    await settled();
    expect(api.getState()).toMatchObject({ status: 'failed', restarts: 4 });
    expect(api.getState().message).toMatch(/broke off.*\.$/);
    expect(puppets.made.length).toBe(4);
  });

  it('begins anew when its worker says nothing any more', () => {
    vi.useFakeTimers();
    const { api } = opened(paperSpec());
    vi.advanceTimersByTime(19_000);
    last().say({ type: 'progress', id: last().asked, done: 0.1 });
    vi.advanceTimersByTime(19_000);
    expect(api.getState().restarts).toBe(0);
    vi.advanceTimersByTime(2000);
    expect(api.getState().restarts).toBe(1);
    expect(puppets.made.length).toBe(2);
  });

  it('fails with a sentence where there are no workers', async () => {
    vi.stubGlobal('Worker', undefined);
    const { api } = opened(paperSpec());
    await settled();
    expect(api.getState().status).toBe('failed');
    expect(api.getState().message).toMatch(/^This browser .*\.$/);
  });
});
