import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BaselineCase, checkBaseline } from '../support/baseline';
import { complaint, differingPixels, type Picture, perceivedDifference } from '../support/compare';

type Colour = [red: number, green: number, blue: number];

interface Drawing {
  width?: number;
  height?: number;
  /** How far the curve is moved down. */
  down?: number;
  curve?: Colour;
  ground?: Colour;
  /** Changes each byte of the text lines, as another way of smoothing edges does. */
  smoothing?: (x: number, y: number) => number;
}

/** A picture like a figure with text: a sine 3 pixels thick, and above it stripes like lines of letters. */
function draw({
  width = 640,
  height = 480,
  down = 0,
  curve = [31, 95, 168],
  ground = [250, 250, 248],
  smoothing = () => 0,
}: Drawing = {}): PNG {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const onCurve = Math.abs(y - (280 + down + 120 * Math.sin(x / 60))) < 1.5;
      const inText = y < 100 && y % 20 < 12 && x % 5 < 2;
      const base = onCurve ? curve : inText ? ([60, 60, 60] as const) : ground;
      const change = inText ? smoothing(x, y) : 0;
      for (let c = 0; c < 3; c++) png.data[4 * (y * width + x) + c] = (base[c] ?? 0) + change;
      png.data[4 * (y * width + x) + 3] = 255;
    }
  }
  return png;
}

const encoded = new Map<string, Buffer>();

/** A picture as a file; each is drawn and packed once. */
function png(drawing: Drawing): Buffer {
  const key = JSON.stringify(drawing) + drawing.smoothing?.name;
  const found = encoded.get(key) ?? PNG.sync.write(draw(drawing), { deflateLevel: 1 });
  encoded.set(key, found);
  return found;
}

/** Some noise that is the same in every run. */
const noise = (x: number, y: number) => ((x * 73 + y * 151 + ((x * y) % 37) * 29) % 61) - 30;

const usual = draw();

describe('the exact comparison', () => {
  it('finds nothing in equal pictures', () => {
    expect(complaint(draw(), usual, true)).toBeUndefined();
  });

  it.each([0, 1, 2, 3])('finds one pixel that is off by one in byte %i', (byte) => {
    const other = draw();
    const at = 4 * (200 * 640 + 300) + byte;
    other.data[at] = (other.data[at] ?? 0) - 1;
    expect(differingPixels(other, usual)).toBe(1);
    expect(complaint(other, usual, true)).toBe('1 of 307200 pixels differ (none may)');
    expect(complaint(other, usual, false)).toBeUndefined();
  });

  it('reads pictures wherever they lie in memory', () => {
    const shifted: Picture = { width: 1, height: 1, data: Buffer.from([9, 1, 2, 3, 4]).subarray(1) };
    expect(differingPixels(shifted, { width: 1, height: 1, data: new Uint8Array([1, 2, 3, 4]) })).toBe(0);
  });
});

describe('the comparison with tolerance', () => {
  it('accepts text that is smoothed in another way', () => {
    const smoothed = draw({ smoothing: noise });
    expect(differingPixels(smoothed, usual)).toBeGreaterThan(10_000);
    expect(complaint(smoothed, usual, false)).toBeUndefined();
  });

  it.each([
    ['a curve that moved', { down: 8 }],
    ['a curve in another colour', { curve: [200, 60, 30] as Colour }],
    ['a ground that is a little darker', { ground: [225, 225, 223] as Colour }],
    ['another width', { width: 641 }],
    ['another height', { height: 479 }],
  ])('rejects %s', (_, drawing) => {
    expect(complaint(draw(drawing), usual, false)).toMatch(/over|expected 640 x 480/);
  });

  it('rejects a curve that moved in a picture much larger than it', () => {
    const large = { width: 2000, height: 1600 };
    const found = complaint(draw({ ...large, down: 8 }), draw(large), false);
    expect(found).toMatch(/^tileShare 0\.\d+ is over 0\.12, tileColour/);
  });

  it('sees black and white as far apart as OKLab does, and opacity too', () => {
    const one = (...data: number[]): Picture => ({ width: 1, height: 1, data: new Uint8Array(data) });
    expect(perceivedDifference(one(0, 0, 0, 255), one(255, 255, 255, 255)).mean).toBeCloseTo(1, 4);
    expect(perceivedDifference(one(255, 255, 255, 0), one(255, 255, 255, 255)).mean).toBe(1);
    // sRGB red has L 0.62796, a 0.22486, b 0.12585.
    const red = perceivedDifference(one(255, 0, 0, 255), one(0, 0, 0, 255)).mean;
    expect(red).toBeCloseTo(Math.hypot(0.62796, 0.22486, 0.12585), 4);
  });
});

describe('a baseline', () => {
  let folder = '';
  let said: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'baseline-'));
    said = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const check = (drawing: Drawing, rest: Partial<BaselineCase> = {}) =>
    checkBaseline({
      name: 'pair/softplus',
      png: png(drawing),
      build: 'Chromium 1, here',
      update: 'none',
      baselines: join(folder, 'baselines'),
      artifacts: join(folder, 'artifacts'),
      say: (line) => said.push(line),
      ...rest,
    });

  it('is recorded when it is missing, unless in CI', () => {
    expect(() => check({})).toThrow(
      'no baseline pair/softplus: record it with npm run test:visual -- --update',
    );
    check({}, { update: 'new' });
    expect(said[0]).toMatch(/^recorded the baseline pair\/softplus with Chromium 1, here/);
    check({});
    expect(said).toHaveLength(1);
  });

  it('remembers for each picture what it was recorded with', () => {
    check({}, { update: 'new' });
    check({}, { update: 'new', name: 'channel', build: 'Chromium 2, there' });
    expect(readFileSync(join(folder, 'baselines/recorded-with.json'), 'utf8')).toBe(
      '{\n  "channel": "Chromium 2, there",\n  "pair/softplus": "Chromium 1, here"\n}\n',
    );
  });

  it('is replaced only when asked to', () => {
    check({}, { update: 'new' });
    expect(() => check({ down: 8 }, { update: 'new' })).toThrow('changed');
    check({ down: 8 }, { update: 'all' });
    check({ down: 8 });
  });

  it('leaves what was drawn, what was expected and the difference when it fails', () => {
    check({}, { update: 'new' });
    expect(() => check({ down: 8 })).toThrow(
      /^pair\/softplus changed: \d+ of 307200 pixels differ.*softplus\.actual\.png.*to accept it: npm run/s,
    );
    const files = ['actual', 'expected', 'diff'].map((kind) =>
      join(folder, `artifacts/pair/softplus.${kind}.png`),
    );
    expect(files.map((file) => existsSync(file))).toEqual([true, true, true]);
    expect(() => check({ width: 320 })).toThrow('it is 320 x 480 pixels, expected 640 x 480');
    expect(files.map((file) => existsSync(file))).toEqual([true, true, false]);
  });

  it('allows another build a tolerance, and says so once', () => {
    check({}, { update: 'new', build: 'Chromium 3, elsewhere' });
    said = [];
    check({ smoothing: noise });
    check({ smoothing: noise });
    expect(said).toEqual([
      'baselines were recorded with Chromium 3, elsewhere; this is Chromium 1, here: comparing with tolerance',
    ]);
    expect(() => check({ down: 8 })).toThrow('is over');
    expect(() => check({ smoothing: noise }, { build: 'Chromium 3, elsewhere' })).toThrow('none may');
  });

  it('has a plain name', () => {
    expect(() => check({}, { name: '../outside', update: 'all' })).toThrow('not a name for a baseline');
  });
});
