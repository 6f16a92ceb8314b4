import { expect, it } from 'vitest';
import { isThere, partsOf } from '#share/figure-parts';
import { createFigureStore } from '#state/figure-store';
import type { FigurePort, HideablePart } from '#ui/figure-context';
import { sampleSchema } from '../support/sample-schema';

/** A figure with these parts and controls. */
function port(parts: Readonly<Record<string, HideablePart>>, controls: readonly string[]): FigurePort {
  const root = { querySelectorAll: () => controls.map((param) => ({ dataset: { param } })) };
  return {
    id: 'sample',
    prefix: '',
    store: createFigureStore(sampleSchema),
    root: () => root as unknown as HTMLElement,
    offers: {},
    parts: new Map(Object.entries(parts)),
  };
}

it('lists what is there: parameters by the schema’s words, other parts by their own', () => {
  const [key = '', other = ''] = Object.keys(sampleSchema);
  const listed = partsOf(
    port({ [key]: { level: 'min', label: undefined }, legend: { level: 'view', label: 'the legend' } }, [
      key,
      other,
      'a-button',
    ]),
  );
  const labels = sampleSchema as Readonly<Record<string, { label: string }>>;
  expect(listed).toEqual([
    { name: key, label: labels[key]?.label, canHide: true, canLock: true, level: 'min' },
    { name: 'legend', label: 'the legend', canHide: true, canLock: false, level: 'view' },
    // Nothing asks whether it is shown, so it can only be locked.
    { name: other, label: labels[other]?.label, canHide: false, canLock: true, level: 'view' },
  ]);
});

it('offers a part only with a choice of controls that shows it', () => {
  const shown = (level: 'view' | 'min' | 'full') =>
    (['full', 'min', 'none'] as const).filter((controls) => isThere({ level }, controls));
  expect([shown('view'), shown('min'), shown('full')]).toEqual([
    ['full', 'min', 'none'],
    ['full', 'min'],
    ['full'],
  ]);
});
