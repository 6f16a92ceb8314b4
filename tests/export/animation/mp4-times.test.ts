import { describe, expect, it } from 'vitest';
import { clearTimes } from '#export/animation/mp4-times';

function box(kind: string, ...contents: readonly number[][]): number[] {
  const inside = contents.flat();
  const size = inside.length + 8;
  return [0, 0, size >> 8, size & 255, ...Array.from(kind, (letter) => letter.charCodeAt(0)), ...inside];
}

/** A version, flags, and bytes none of which is zero. */
const timed = (kind: string, version: 0 | 1) => box(kind, [version, 1, 2, 3], Array<number>(28).fill(7));

describe('clearTimes', () => {
  it('clears the times of the movie, its tracks and their media, and nothing else', () => {
    const contents = [
      ...timed('mvhd', 0),
      ...box('trak', timed('tkhd', 1), box('mdia', timed('mdhd', 0), timed('hdlr', 0))),
    ];
    const file = Uint8Array.from([9, 9, 9, 9, ...contents, 9, 9]);
    clearTimes(file, 4, 4 + contents.length);
    const cleared = (length: number) => [
      ...Array<number>(length).fill(0),
      ...Array<number>(28 - length).fill(7),
    ];
    const at = (offset: number) => [...file.subarray(4 + offset, 4 + offset + 28)];
    expect(at(12)).toEqual(cleared(8));
    expect(at(40 + 8 + 12)).toEqual(cleared(16));
    expect(at(40 + 8 + 40 + 8 + 12)).toEqual(cleared(8));
    expect(at(40 + 8 + 40 + 8 + 40 + 12)).toEqual(cleared(0));
    expect([...file.subarray(0, 4), ...file.subarray(-2)]).toEqual([9, 9, 9, 9, 9, 9]);
    expect(file[4 + 8]).toBe(0);
    expect(file[4 + 9]).toBe(1);
  });

  it('leaves a file alone that is cut off or no MP4', () => {
    const broken = Uint8Array.from([0, 0, 0, 3, 109, 118, 104, 100, 1, 1, 1, 1]);
    clearTimes(broken, 0, broken.length);
    expect([...broken.subarray(8)]).toEqual([1, 1, 1, 1]);
    expect(() => clearTimes(Uint8Array.from(timed('mvhd', 1).slice(0, 14)), 0, 14)).not.toThrow();
  });
});
