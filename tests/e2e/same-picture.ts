import { PNG } from 'pngjs';

/**
 * How much one channel of a pixel may differ. A page that was changed step by step and one that was opened in its last
 * state are cut into different pieces when they are painted, and edges of text, lines and gradients at the seams then
 * come out up to 20 apart; WebGL and everything else comes out equal. A shift by a tenth of a pixel makes 25 and more.
 */
const seam = 24;

/** The pixels of two pictures that differ by more than seams of painting do; all of them when the sizes differ. */
export function differing(a: Buffer, b: Buffer): number {
  const [left, right] = [PNG.sync.read(a), PNG.sync.read(b)];
  if (left.width !== right.width || left.height !== right.height) return left.width * left.height;
  let count = 0;
  for (let at = 0; at < left.data.length; at += 4) {
    const apart = [0, 1, 2].some(
      (c) => Math.abs((left.data[at + c] ?? 0) - (right.data[at + c] ?? 0)) > seam,
    );
    if (apart) count++;
  }
  return count;
}
