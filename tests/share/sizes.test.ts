import { expect, it } from 'vitest';
import { frameSize, presetOfSize, readSide, sizePresets } from '#share/sizes';

it('the whole figure is as high as it needs to be, once that is known', () => {
  const { whole, slide } = sizePresets;
  expect(frameSize(whole, 'full', 1633.2)).toEqual({ width: 1080, height: 1634 });
  expect(frameSize(whole, 'full')).toEqual({ width: 1080, height: 720 });
  expect(frameSize(whole, 'full', 99_999).height).toBe(4320);
  // A figure with fewer controls fills its frame: its height says nothing about the figure.
  expect(frameSize(whole, 'min', 1633)).toEqual({ width: 1080, height: 720 });
  expect(frameSize(slide, 'full', 1633)).toEqual(slide);
});

it('each preset is known by its size, and others are nobody’s', () => {
  for (const [id, size] of Object.entries(sizePresets)) expect(presetOfSize(size)).toBe(id);
  expect(presetOfSize({ width: 1081, height: 720 })).toBeUndefined();
});

it('a side is a whole number of pixels that a frame can have', () => {
  expect([readSide('240', 'width'), readSide(' 200 ', 'height'), readSide('7680', 'width')]).toEqual([
    240, 200, 7680,
  ]);
  for (const wrong of ['239', '7681', '', 'abc', '1e3', '-300', '300.5', '0x300']) {
    expect(readSide(wrong, 'width'), wrong).toBeUndefined();
  }
});
