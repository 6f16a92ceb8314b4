import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderAnimation } from '#export/animation/render-animation';
import type { ExportEstimate, ExportRequest, ExportSource } from '#export/request';
import { sweep } from '#state/animation';
import { createFigureStore, type FigureStore } from '#state/figure-store';
import { defaults, type Schema } from '#state/schema';
import { sampleSchema } from '../../support/sample-schema';

/** What the figure showed whenever a frame was painted, and what became of encoder and painter. */
const seen: { shown: unknown[]; ended: string[]; failAt: number } = { shown: [], ended: [], failAt: -1 };
let store: FigureStore<Schema>;

vi.mock('#export/draw-frame', () => ({
  createFramePainter: async () => ({
    paint: async () => {
      if (seen.shown.length === seen.failAt) throw new Error('no room');
      seen.shown.push(store.values().eps);
      return { width: 20, height: 10 };
    },
    dispose: () => seen.ended.push('painter'),
  }),
}));

vi.mock('#export/animation/encoder', () => ({
  encoderKind: async () => ({
    type: 'video/mp4',
    ending: '.mp4',
    start: async () => {
      let frames = 0;
      return {
        written: () => ({ frames, bytes: 100 * frames, first: 100 }),
        add: async () => {
          frames += 1;
        },
        finish: async () => Uint8Array.of(frames),
        cancel: async () => {
          seen.ended.push('encoder');
        },
      };
    },
  }),
}));

/** A figure that draws each change in the browser's next frame. */
function source({
  prepare,
  locked,
}: {
  prepare?: () => Promise<() => void>;
  locked?: string[];
} = {}): ExportSource {
  store = createFigureStore(sampleSchema, defaults(sampleSchema), new Set(locked)) as FigureStore<Schema>;
  const dataset = { frames: '0' };
  store.api.subscribe(() => {
    requestAnimationFrame(() => {
      dataset.frames = String(Number(dataset.frames) + 1);
    });
  });
  const frame = {
    querySelector: (selector: string) => (selector === '[data-figure]' ? { dataset } : null),
  };
  const figure = {
    id: 'sample',
    title: 'A sample',
    animations: [sweep<Schema>(sampleSchema, 'eps', { id: 'epsilon', title: 'ε → 0', seconds: 1 }, 0, 1)],
  };
  return {
    figure,
    port: { store, offers: prepare ? { prepare } : {} },
    frame,
    theme: 'light',
    link: 'https://example.org/#eps=0.3',
  } as unknown as ExportSource;
}

const request: ExportRequest = {
  format: 'mp4',
  width: 20,
  height: 10,
  scale: 1,
  background: 'paper',
  motion: { animation: 'epsilon', seconds: 1, framesPerSecond: 10 },
};

/** That the figure is as it was: no step of undo, no link to be written. */
function expectAsItWas() {
  expect(store.values()).toEqual(defaults(sampleSchema));
  const { canUndo, commits } = store.api.getState();
  expect({ canUndo, commits }).toEqual({ canUndo: false, commits: 0 });
}

describe('renderAnimation', () => {
  beforeEach(() => {
    vi.stubGlobal('requestAnimationFrame', (look: () => void) => setTimeout(look, 0));
    vi.stubGlobal('cancelAnimationFrame', (id: NodeJS.Timeout) => clearTimeout(id));
    Object.assign(seen, { shown: [], ended: [], failAt: -1 });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('paints each state once, in order, and leaves the figure as it was', async () => {
    const reports: [number, ExportEstimate | undefined][] = [];
    const onProgress = (done: number, estimate?: ExportEstimate) => reports.push([done, estimate]);
    const file = await renderAnimation(source(), request, { onProgress });
    expect(file).toEqual({ name: 'sample-epsilon.mp4', type: 'video/mp4', bytes: Uint8Array.of(10) });
    // The last state stays for two frames and is painted once.
    expect(seen.shown).toHaveLength(9);
    expect(seen.shown[0]).toBe(1);
    expect(seen.shown.at(-1)).toBe(0);
    expect(new Set(seen.shown).size).toBe(9);
    expect(seen.ended).toEqual(['painter']);
    expectAsItWas();
    expect(reports.map(([done]) => done)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(reports.at(-1)?.[1]).toEqual({ secondsLeft: 0, bytes: 1000 });
  });

  it('stops at once when it is called off, and leaves the figure as it was', async () => {
    const stop = new AbortController();
    const onProgress = (done: number) => {
      if (done >= 0.5) stop.abort();
    };
    const made = renderAnimation(source(), request, { signal: stop.signal, onProgress });
    await expect(made).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen.shown).toHaveLength(5);
    expect(seen.ended).toEqual(['encoder', 'painter']);
    expectAsItWas();
  });

  it('leaves the figure as it was when a frame cannot be painted', async () => {
    seen.failAt = 3;
    await expect(renderAnimation(source(), request)).rejects.toThrow('no room');
    expect(seen.ended).toEqual(['encoder', 'painter']);
    expectAsItWas();
  });

  it('does not put back what others have changed meanwhile', async () => {
    const from = source();
    const onProgress = (done: number) => {
      if (done === 0.5) store.change({ gain: 2 });
    };
    await renderAnimation(from, request, { onProgress });
    expect(store.values()).toEqual({ ...defaults(sampleSchema), gain: 2 });
  });

  it('clears away what was prepared, also when it is called off before that is there', async () => {
    const cleared = vi.fn();
    await renderAnimation(source({ prepare: async () => cleared }), request);
    expect(cleared).toHaveBeenCalledTimes(1);
    const stop = new AbortController();
    let ready: (clear: () => void) => void = () => {};
    const prepare = () => new Promise<() => void>((resolve) => (ready = resolve));
    const made = renderAnimation(source({ prepare }), request, { signal: stop.signal });
    setTimeout(() => stop.abort(), 5);
    await expect(made).rejects.toMatchObject({ name: 'AbortError' });
    ready(cleared);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(cleared).toHaveBeenCalledTimes(2);
  });

  it('says why a figure cannot be prepared', async () => {
    const prepare = () => Promise.reject(new Error('The ball is lost.'));
    await expect(renderAnimation(source({ prepare }), request)).rejects.toThrow('The ball is lost.');
  });

  it('says what is wrong with what is asked for', async () => {
    const ask = (motion: Partial<ExportRequest['motion']>, more: Partial<ExportRequest> = {}) =>
      renderAnimation(source(), {
        ...request,
        ...more,
        motion: { animation: 'epsilon', seconds: 1, framesPerSecond: 10, ...motion },
      });
    await expect(ask({ animation: 'dance' })).rejects.toThrow(/“dance”. It has: epsilon/);
    await expect(ask({ seconds: 1000 })).rejects.toThrow(/10000 frames/);
    await expect(ask({}, { format: 'png' })).rejects.toThrow(/how long/);
    for (const wrong of [{ seconds: 0 }, { seconds: Number.NaN }, { framesPerSecond: -1 }]) {
      await expect(ask(wrong)).rejects.toThrow(/above zero/);
    }
    await expect(renderAnimation(source({ locked: ['eps'] }), request)).rejects.toThrow(/fixed/);
    expect(seen.shown).toEqual([]);
  });
});
