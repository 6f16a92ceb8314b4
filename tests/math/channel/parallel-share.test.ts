import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alongRun, groupShare, pairShare } from '#math/channel/parallel-share';
import { saddlePoint } from '#math/landscape/saddle-line';
import { networkShape, packParameters } from '#math/network/network';
import { gradientFlow } from '#math/numerics/flow';
import { addScaled } from '#math/numerics/linear-algebra';
import { derivativesAt } from '#math/numerics/objective';
import { symmetricEigenvalues } from '#math/numerics/symmetric-eigen';
import { finish } from '#math/numerics/trajectory';
import { expectClose } from '../../support/close';
import { line, perturbedSaddle, split, splitLoss } from '../../support/landscape';

const shape = networkShape(3, 4, true);
const pack = (rows: number[][], outputs: number[]) => packParameters(shape, rows, outputs);
const none = [0, 0, 0];
/** Neurons 0 and 2 about (1, 0, 0), neurons 1 and 3 about (0, 0, 2). */
const theta = pack(
  [
    [1.5, 1, 0],
    [1, 0, 2],
    [0.5, -1, 0],
    [-1, 0, 2],
  ],
  [5, 6, -4, -5, 0.3],
);

const vector = fc
  .array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 17, maxLength: 17 })
  .map((numbers) => Float64Array.from(numbers));

describe('share of a step along the saddle lines', () => {
  test('of known steps', () => {
    const outputs = pack([none, none, none, none], [3, 0, -3, 0, 0]);
    const mixed = pack([[3, 4, 0], none, none, none], [0, 0, 12, 0, 0]);
    const other = pack([none, none, none, [0, 0, 4]], [0, 0, 0, 3, 0]);
    const bias = pack([none, none, none, none], [1, 0, 0, 0, 2]);
    for (const [step, groups, pairs, group] of [
      [outputs, [[0, 2]], 1, 1],
      [outputs, [[0, 1]], Math.SQRT1_2, Math.SQRT1_2],
      [mixed, [[0, 2]], 12 / 13, Math.sqrt(153) / 13],
      [mixed, [[1, 3]], 0, 0],
      // The span of both means: rows may move along either.
      [other, [[1, 3]], 0.6, 1],
      [other, [[0, 2]], 0, 0],
      [pack([[0, 0, 1], none, none, none], [0, 0, 0, 0, 0]), [[0, 2]], 0, 0],
      [
        pack([[0, 0, 1], none, none, none], [0, 0, 0, 0, 0]),
        [
          [0, 2],
          [1, 3],
        ],
        0,
        1,
      ],
      [bias, [[0, 2]], Math.sqrt(0.2), Math.sqrt(0.2)],
    ] as const) {
      expectClose(pairShare(shape, step, groups), pairs, 1e-15);
      expectClose(groupShare(shape, theta, step, groups), group, 1e-15);
    }
  });

  test('takes the span of means that are not at right angles', () => {
    const oblique = pack([[1, 0, 0], [1, 1, 0], none, none], [0, 0, 0, 0, 0]);
    const step = pack([[2, 3, 6], none, none, none], [0, 0, 0, 0, 0]);
    expectClose(groupShare(shape, oblique, step, [[0], [1]]), Math.sqrt(13) / 7, 1e-15);
    expectClose(groupShare(shape, oblique, step, [[0], [1], [0, 1]]), Math.sqrt(13) / 7, 1e-15);
  });

  test('is 1 for a step along the saddle line, whose copies need not be far out', () => {
    for (const [from, to] of [
      [0.2, 0.3],
      [1.5, 40],
      [-1, 1e4],
    ] as const) {
      const start = saddlePoint(line, from);
      const step = addScaled(saddlePoint(line, to), -1, start);
      expect(pairShare(split, step, [[0, 3]])).toBe(1);
      expect(groupShare(split, start, step, [[0, 3]])).toBe(1);
      expect(pairShare(split, step, [[1, 2]])).toBe(0);
    }
  });

  test('lies between 0 and 1, grows with what is kept, and does not depend on the length of the step', () => {
    fc.assert(
      fc.property(vector, vector, (point, step) => {
        fc.pre(step.some((entry) => Math.abs(entry) > 1e-100));
        const pairs = pairShare(shape, step, [[0, 2]]);
        const group = groupShare(shape, point, step, [[0, 2]]);
        const more = groupShare(shape, point, step, [
          [2, 0],
          [1, 3],
        ]);
        expect(pairs).toBeGreaterThanOrEqual(0);
        expect(group).toBeGreaterThanOrEqual(pairs);
        expect(more).toBeGreaterThanOrEqual(group - 1e-12);
        expect(more).toBeLessThanOrEqual(1);
        const half = step.map((entry) => -8 * entry);
        expect(groupShare(shape, point, half, [[0, 2]])).toBe(group);
      }),
    );
  });

  test('has no value for no step, and refuses what does not fit', () => {
    expect(pairShare(shape, new Float64Array(17), [[0, 2]])).toBeNaN();
    expect(() => pairShare(shape, new Float64Array(16), [[0, 2]])).toThrow('expected 17 parameters, got 16');
    expect(() => groupShare(shape, theta, theta, [[0, 4]])).toThrow('there is no neuron 4');
  });
});

test('along a run into a channel the share tends to 1; the eigenvalues are those of the Hessian', () => {
  const marks = Array.from({ length: 11 }, (_, k) => 10 ** (k - 1));
  const flow = finish(gradientFlow(splitLoss, perturbedSaddle(1), { marks, maxTime: 1e9 }));
  const points = flow.points.filter(({ time }) => marks.includes(time));
  const rows = alongRun(split, splitLoss, points, [[0, 3]]);
  expect(rows.map(({ time }) => time)).toEqual(marks.slice(1));
  expect(rows[0]?.pairShare).toBeLessThan(0.9);
  expect(rows.at(-1)?.pairShare).toBeGreaterThan(0.999);
  const [before, after] = [4, 5].map((k) => points[k]?.theta ?? new Float64Array(17)) as [
    Float64Array,
    Float64Array,
  ];
  const step = addScaled(after, -1, before);
  expect(rows[4]?.pairShare).toBe(pairShare(split, step, [[0, 3]]));
  expect(rows[4]?.groupShare).toBe(groupShare(split, before, step, [[0, 3]]));
  const { hessian } = derivativesAt(splitLoss, points.at(-1)?.theta ?? new Float64Array(17));
  const spectrum = symmetricEigenvalues(hessian, 17);
  expect(rows.at(-1)?.smallest).toBe(spectrum[0]);
  expect(rows.at(-1)?.largest).toBe(spectrum[16]);
  expect(rows.at(-1)?.largest).toBeGreaterThan(100 * (rows[0]?.largest ?? NaN));
});
