import { describe, expect, it } from 'vitest';
import { predictedLoss } from '#math/channel/channel';
import { fitLossSlope, lawLimit, predictedLaw, rideLawIds, roundingFloor } from '#math/ride/ride-laws';
import { paperRide } from '../../figures/ride/paper-ride';

const { certificate, points } = paperRide(40);
if (!certificate) throw new Error('no ride');

describe('the laws of a ride', () => {
  it('have the cube for the slope of the loss, once there are two settled points', () => {
    expect(fitLossSlope(points.slice(0, 11)).slope).toBeCloseTo(3, 1);
    expect(fitLossSlope(points.slice(0, 2)).slope).toBeUndefined();
  });

  it('predicts each law from the end of the channel alone, far out', () => {
    const point = points[8];
    if (!point) throw new Error('no such point');
    for (const id of rideLawIds) {
      expect(predictedLaw(id, certificate, points, point.epsilon) / point[id], id).toBeCloseTo(1, 2);
    }
    expect(lawLimit('excess', certificate)).toBe(0);
    expect(lawLimit('largestEigenvalue', certificate)).toBe(Number.POSITIVE_INFINITY);
    expect(lawLimit('c', certificate)).toBe(certificate.c);
    expect(
      Math.abs(predictedLoss(certificate.lossAtInfinity, certificate.h, point.epsilon) - point.loss),
    ).toBeLessThan(1e-14);
  });

  it('knows the rounding at any epsilon from the start’s', () => {
    const [first, far] = [points[0], points[12]];
    if (!first || !far) throw new Error('no such point');
    expect((roundingFloor('error', first, far.epsilon) ?? 0) / far.errorFloor).toBeCloseTo(1, 1);
    expect((roundingFloor('excess', first, far.epsilon) ?? 0) / far.excessFloor).toBeCloseTo(1, 1);
    expect(roundingFloor('a', first, far.epsilon)).toBeUndefined();
  });
});
