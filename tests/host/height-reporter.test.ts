import { describe, expect, it } from 'vitest';
import { createHeightReporter } from '#host/height-reporter';

/** A reporter with a clock that is moved by hand. */
function reporter() {
  let now = 0;
  let pending: { at: number; task: () => void } | undefined;
  const reported: number[] = [];
  const made = createHeightReporter((height) => reported.push(height), {
    now: () => now,
    setTimeout: (task, milliseconds) => {
      pending = { at: now + milliseconds, task };
      return 1;
    },
    clearTimeout: () => {
      pending = undefined;
    },
  });
  const pass = (milliseconds: number) => {
    now += milliseconds;
    if (!pending || pending.at > now) return;
    const { task } = pending;
    pending = undefined;
    task();
  };
  return { ...made, reported, pass };
}

describe('heights', () => {
  it('are reported once they stand, in whole pixels that hold everything', () => {
    const { note, pass, reported } = reporter();
    note(500.2);
    pass(50);
    note(600.2);
    pass(50);
    expect(reported).toEqual([]);
    pass(200);
    expect(reported).toEqual([601]);
  });

  it('are reported once', () => {
    const { note, pass, reported } = reporter();
    for (let k = 0; k < 5; k++) {
      note(500);
      pass(300);
    }
    expect(reported).toEqual([500]);
  });

  it('of nothing are not reported', () => {
    const { note, pass, reported } = reporter();
    note(0);
    pass(300);
    expect(reported).toEqual([]);
  });

  it('never go in a circle: a frame whose growing makes its content smaller keeps the larger height', () => {
    const { note, pass, reported } = reporter();
    let content = 500;
    for (let k = 0; k < 50; k++) {
      note(content);
      pass(200);
      // The page around follows, and the content answers.
      content = reported.at(-1) === 500 ? 520 : 500;
    }
    expect(reported).toEqual([500, 520]);
  });

  it('go back and forth with the reader, who opens and closes something', () => {
    const { note, pass, reported } = reporter();
    for (const height of [500, 900, 500, 900]) {
      note(height);
      pass(2000);
    }
    expect(reported).toEqual([500, 900, 500, 900]);
  });

  it('are reported no more afterwards', () => {
    const { note, pass, reported, dispose } = reporter();
    note(500);
    dispose();
    pass(300);
    expect(reported).toEqual([]);
  });
});
