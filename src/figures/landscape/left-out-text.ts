/** What of the descent slice is not on the picture, in words. Pure. */
import { gammaPlace } from '#landscape/gamma-axis';
import { sliceFrame } from '#landscape/slice-frame';
import { leftOut } from '#landscape/slice-points';
import { plainText, readableText } from '#state/number-text';
import type { LandscapeValues } from './schema';
import type { Session } from './session';
import { text } from './text';

/** The stretches that are left out, and a finite minimum beyond the axis, in sentences. */
export function leftOutText(session: Session, { slice, axis, crop }: LandscapeValues): string {
  const frame = slice === 'descent' && sliceFrame(session, slice, axis, crop === 'whole');
  if (!frame) return '';
  const sides = (['plus', 'minus'] as const).flatMap((side) => {
    const stretches = leftOut(frame, side).map(([from, to]) => `${plainText(from)}–${plainText(to)}`);
    return stretches.length > 0 ? [text.leftOut[side](stretches.join(', '))] : [];
  });
  const { finite } = session;
  const gamma = finite && Math.max(finite.gamma, 1 - finite.gamma);
  const isOff = gamma !== undefined && gammaPlace(axis, gamma) < -1;
  return [
    ...sides,
    ...(sides.length > 0 ? [text.leftOut.why] : []),
    ...(isOff ? [text.leftOut.finite(readableText(gamma, 2))] : []),
  ].join(' ');
}
