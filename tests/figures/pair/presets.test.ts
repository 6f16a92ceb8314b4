import { describe, expect, it } from 'vitest';
import { pairFigure } from '#figures/pair/definition';
import { describePair } from '#figures/pair/describe';
import { errorAt, isClipped, termRange } from '#figures/pair/model';
import { pairPresets, pairSchema } from '#figures/pair/schema';
import { clampValue, defaults, withValues } from '#state/schema';

const start = defaults(pairSchema);
const { presets } = pairFigure;

describe('the presets', () => {
  it('are at least six, each with a name of its own and a sentence on what it teaches', () => {
    expect(presets.length).toBeGreaterThanOrEqual(6);
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    expect(new Set(presets.map(({ title }) => title)).size).toBe(presets.length);
    for (const { teaches } of presets) expect(teaches).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('are all offered', () => {
    expect(presets.map(({ id }) => id).sort()).toEqual(Object.keys(pairPresets).sort());
  });

  it('each show something else', () => {
    const shown = Object.values(pairPresets).map((values) =>
      JSON.stringify(withValues(pairSchema, start, values)),
    );
    expect(new Set([JSON.stringify(start), ...shown]).size).toBe(presets.length + 1);
  });
});

describe.each(Object.entries(pairPresets))('the preset %s', (_id, values) => {
  it('is exactly a state that the figure can have', () => {
    for (const [key, value] of Object.entries(values)) {
      const parameter = pairSchema[key as keyof typeof pairSchema];
      expect(parameter).toBeDefined();
      expect(clampValue(parameter, value)).toEqual(value);
    }
  });

  it('can be described, and fits into its frame', () => {
    const state = withValues(pairSchema, start, values);
    expect(describePair(state)).toMatch(/^[A-Z].*\.$/);
    expect(isClipped(state)).toBe(false);
  });
});

describe('what the presets claim is so:', () => {
  it('a linear pair equals its limit', () => {
    const state = withValues(pairSchema, start, pairPresets['linear-gains-nothing']);
    expect(errorAt(state).max).toBe(0);
  });

  it('without a difference there is no gated unit', () => {
    const state = withValues(pairSchema, start, pairPresets['no-difference']);
    expect(termRange(state, 'gated').size).toBe(0);
  });

  it('at a small epsilon the sum is small though each neuron is huge', () => {
    const state = withValues(pairSchema, start, pairPresets['softplus-glu']);
    expect(termRange(state, 'neuronI').size).toBeGreaterThan(20 * termRange(state, 'sum').size);
    expect(errorAt(state).max).toBeLessThan(0.01);
  });

  it('ReLU has a cliff', () => {
    const state = withValues(pairSchema, start, pairPresets['relu-cliff']);
    expect([state.act, state.eps]).toEqual(['relu', 0]);
    expect(errorAt(state, 1e-4).max).toBeGreaterThan(0.5);
  });
});
