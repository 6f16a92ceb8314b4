import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureLink, siteOf } from '#export/link';
import { firstForm, requestOf, type SizeChoice, sizeOf } from '#export/plan';
import type { ExportRequest } from '#export/request';
import { outputSize, problemOfSize } from '#export/size';
import { decodeHash } from '#state/codec';
import { createFigureStore } from '#state/figure-store';
import { sampleSchema } from '../support/sample-schema';

const screen = { width: 1440, height: 900, ratio: 2 };

function request(patch: Partial<ExportRequest> = {}): ExportRequest {
  return { format: 'png', width: 1280, height: 720, scale: 1, background: 'paper', ...patch };
}

describe('the size of a file', () => {
  it('is that of the form, whatever the scale', () => {
    for (const choice of ['screen', 'hd', 'fullHd', 'fourK', 'square'] as const satisfies SizeChoice[]) {
      const form = { ...firstForm({ animations: [] }, screen), ...sizeOf(choice, screen) };
      const { width, height } = form;
      expect(outputSize(requestOf(form))).toEqual({ width, height });
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 240, max: 7680 }),
        fc.integer({ min: 200, max: 4320 }),
        fc.constantFrom(1, 1.25, 1.5, 2, 3, 4, 6),
        (width, height, scale) => {
          const form = { ...firstForm({ animations: [] }, screen), width, height, scale };
          expect(outputSize(requestOf(form))).toEqual({ width, height });
        },
      ),
    );
  });

  it('is even for films', () => {
    expect(outputSize(request({ format: 'mp4', width: 641, height: 361 }))).toEqual({
      width: 640,
      height: 360,
    });
    expect(outputSize(request({ width: 641, height: 361 }))).toEqual({ width: 641, height: 361 });
  });

  it('may be 8K, lying or upright, and no larger', () => {
    expect(problemOfSize(request({ width: 1280, height: 720, scale: 6 }))).toBeUndefined();
    expect(problemOfSize(request({ width: 720, height: 1280, scale: 6 }))).toBeUndefined();
    expect(problemOfSize(request({ width: 1281, height: 720, scale: 6 }))).toMatch(
      /7686 × 4320.*7680 × 4320/,
    );
    expect(problemOfSize(request({ width: 800, height: 800, scale: 6 }))).toMatch(/at most/);
  });

  it('is refused in a sentence when it is none', () => {
    expect(problemOfSize(request({ width: Number.NaN }))).toMatch(/numbers above zero/);
    expect(problemOfSize(request({ scale: 0 }))).toMatch(/numbers above zero/);
    expect(problemOfSize(request({ width: 100 }))).toMatch(/at least 240 × 200/);
    expect(problemOfSize(request({ format: 'csv', width: Number.NaN }))).toBeUndefined();
  });
});

describe('the link in a file', () => {
  const at = (href: string) => new URL(href);

  it('names the site where it is published, and none on this computer', () => {
    expect(siteOf(at('https://example.org/minima/?still=1#eps=1'))).toBe('https://example.org/minima/');
    for (const local of [
      'http://127.0.0.1:4173/',
      'http://localhost/',
      'http://[::1]:80/',
      'file:///a/b.html',
    ]) {
      expect(siteOf(at(local))).toBeUndefined();
      expect(siteOf(at(local), 'https://example.org/x/?a#b')).toBe('https://example.org/x/');
    }
  });

  it('opens the same state', () => {
    const store = createFigureStore(sampleSchema);
    store.set({ eps: 0.01 });
    const link = figureLink({ id: 'sample', store }, 'https://example.org/');
    expect(link).toMatch(/^https:\/\/example\.org\/\?figure=sample#/);
    expect(decodeHash(sampleSchema, new URL(link).hash).values).toEqual(store.values());
    expect(figureLink({ id: 'sample', store }, undefined)).toMatch(/^\?figure=sample#/);
  });
});
