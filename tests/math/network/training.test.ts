import { describe, expect, test } from 'vitest';
import { activations } from '#math/activation/activation';
import { saddlePoint } from '#math/landscape/saddle-line';
import { glorotNormal } from '#math/network/initialise';
import { gridInputs, normalInputs } from '#math/network/inputs';
import { networkLoss } from '#math/network/loss';
import { networkOutput, networkShape, packParameters, permuteNeurons } from '#math/network/network';
import { createSamples, withConstant } from '#math/network/samples';
import { conclude, findSaddleLine, type SearchAttempt, steepestNeuron, train } from '#math/network/training';
import { maxAbs } from '#math/numerics/linear-algebra';
import { derivativesAt } from '#math/numerics/objective';
import { createRandom } from '#math/numerics/random';
import { expectClose } from '../../support/close';
import { line, minimum, oracle, samples, split, student, studentLoss } from '../../support/landscape';

const problem = { shape: student, activation: activations.g, samples };

function drain<T, R>(generator: Generator<T, R>): { yielded: T[]; returned: R } {
  const yielded: T[] = [];
  for (;;) {
    const next = generator.next();
    if (next.done) return { yielded, returned: next.value };
    yielded.push(next.value);
  }
}

describe('training to a critical point', () => {
  test('reaches the minimum of the oracle from a random start', () => {
    const { yielded, returned } = drain(train(problem, glorotNormal(student, createRandom(3), true)));
    expect(returned.kind).toBe('minimum');
    expectClose(returned.loss, oracle.minimum.loss, 1e-12);
    expect(returned.maxAbsGradient).toBeLessThan(1e-12);
    expect(yielded.length).toBeGreaterThan(20);
  });

  test('recognises a channel and certifies where it leads', () => {
    const wide = { ...problem, shape: split };
    const { plus } = oracle.flowEnds;
    const found = conclude(wide, packParameters(split, plus.W, plus.a), '');
    expect(found.kind).toBe('channel');
    expectClose(found.certificate?.lossAtInfinity ?? NaN, oracle.minimumAtInfinity.loss, 1e-9);
  });

  test('does not take a limit above the present loss for the end of the road', () => {
    // On its way to a finite minimum: Newton's method finds a minimum at infinity, but the loss is below it already.
    const { erf } = activations;
    const [teacher, shape] = [networkShape(3, 6, true), networkShape(3, 4, true)];
    const inputs = withConstant(gridInputs(6), 2);
    const weights = glorotNormal(teacher, createRandom(461), false).map((weight) => 2 * weight);
    const data = createSamples(inputs, networkOutput(teacher, erf, weights, inputs), 3);
    const theta = packParameters(
      shape,
      [
        [0.58681415, -1.4473075, 0.54755049],
        [-0.56876152, 1.4244142, -0.43449227],
        [0.67001957, 0.04327188, -0.23382108],
        [-1.3740141, -0.30759397, -0.63406177],
      ],
      [0.60584334, 0.46919869, 0.99446984, 1.5029927, 0.29321872],
    );
    const loss = networkLoss(shape, erf, data).loss(theta);
    const found = conclude({ shape, activation: erf, samples: data }, theta, 'so far');
    expect(loss).toBeLessThan(2.105e-6);
    expect([found.kind, found.loss < 2.105e-6]).toEqual(['unfinished', true]);
  });

  test('does not take exact copies with large opposite weights for a channel', () => {
    const found = conclude({ ...problem, shape: split }, saddlePoint(line, 5), '');
    expect(found.kind).toBe('saddle');
    expectClose(found.loss, oracle.minimum.loss, 1e-12);
  });

  /** Trains on what a network of `teacherWidth` neurons gives, one result for each seed. */
  function realizable(teacherWidth: number, seeds: readonly number[]) {
    const inputs = withConstant(gridInputs(12), 2);
    const shape = networkShape(3, 2, true);
    const teacher = networkShape(3, teacherWidth, true);
    return seeds.map((seed) => {
      const random = createRandom(seed);
      const weights = glorotNormal(teacher, random, false);
      const targets = networkOutput(teacher, activations.tanh, weights, inputs);
      const data = createSamples(inputs, targets, 3);
      const start = glorotNormal(shape, random, true);
      return drain(train({ shape, activation: activations.tanh, samples: data }, start)).returned;
    });
  }

  test('ends where the loss is zero: in a minimum', () => {
    for (const { kind, loss, eigenvalues } of realizable(2, [1, 2, 5, 7, 8, 9, 10])) {
      expect(kind).toBe('minimum');
      expect(loss).toBeLessThan(1e-28);
      expect(eigenvalues?.[0]).toBeGreaterThan(1e-7);
    }
  });

  test('ends where the loss is zero on a whole manifold: in a saddle, as its Hessian is singular', () => {
    for (const { kind, loss, message } of realizable(1, [1, 3, 6, 7, 8])) {
      expect(kind).toBe('saddle');
      expect(loss).toBeLessThan(1e-28);
      expect(message).toContain('the loss is zero');
    }
  });

  test('says so when the budget is too small', () => {
    const { returned } = drain(train(problem, glorotNormal(student, createRandom(3), true), { maxSteps: 3 }));
    expect(returned.kind).toBe('unfinished');
    expect(returned.message).toContain('3 steps are used up');
  });
});

describe('finding another saddle line', () => {
  test('gives a minimum that is not known yet, and its steepest neuron', () => {
    const first = drain(findSaddleLine(problem, createRandom(4), true)).returned;
    const line = first.line;
    if (line === undefined) throw new Error(first.message);
    const { loss, gradient } = derivativesAt(studentLoss, line.theta);
    expect(maxAbs(gradient)).toBeLessThan(1e-12);
    const second = drain(findSaddleLine(problem, createRandom(4), true, { known: [loss] })).returned;
    const other = studentLoss.loss(second.line?.theta ?? new Float64Array(13));
    expect(Math.abs(other - loss)).toBeGreaterThan(1e-4);
    // Of the oracle's three lines at gamma = 1.5 neuron 0 has the lowest eigenvalue, -0.17.
    expect(steepestNeuron(problem, minimum)).toBe(0);
    expect(steepestNeuron(problem, permuteNeurons(student, minimum, [1, 2, 0]))).toBe(2);
  });

  test('says so when there is none', () => {
    const random = createRandom(1);
    // One sample and two neurons: the minima are not isolated, so no Hessian is positive definite.
    const one = createSamples(normalInputs(1, 2, random), new Float64Array([1]), 2);
    const search = { shape: networkShape(2, 2, false), activation: activations.tanh, samples: one };
    const { yielded, returned } = drain(
      findSaddleLine(search, random, false, { attempts: 3, maxSteps: 100 }),
    );
    expect(yielded.map(({ attempt }: SearchAttempt) => attempt)).toEqual([1, 2, 3]);
    expect(returned.line).toBeUndefined();
    expect(returned.message).toContain('no new finite minimum from 3 random starts');
  });
});
