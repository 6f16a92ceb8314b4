/** What is known about a network whose groups go to infinity: codes with values, and a message in English beside. */
import type { StableStretch } from './copies';

/**
 * - `minimum-at-infinity`: the limit's Hessian is positive definite and every h is positive
 * - `finite-minimum`: the same with no group at all
 * - `comes-back`: positive definite, but the loss rises towards infinity for the units listed: they come back
 * - `sharp`: positive definite, and no sample lies on the creases of the units listed: from some size of their weights on
 *   the loss is that of infinite ones to rounding, whichever way its last digits fall
 * - `saddle-at-infinity`: the limit is a critical point with this many negative eigenvalues
 * - `plateau-saddle`: unit `unit` stands for copies whose shares are free in `stretch`; `stable` when they lie in it;
 *   `atInfinity` when other units are groups
 * - `undecided`: an eigenvalue or an h is zero to rounding, or a group has no leading vector left
 * - `not-certified`: of a deep network: neurons run together by the paper's criterion, and no limit of theirs is certified
 * - `no-limit`: no critical point of the limit network was found, or only one with a higher loss than the weights
 */
export type GroupingVerdict =
  | { readonly code: 'minimum-at-infinity' }
  | { readonly code: 'finite-minimum' }
  | { readonly code: 'comes-back'; readonly units: readonly number[] }
  | { readonly code: 'sharp'; readonly units: readonly number[] }
  | { readonly code: 'saddle-at-infinity'; readonly negative: number; readonly smallestEigenvalue: number }
  | {
      readonly code: 'plateau-saddle';
      readonly unit: number;
      readonly stretch: StableStretch;
      readonly stable: boolean;
      readonly atInfinity: boolean;
    }
  | { readonly code: 'undecided'; readonly reason: 'flat' | 'flat-copies' | 'zero-h' | 'empty-group' }
  | { readonly code: 'not-certified' }
  | { readonly code: 'no-limit'; readonly reason: 'no-critical-point' | 'rises' };

export type VerdictCode = GroupingVerdict['code'];

/** The verdict in English. */
export function verdictMessage(verdict: GroupingVerdict): string {
  switch (verdict.code) {
    case 'minimum-at-infinity':
      return 'the loss falls all the way: a local minimum at infinity';
    case 'finite-minimum':
      return 'a minimum at finite weights';
    case 'comes-back': {
      const { units } = verdict;
      const which = units.length > 1 ? `groups ${units.join(', ')} come` : `group ${units[0]} comes`;
      return `the loss rises towards infinity: ${which} back to finite weights`;
    }
    case 'sharp':
      return 'neurons sharpen into creases between the samples, where the loss no longer depends on their size';
    case 'saddle-at-infinity':
      return `the limit network is at a saddle point with ${verdict.negative} ways down`;
    case 'plateau-saddle':
      return plateauMessage(verdict);
    case 'undecided':
      return {
        flat: 'an eigenvalue of the limit network vanishes to rounding: second order does not decide',
        'flat-copies':
          'an eigenvalue of the matrix of the copies vanishes to rounding: second order does not decide',
        'zero-h': 'h vanishes to rounding: second order does not decide',
        'empty-group': 'the input weights of a group meet without growing output weights: they are copies',
      }[verdict.reason];
    case 'not-certified':
      return 'neurons run together; where to is not certified';
    case 'no-limit':
      return verdict.reason === 'rises'
        ? 'the limit network found has a higher loss than these weights'
        : 'the limit network has no critical point near here';
  }
}

function plateauMessage({ stretch, stable }: GroupingVerdict & { code: 'plateau-saddle' }): string {
  if (stable) return 'copies of a neuron on a plateau: their output weights are free within their stretch';
  return stretch === 'nowhere'
    ? 'copies of a neuron at a saddle point: they part, whatever their output weights'
    : `copies of a neuron beside their plateau: they would be stable ${stretch === 'inside' ? 'with output weights of one sign' : 'with opposite output weights'}`;
}
