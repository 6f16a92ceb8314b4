import type { Activation } from '#math/activation/activation';
import type { BlockRoom } from './block-room';
import { project } from './block-sums';
import type { Bend, HiddenUnit, Slot } from './hidden-unit';

/**
 * Three neurons that ran together, as one unit of the parameters w, v, m, c (in this order from theta[first]):
 *
 *   f = c s(z) + p s'(z) + (sign / 2) r^2 s''(z),   z = w.x,  p = v.x,  r = m.x
 *
 * [FCI] equation (35) with the constant 1/(2 sqrt6) in m; MATH.md sections 7 and 9.
 */
export function tripleUnit(
  room: BlockRoom,
  { jet, fourth }: Activation,
  first: number,
  sign: 1 | -1,
): HiddenUnit {
  const d = room.inputs.size;
  const s = new Float64Array(4);
  const z = room.take();
  const p = room.take();
  const r = room.take();
  const slot = (at: number): Slot => ({ at, slope: room.take() });
  const w = slot(first);
  const v = slot(first + d);
  const m = slot(first + 2 * d);
  const c = slot(first + 3 * d);
  const bend = (one: Slot, other: Slot, values = room.take()): Bend => ({
    first: one,
    second: other,
    values,
  });
  const ww = bend(w, w);
  const wv = bend(w, v);
  const wm = bend(w, m);
  const mm = bend(m, m);
  // By w and c the second derivative is s', which is also the slope by v.
  const wc = bend(w, c, v.slope);

  return {
    vectors: [w, v, m],
    scalars: [c],
    bends: [ww, wv, wm, mm, wc],
    evaluate(theta, start, length, order, f) {
      const weight = theta[c.at] as number;
      const { numbers } = room;
      project(numbers, theta, w.at, room.inputs, start, length, z);
      project(numbers, theta, v.at, room.inputs, start, length, p);
      project(numbers, theta, m.at, room.inputs, start, length, r);
      for (let n = 0; n < length; n++) {
        const zn = numbers[z + n] as number;
        const pn = numbers[p + n] as number;
        const rn = numbers[r + n] as number;
        const half = (sign / 2) * rn * rn;
        jet(zn, s);
        const s0 = s[0] as number;
        const s1 = s[1] as number;
        const s2 = s[2] as number;
        numbers[f + n] = (numbers[f + n] as number) + weight * s0 + pn * s1 + half * s2;
        if (order === 0) continue;
        const s3 = s[3] as number;
        numbers[w.slope + n] = weight * s1 + pn * s2 + half * s3;
        numbers[v.slope + n] = s1;
        numbers[m.slope + n] = sign * rn * s2;
        numbers[c.slope + n] = s0;
        if (order === 1) continue;
        numbers[ww.values + n] = weight * s2 + pn * s3 + half * fourth(zn);
        numbers[wv.values + n] = s2;
        numbers[wm.values + n] = sign * rn * s3;
        numbers[mm.values + n] = sign * s2;
      }
    },
  };
}
