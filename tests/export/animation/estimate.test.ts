import { describe, expect, it } from 'vitest';
import { estimateOf } from '#export/animation/estimate';

describe('estimateOf', () => {
  it('says nothing before the first frame', () => {
    const written = { frames: 0, bytes: 0, first: 0 };
    expect(estimateOf({ count: 10, painted: 0, elapsed: 3, written })).toBeUndefined();
  });

  it('expects the frames to come to be like those that were', () => {
    const written = { frames: 3, bytes: 900, first: 500 };
    expect(estimateOf({ count: 10, painted: 4, elapsed: 2000, written })).toEqual({
      secondsLeft: 3,
      bytes: 900 + 7 * 200,
    });
  });

  it('knows the time before anything is encoded', () => {
    const written = { frames: 0, bytes: 0, first: 0 };
    expect(estimateOf({ count: 10, painted: 2, elapsed: 500, written })).toEqual({ secondsLeft: 2 });
  });

  it('comes out at the truth', () => {
    const written = { frames: 10, bytes: 1234, first: 100 };
    expect(estimateOf({ count: 10, painted: 10, elapsed: 500, written })).toEqual({
      secondsLeft: 0,
      bytes: 1234,
    });
  });
});
