// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { find, openPair, settle, type, writtenHash } from './pair-page';

const said = (name: string) => find(`[data-readout="train-${name}"]`).textContent;
const count = (name: string) => Number(find(`[data-readout="train-${name}"]`).dataset.value);

/** The reader wants no motion: each scene is at its end at once. */
function withoutMotion(): void {
  vi.spyOn(window, 'matchMedia').mockImplementation((media) =>
    Object.assign(new EventTarget(), {
      media,
      matches: media.includes('reduced-motion'),
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    }),
  );
}

async function press(action: string) {
  await act(async () => find<HTMLButtonElement>(`[data-action="train-${action}"]`).click());
  await settle();
  return find('[data-action="train-next"]').textContent;
}

it('one button leads from a random start to infinity and on; the ends that were met are counted, and all is in the link', async () => {
  withoutMotion();
  const problems = await openPair('', '?figure=train', 'train');
  expect(find('[data-action="train-next"]').textContent).toBe('Train');
  expect(await press('next')).toBe('Look closer');
  expect(said('verdict')).toMatch(/Is it done\?$/);
  expect(said('steps')).toBe('3000');
  // Nothing is told before one looks.
  expect(find('.line-neurons').inert).toBe(true);
  expect(await press('next')).toBe('Skip to infinity');
  expect(said('verdict')).toMatch(/^Not done/);
  expect(Number(find('[data-readout="train-ai"]').dataset.value)).toBeCloseTo(6.305, 3);
  expect(count('channel2')).toBe(0);
  expect(await press('next')).toBe('Another start');
  expect([said('ai'), said('aj')]).toEqual(['+∞', '−∞']);
  expect(said('loss')).toBe('0.000773');
  expect([count('channel2'), count('channel1'), count('copies')]).toEqual([1, 0, 0]);
  expect(await writtenHash()).toBe('#v=1&steps=10000&reveal=1&infinity=1');
  // The next start ends on exact copies, the one after in the other channel.
  for (let k = 0; k < 6; k++) await press('next');
  expect(await press('again')).toBe('Look closer');
  expect([count('channel2'), count('channel1'), count('copies')]).toEqual([1, 1, 1]);
  expect(problems).toEqual([]);
}, 60_000);

it('the figure line writes its weights and what its curves are', async () => {
  const problems = await openPair('v=1&eps=0.001', '?figure=line', 'line');
  const inside = () => find('[data-readout="line-inside"]').textContent;
  expect(find('[data-readout="line-ai"]').textContent).toBe('−3254.55');
  expect(inside()).toBe('The two neurons');
  await type('eps', '0');
  expect(find('[data-readout="line-ai"]').textContent).toBe('−∞');
  expect(inside()).toBe('A neuron and a gated linear unit');
  expect(problems).toEqual([]);
});
