import { describe, expect, it } from 'vitest';
import {
  initialStillness,
  nextStillness,
  type Observation,
  QUIET_FRAMES,
  type Stillness,
} from '#state/stillness';

const LIMIT = 1000;
const drawn: Observation = { now: 1, figure: 'drawn', status: 'idle', frames: 3, fonts: true };

/** The state after looking at each of these, one a frame. */
function seen(sights: readonly Observation[], start = initialStillness(0)): Stillness {
  return sights.reduce((state, seen) => nextStillness(state, seen, LIMIT), start);
}

function times(count: number, seen: Observation): readonly Observation[] {
  return Array.from({ length: count }, () => seen);
}

describe('the state machine of stillness', () => {
  it('is ready once enough frames have brought nothing new, and not one sooner', () => {
    expect(seen(times(QUIET_FRAMES, drawn)).phase).toBe('drawing');
    // The first look has nothing to be compared with.
    expect(seen(times(QUIET_FRAMES + 1, drawn)).phase).toBe('ready');
  });

  it('begins to count anew with every frame that is drawn', () => {
    const moving = Array.from({ length: 40 }, (_, k) => ({ ...drawn, frames: k }));
    expect(seen(moving).phase).toBe('drawing');
    expect(
      seen([...times(QUIET_FRAMES, drawn), { ...drawn, frames: 4 }, ...times(2, { ...drawn, frames: 4 })])
        .phase,
    ).toBe('drawing');
  });

  it.each([
    ['the code is being loaded', { figure: 'absent' }, 'loading'],
    ['nothing is drawn yet', { figure: 'waiting' }, 'loading'],
    ['the typefaces are missing', { fonts: false }, 'loading'],
    ['something is being computed', { status: 'computing' }, 'computing'],
  ] as const)('waits while %s', (_, part, phase) => {
    expect(seen(times(50, { ...drawn, ...part })).phase).toBe(phase);
  });

  it('waits again when a computation begins while it waits', () => {
    const state = seen([...times(4, drawn), { ...drawn, status: 'computing' }, ...times(3, drawn)]);
    expect(state.phase).toBe('drawing');
  });

  it('fails at once when the figure crashes', () => {
    expect(seen([drawn, { ...drawn, figure: 'crashed' }])).toEqual({ phase: 'failed', reason: 'crashed' });
  });

  it('does not call a picture ready whose computation failed', () => {
    const state = seen(times(20, { ...drawn, status: 'failed' }));
    expect(state).toEqual({ phase: 'failed', reason: 'not-computed' });
  });

  it('gives up after its time, and says during what', () => {
    const state = seen([{ ...drawn, status: 'computing', now: LIMIT + 1 }]);
    expect(state).toEqual({ phase: 'failed', reason: 'timeout', during: 'computing' });
    expect(seen([{ ...drawn, status: 'computing', now: LIMIT }]).phase).toBe('computing');
  });

  it('stays what it came to', () => {
    const ready = seen(times(10, drawn));
    expect(seen([{ ...drawn, figure: 'crashed' }], ready)).toBe(ready);
    const failed = seen([{ ...drawn, figure: 'crashed' }]);
    expect(seen(times(10, drawn), failed)).toBe(failed);
  });
});
