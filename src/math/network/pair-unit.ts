import type { Activation } from '#math/activation/activation';
import * as dd from '#math/activation/divided-difference';
import type { BlockRoom } from './block-room';
import { project } from './block-sums';
import type { HiddenUnit, Slot } from './hidden-unit';

/**
 * A pair of neurons as one unit of the parameters w, v = a Delta, c (in this order from theta[first]) and
 * kappa = epsilon / |v| at theta[kappaAt]:
 *
 *   f = c A(z, delta) + p D(z, delta),   z = w.x,  p = v.x,  delta = kappa p,
 *
 * which at kappa = 0 is the limit c s(z) + p s'(z); without `kappaAt` kappa is 0. (Ours.)
 */
export function pairUnit(
  room: BlockRoom,
  activation: Activation,
  first: number,
  kappaAt: number | undefined,
): HiddenUnit {
  const d = room.inputs.size;
  const evaluateAt = dd.dividedDifference(activation);
  const quantities = new Float64Array(dd.DIVIDED_DIFFERENCE_LENGTH);
  const z = room.take();
  const p = room.take();
  const slot = (at: number): Slot => ({ at, slope: room.take() });
  const w = slot(first);
  const v = slot(first + d);
  const c = slot(first + 2 * d);
  const kappa = slot(kappaAt ?? -1);
  const bend = (one: Slot, other: Slot) => ({ first: one, second: other, values: room.take() });
  const ww = bend(w, w);
  const wv = bend(w, v);
  const vv = bend(v, v);
  const wc = bend(w, c);
  const vc = bend(v, c);
  const wk = bend(w, kappa);
  const vk = bend(v, kappa);
  const ck = bend(c, kappa);
  const kk = bend(kappa, kappa);
  const isLimit = kappaAt === undefined;

  return {
    vectors: [w, v],
    scalars: isLimit ? [c] : [c, kappa],
    bends: isLimit ? [ww, wv, wc] : [ww, wv, vv, wc, vc, wk, vk, ck, kk],
    evaluate(theta, start, length, order, f) {
      const weight = theta[c.at] as number;
      const scale = isLimit ? 0 : (theta[kappa.at] as number);
      const { numbers } = room;
      project(numbers, theta, first, room.inputs, start, length, z);
      project(numbers, theta, v.at, room.inputs, start, length, p);
      for (let n = 0; n < length; n++) {
        const pn = numbers[p + n] as number;
        evaluateAt(numbers[z + n] as number, scale * pn, quantities);
        const even = quantities[dd.A] as number;
        const divided = quantities[dd.D] as number;
        numbers[f + n] = (numbers[f + n] as number) + weight * even + pn * divided;
        if (order === 0) continue;
        const evenD = quantities[dd.A_D] as number;
        const dividedD = quantities[dd.D_D] as number;
        // By delta.
        const fd = weight * evenD + pn * dividedD;
        numbers[w.slope + n] = weight * (quantities[dd.A_Z] as number) + pn * (quantities[dd.D_Z] as number);
        numbers[v.slope + n] = divided + scale * fd;
        numbers[c.slope + n] = even;
        numbers[kappa.slope + n] = pn * fd;
        if (order === 1) continue;
        const fzd = weight * (quantities[dd.A_ZD] as number) + pn * (quantities[dd.D_ZD] as number);
        const fdd = weight * (quantities[dd.A_ZZ] as number) + pn * (quantities[dd.D_DD] as number);
        numbers[ww.values + n] =
          weight * (quantities[dd.A_ZZ] as number) + pn * (quantities[dd.D_ZZ] as number);
        numbers[wv.values + n] = (quantities[dd.D_Z] as number) + scale * fzd;
        numbers[vv.values + n] = scale * (2 * dividedD + scale * fdd);
        numbers[wc.values + n] = quantities[dd.A_Z] as number;
        numbers[vc.values + n] = scale * evenD;
        numbers[wk.values + n] = pn * fzd;
        numbers[vk.values + n] = fd + pn * (dividedD + scale * fdd);
        numbers[ck.values + n] = pn * evenD;
        numbers[kk.values + n] = pn * pn * fdd;
      }
    },
  };
}
