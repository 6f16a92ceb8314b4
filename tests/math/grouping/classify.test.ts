import { describe, expect, test } from 'vitest';
import { closestPair, components, groupingCandidates } from '#math/grouping/candidates';
import { classify } from '#math/grouping/classify';
import {
  inputWeightIndex,
  networkShape,
  outputWeightIndex,
  packParameters,
  permuteNeurons,
} from '#math/network/network';
import { expectClose } from '../../support/close';
import { activationOf, oracle, oracleNetwork, oracleSamples } from '../../support/groups';

const samples = oracleSamples();

for (const one of oracle.b) {
  describe(`weights at finite epsilon: ${one.name}, ${one.activation}`, () => {
    const { shape, theta, groups } = oracleNetwork(one);
    const activation = activationOf(one);
    const comesBack = one.h.some((h) => h < 0);
    const found = classify({ shape, activation, samples }, theta);

    test('the groups, their limit and its verdict are found', () => {
      expectClose(found.loss, one.network.loss, 1e-10);
      expect(found.class).toBe(comesBack ? 'unfinished' : one.name.startsWith('pair') ? 'channel' : 'other');
      expect(found.verdict.code).toBe(comesBack ? 'comes-back' : 'minimum-at-infinity');
      expectClose(found.limit?.lossAtInfinity ?? NaN, one.lossAtInfinity, 1e-11);
      const sets = (list: readonly { neurons: readonly number[] }[]) =>
        list.map(({ neurons }) => [...neurons].sort((p, q) => p - q).join()).sort();
      expect(sets(found.groups)).toEqual(sets(groups.filter(({ kind }) => kind !== 'neuron')));
      const hs = (list: readonly number[]) => list.filter((h) => h !== 0).sort((p, q) => p - q);
      hs(found.limit?.h ?? []).forEach((h, k) => {
        expectClose(h, hs(one.h)[k] ?? NaN, 1e-8);
      });
    });

    test('whatever the order of the neurons and, for an odd activation, their signs', () => {
      const order = Array.from({ length: shape.width }, (_, j) => (j + 1) % shape.width);
      const turned = permuteNeurons(shape, theta, order);
      if (activation.odd) {
        const at = inputWeightIndex(shape, 1);
        for (let k = at; k < at + shape.inputSize; k++) turned[k] = -(turned[k] ?? NaN);
        turned[outputWeightIndex(shape, 1)] = -(turned[outputWeightIndex(shape, 1)] ?? NaN);
      }
      const again = classify({ shape, activation, samples }, turned);
      expect(again.class).toBe(found.class);
      expectClose(again.limit?.lossAtInfinity ?? NaN, one.lossAtInfinity, 1e-11);
      expectClose(again.cosineDistance, found.cosineDistance, 1e-6);
    });
  });
}

describe('copies of a neuron', () => {
  const shape = networkShape(3, 3, true);
  const [inside, outside] = oracle.d;
  if (inside === undefined || outside === undefined) throw new Error('the oracle has two cases');

  test('with opposite, large output weights are a plateau saddle and no channel', () => {
    const [first, second] = outside.minimum.neurons;
    if (first === undefined || second === undefined) throw new Error('two neurons');
    const theta = packParameters(
      shape,
      [first.w, second.w, first.w],
      [30 * first.a, second.a, -29 * first.a, outside.minimum.outputBias],
    );
    const problem = { shape, activation: activationOf(outside), samples: oracleSamples(outside.targets) };
    const found = classify(problem, theta);
    expect(found.class).toBe('other');
    expect(found.closestPair).toEqual([0, 2]);
    expect(found.verdict).toMatchObject({ code: 'plateau-saddle', stretch: 'outside', stable: true });
    expectClose(found.lossAtInfinity ?? NaN, outside.minimum.loss, 1e-12);
    // Between 0 and 1 the same copies part.
    const between = packParameters(
      shape,
      [first.w, second.w, first.w],
      [0.5 * first.a, second.a, 0.5 * first.a, outside.minimum.outputBias],
    );
    expect(classify(problem, between)).toMatchObject({ class: 'unfinished', verdict: { stable: false } });
  });

  test('where the oracle’s flow ended are recognised', () => {
    // The oracle's order is w, a of neuron 0, of neuron 1, of the copy, then the bias.
    const rows = [0, 4, 8].map((at) => inside.flow.end.slice(at, at + 3));
    const outputs = [3, 7, 11, 12].map((at) => inside.flow.end[at] ?? NaN);
    const theta = packParameters(shape, rows, outputs);
    const found = classify(
      { shape, activation: activationOf(inside), samples: oracleSamples(inside.targets) },
      theta,
    );
    expect(found).toMatchObject({ class: 'other', verdict: { code: 'plateau-saddle', stable: true } });
    expectClose(found.limit?.point.spreads[0]?.layout[0] ?? NaN, inside.flow.gamma, 1e-3);
  });
});

test('weights that are on the way to nowhere yet are unfinished, and their norm is the paper’s', () => {
  const shape = networkShape(3, 2, true);
  const rows = [
    [1, 0, 0],
    [0, 1, 0],
  ];
  const theta = packParameters(shape, rows, [1, 2, 3]);
  const found = classify({ shape, activation: activationOf({ activation: 'tanh' }), samples }, theta);
  expect(found.class).toBe('unfinished');
  expect(found.norm).toBe(16 / 18);
  expect(found.cosineDistance).toBe(1);
  expect(found.message).toContain('no minimum is near');
});

test('neighbours are chained, and a neighbour may stay out of a group', () => {
  const near = (i: number, j: number) => (Math.abs(i - j) === 1 ? 0.001 : 0.02);
  const distances = [0, 1, 2, 5].map((i) => [0, 1, 2, 5].map((j) => (i === j ? 0 : near(i, j))));
  expect(components(distances, 0.01)).toEqual([[0, 1, 2], [3]]);
  // The oracle's pair with a third neuron of small output weight laid beside it.
  const one = oracle.b.find(({ name }) => name === 'pair and neuron');
  if (one === undefined) throw new Error('unreachable');
  const { shape, theta } = oracleNetwork(one);
  const [i = 0, j = 0] = one.network.groups[0] ?? [];
  const wide = { ...shape, width: shape.width + 1 };
  const rows = Array.from({ length: shape.width }, (_, k) => [...theta.subarray(3 * k, 3 * k + 3)]);
  const beside = (rows[i] ?? []).map((w, k) => w + 0.03 * Math.cos(2 * k));
  const outputs = [...theta.subarray(3 * shape.width, 4 * shape.width), 1e-3, theta.at(-1) ?? NaN];
  const wider = packParameters(wide, [...rows, beside], outputs);
  const activation = activationOf(one);
  expect(closestPair(wide, activation, wider)?.distance).toBeLessThan(0.01);
  const candidates = groupingCandidates(wide, activation, wider, samples);
  const pair = [i, j].sort((p, q) => p - q);
  expect(
    candidates.some(({ groups }) => groups.length === 1 && groups[0]?.neurons.join() === pair.join()),
  ).toBe(true);
});
