import { describe, expect, it } from 'vitest';
import { createHeightTeller } from '#host/heights';

/** A teller with a clock that is moved by hand. */
function teller() {
  let now = 0;
  let pending: { at: number; task: () => void } | undefined;
  const told: number[] = [];
  const made = createHeightTeller((height) => told.push(height), {
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
  return { ...made, told, pass };
}

describe('heights', () => {
  it('are told once they stand, in whole pixels that hold everything', () => {
    const { note, pass, told } = teller();
    note(500.2);
    pass(50);
    note(600.2);
    pass(50);
    expect(told).toEqual([]);
    pass(200);
    expect(told).toEqual([601]);
  });

  it('are told once', () => {
    const { note, pass, told } = teller();
    for (let k = 0; k < 5; k++) {
      note(500);
      pass(300);
    }
    expect(told).toEqual([500]);
  });

  it('of nothing are not told', () => {
    const { note, pass, told } = teller();
    note(0);
    pass(300);
    expect(told).toEqual([]);
  });

  it('never go in a circle: a frame whose growing makes its content smaller keeps the larger height', () => {
    const { note, pass, told } = teller();
    let content = 500;
    for (let k = 0; k < 50; k++) {
      note(content);
      pass(200);
      // The page around follows, and the content answers.
      content = told.at(-1) === 500 ? 520 : 500;
    }
    expect(told).toEqual([500, 520]);
  });

  it('go back and forth with the reader, who opens and closes something', () => {
    const { note, pass, told } = teller();
    for (const height of [500, 900, 500, 900]) {
      note(height);
      pass(2000);
    }
    expect(told).toEqual([500, 900, 500, 900]);
  });

  it('are told no more afterwards', () => {
    const { note, pass, told, dispose } = teller();
    note(500);
    dispose();
    pass(300);
    expect(told).toEqual([]);
  });
});
