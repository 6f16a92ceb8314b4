import type { Activation } from '#math/activation/activation';
import { fifthDerivative } from '#math/activation/fifth-derivative';
import type { BlockRoom } from './block-room';
import { project } from './block-sums';
import type { Bend, HiddenUnit, Slot } from './hidden-unit';

/**
 * Four neurons that ran together, as one unit of the parameters w, v, n, m, c (in this order from theta[first]):
 *
 *   f = c s(z) + p s'(z) + r q s''(z) + r^3 / 6 s'''(z),   z = w.x,  p = v.x,  q = n.x,  r = m.x,
 *
 * that is c s plus the coefficient of t^3 of s(z + r t + q t^2 + p t^3): a third divided difference along a curve of
 * input weights. (Ours; the paper has pairs and triples.)
 */
export function quadrupleUnit(room: BlockRoom, activation: Activation, first: number): HiddenUnit {
  const { jet, fourth } = activation;
  const fifth = fifthDerivative(activation);
  const d = room.inputs.size;
  const s = new Float64Array(4);
  const z = room.take();
  const p = room.take();
  const q = room.take();
  const r = room.take();
  const slot = (at: number): Slot => ({ at, slope: room.take() });
  const w = slot(first);
  const v = slot(first + d);
  const k = slot(first + 2 * d);
  const m = slot(first + 3 * d);
  const c = slot(first + 4 * d);
  const bend = (one: Slot, other: Slot, values = room.take()): Bend => ({
    first: one,
    second: other,
    values,
  });
  const ww = bend(w, w);
  const wv = bend(w, v);
  const wk = bend(w, k);
  const wm = bend(w, m);
  // By n and m the second derivative is s'', as by w and v.
  const km = bend(k, m, wv.values);
  const mm = bend(m, m);
  const wc = bend(w, c, v.slope);

  return {
    vectors: [w, v, k, m],
    scalars: [c],
    bends: [ww, wv, wk, wm, km, mm, wc],
    evaluate(theta, start, length, order, f) {
      const weight = theta[c.at] as number;
      const { numbers } = room;
      project(numbers, theta, w.at, room.inputs, start, length, z);
      project(numbers, theta, v.at, room.inputs, start, length, p);
      project(numbers, theta, k.at, room.inputs, start, length, q);
      project(numbers, theta, m.at, room.inputs, start, length, r);
      for (let n = 0; n < length; n++) {
        const zn = numbers[z + n] as number;
        const pn = numbers[p + n] as number;
        const qn = numbers[q + n] as number;
        const rn = numbers[r + n] as number;
        const cube = (rn * rn * rn) / 6;
        jet(zn, s);
        const s0 = s[0] as number;
        const s1 = s[1] as number;
        const s2 = s[2] as number;
        const s3 = s[3] as number;
        numbers[f + n] = (numbers[f + n] as number) + weight * s0 + pn * s1 + rn * qn * s2 + cube * s3;
        if (order === 0) continue;
        const s4 = fourth(zn);
        numbers[w.slope + n] = weight * s1 + pn * s2 + rn * qn * s3 + cube * s4;
        numbers[v.slope + n] = s1;
        numbers[k.slope + n] = rn * s2;
        numbers[m.slope + n] = qn * s2 + (rn * rn * s3) / 2;
        numbers[c.slope + n] = s0;
        if (order === 1) continue;
        numbers[ww.values + n] = weight * s2 + pn * s3 + rn * qn * s4 + cube * fifth(zn);
        numbers[wv.values + n] = s2;
        numbers[wk.values + n] = rn * s3;
        numbers[wm.values + n] = qn * s3 + (rn * rn * s4) / 2;
        numbers[mm.values + n] = rn * s3;
      }
    },
  };
}
