import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { nextSeed, sceneOf, scenePath, trainAnimations } from '#figures/train/act';
import { describeTrain, verdictOf } from '#figures/train/describe';
import { arrivalOf, outcomeOf, runOf, trainState, wayAt } from '#figures/train/model';
import { functionSpec, insideSpec, lossSpec } from '#figures/train/plots';
import { FLAT_AT, MOST_STEPS, type TrainValues, trainSchema } from '#figures/train/schema';
import { countOf, createMemory, remember } from '#figures/train/session';
import { pairCurves } from '#pair/pair-on-line';
import { drawPlot } from '#plot/draw-plot';
import { layOut, type PlotSpec } from '#plot/frame';
import { defaults, withValues } from '#state/schema';

const start = defaults(trainSchema);
const at = (patch: Partial<TrainValues>) => withValues(trainSchema, start, patch);
const seeds = [4, 5, 6, 7, 8] as const;
const end = { steps: MOST_STEPS, reveal: 1 } as const;

describe('the network of the figure train', () => {
  it('comes to all three ends within five starts from its default, each in far less than 20 s', () => {
    const outcomes = seeds.map((seed) => {
      const began = performance.now();
      const outcome = outcomeOf(arrivalOf(at({ seed })));
      expect(performance.now() - began).toBeLessThan(5000);
      return outcome;
    });
    expect(outcomes).toEqual(['channel2', 'copies', 'channel1', 'channel2', 'channel1']);
  });

  it('halves its loss at least from where it looked flat, when it comes to channel 2', () => {
    for (const seed of [4, 7] as const) {
      const { loss, flatLoss } = trainState(at({ seed, ...end, infinity: 1 }));
      expect(loss).toBeLessThan(0.55 * flatLoss);
      expect(loss).toBeCloseTo(0.000773, 6);
    }
  });

  it.each(seeds)('from start %i never climbs on its way to infinity', (seed) => {
    const losses = Array.from(
      { length: 101 },
      (_, k) => trainState(at({ seed, ...end, infinity: k / 100 })).loss,
    );
    for (const [k, loss] of losses.entries())
      expect(loss).toBeLessThanOrEqual((losses[k - 1] ?? loss) + 1e-12);
  });

  it('draws two curves whose sum is the function, wherever it is', () => {
    for (const infinity of [0, 0.3, 0.5, 0.6, 0.7, 0.84, 0.95, 1]) {
      for (const seed of [4, 5]) {
        const { first, second, sum } = pairCurves(trainState(at({ seed, ...end, infinity })).pair);
        sum.forEach(([, value], k) => {
          const both = (first[k]?.[1] ?? NaN) + (second[k]?.[1] ?? NaN);
          expect(Math.abs(both - value)).toBeLessThan(1e-9);
        });
      }
    }
  });

  it('has output weights of hundreds before its curves are regrouped, and infinite ones at the end', () => {
    const weights = (infinity: number) => trainState(at({ ...end, infinity })).pair;
    expect(Math.abs(weights(0.5).ai)).toBeGreaterThan(200);
    expect(weights(1)).toMatchObject({ ai: Infinity, aj: -Infinity, regrouped: 1 });
    expect(wayAt(0.5)).toMatchObject({ regrouped: 0 });
    const way = Array.from({ length: 101 }, (_, k) => wayAt(k / 100));
    for (const [k, { left, regrouped }] of way.entries()) {
      expect(left).toBeLessThanOrEqual(way[k - 1]?.left ?? 1);
      expect(regrouped).toBeGreaterThanOrEqual(way[k - 1]?.regrouped ?? 0);
    }
    // Copies stay finite.
    const copies = trainState(at({ seed: 5, ...end, infinity: 1 })).pair;
    expect(Math.abs(copies.ai) + Math.abs(copies.aj)).toBeLessThan(3);
  });

  it('is drawn in every scene, with the place where training is', () => {
    const scenes = [
      {},
      { steps: 700 },
      { steps: FLAT_AT, reveal: 0.4 },
      end,
      { ...end, infinity: 0.6 },
      { ...end, infinity: 1 },
    ];
    const drawn = (spec: PlotSpec) =>
      renderToStaticMarkup(createElement('svg', null, drawPlot(spec, { width: 600, height: 300 }).content));
    for (const seed of seeds) {
      for (const patch of scenes) {
        const values = at({ seed, ...patch });
        expect(drawn(functionSpec(values))).toMatch(
          /d="M[^"]+"[^>]*data-mark="sum"|data-mark="sum"[^>]*d="M/,
        );
        expect(drawn(insideSpec(values))).not.toMatch(/NaN|Infinity/);
        expect(drawn(lossSpec(values))).toMatch(/data-mark="(now|infinity)"/);
      }
    }
  });
});

it('keeps the loss on its axis where training goes on without a closer look', () => {
  const spec = lossSpec(at({ steps: MOST_STEPS }));
  expect(layOut(spec, { width: 600, height: 300 }).x.domain).toEqual([0, MOST_STEPS]);
});

describe('the act', () => {
  it('goes from training to a closer look, to infinity and to the next start', () => {
    let values = start;
    const scenes = [];
    for (let k = 0; k < 4; k++) {
      const scene = sceneOf(values);
      scenes.push(scene);
      values = withValues(
        trainSchema,
        values,
        scenePath(scene, values, nextSeed(values)).at(1) as Partial<TrainValues>,
      );
    }
    expect(scenes).toEqual(['train', 'closer', 'skip', 'next']);
    expect(values).toMatchObject({ seed: start.seed + 1, steps: FLAT_AT, reveal: 0, infinity: 0 });
  });

  it('plays each scene in 4 to 8 seconds from its beginning', () => {
    for (const patch of [{}, { steps: FLAT_AT }, end, { ...end, infinity: 1 }]) {
      const values = at(patch);
      const { seconds } = scenePath(sceneOf(values), values);
      expect(seconds).toBeGreaterThanOrEqual(4);
      expect(seconds).toBeLessThanOrEqual(8);
    }
  });

  it('is one film from the start to infinity', () => {
    const [act] = trainAnimations;
    if (!act) throw new Error('there is no film');
    expect(act.at(0, start)).toMatchObject({ steps: 0, reveal: 0, infinity: 0 });
    expect(act.at(0.6, start)).toMatchObject({ reveal: 1, infinity: 0 });
    expect(act.at(1, start)).toMatchObject({ steps: MOST_STEPS, reveal: 1, infinity: 1 });
  });

  it('says what has come of it, and nothing of the end before it is reached', () => {
    expect(verdictOf(at({ steps: FLAT_AT }))).toBe('The loss has gone flat. Is it done?');
    expect(verdictOf(at(end))).toMatch(/^Not done/);
    expect(verdictOf(at({ ...end, infinity: 1 }))).toMatch(/loss is 0\.000773, 82 % below/);
    expect(verdictOf(at({ ...end, seed: 5, infinity: 1 }))).toMatch(/^Two copies of one neuron.*0\.04712/);
    expect(describeTrain(at({ ...end, infinity: 1 }))).toMatch(/2\.02 σ\(3\.15 x\) \+ −6\.51 x σ′/);
  });

  it('counts each run that was followed to its end once', () => {
    const memory = createMemory();
    remember(memory, at({ ...end, infinity: 0.99 }));
    expect(memory.getState().met).toEqual({});
    for (const seed of [4, 4, 5]) remember(memory, at({ ...end, seed, infinity: 1 }));
    const { met } = memory.getState();
    expect((['channel2', 'channel1', 'copies'] as const).map((one) => countOf(met, one))).toEqual([1, 0, 1]);
  });
});

it('trains no further than it is shown', () => {
  trainState(at({ seed: 77, steps: 500 }));
  expect(runOf(at({ seed: 77 })).points.at(-1)?.steps).toBe(500);
});
