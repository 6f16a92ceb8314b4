import { describe, expect, it } from 'vitest';
import { figures, findFigure } from '#figures/registry';
import { decodeHash, encodeHash, encodeValues } from '#state/codec';
import { clampValue, defaults, withValues } from '#state/schema';

describe('the registry', () => {
  it('finds every figure by an id of its own', () => {
    expect(figures.length).toBeGreaterThan(0);
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    for (const figure of figures) {
      expect(findFigure(figure.id)).toBe(figure);
      // It stands in links and in attributes.
      expect(figure.id).toMatch(/^[a-z][a-z0-9-]*$/);
    }
    expect(findFigure('nothing')).toBeUndefined();
    expect(findFigure('')).toBeUndefined();
  });
});

describe.each(figures.map((figure) => [figure.id, figure] as const))('the figure %s', (_id, figure) => {
  it('has valid defaults, words for every parameter, and keys that fit into a link', () => {
    for (const [key, parameter] of Object.entries(figure.schema)) {
      expect(clampValue(parameter, parameter.default)).toEqual(parameter.default);
      expect(parameter.label.length).toBeGreaterThan(0);
      expect(parameter.description).toMatch(/\.$/);
      expect(key).toMatch(/^[a-z]\w*$/);
      // `v` is the version of the link.
      expect(key).not.toBe('v');
    }
  });

  it('has choices with ids of their own', () => {
    for (const parameter of Object.values(figure.schema)) {
      if (parameter.kind !== 'choice') continue;
      const ids = parameter.options.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[\w.-]+$/);
    }
  });

  it('has presets with ids and names of their own, each with a sentence on what it teaches', () => {
    const { presets } = figure;
    expect(presets.length).toBeGreaterThan(0);
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    expect(new Set(presets.map(({ title }) => title)).size).toBe(presets.length);
    for (const { id, title, teaches } of presets) {
      expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(title).toMatch(/^[A-Z]/);
      expect(teaches).toMatch(/^[A-Z].{20,}\.$/);
    }
  });

  it.each(figure.presets.map(({ id, values }) => [id, values] as const))(
    'has a preset %s of values that it can have, and that a link carries',
    (_preset, values) => {
      for (const [key, value] of Object.entries(values)) {
        const parameter = figure.schema[key];
        expect(parameter && clampValue(parameter, value)).toEqual(value);
      }
      const state = withValues(figure.schema, defaults(figure.schema), values);
      const hash = encodeHash(encodeValues(figure.schema, state, `${figure.id}.`));
      expect(decodeHash(figure.schema, hash, `${figure.id}.`)).toEqual({ values: state, notices: [] });
    },
  );

  it('describes itself and has data as it starts', () => {
    const start = defaults(figure.schema);
    expect(figure.title.length).toBeGreaterThan(3);
    expect(figure.describe(start)).toMatch(/^[A-Z].*\.$/);
    expect(figure.describe(start)).not.toMatch(/NaN|undefined/);
    expect(figure.data(start).every(({ rows }) => rows.length > 0)).toBe(true);
    expect(figure.axes.length).toBeGreaterThan(0);
  });
});
