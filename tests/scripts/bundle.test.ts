import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { bundleGrowth, measureBundle } from '../../scripts/lib/bundle';

const page = `<!doctype html>
  <script type="module" crossorigin src="./assets/index-Bj4PSA1A.js"></script>
  <link rel="modulepreload" crossorigin href="./assets/react-a_b-C1d2.js">
  <link rel="stylesheet" crossorigin href="./assets/index-DmSFyPsk.css">
  <link rel="icon" href="./favicon.svg">`;

/** A folder like `dist` with these files below assets, that is gone after the test. */
function built(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), page);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'assets', name), text);
  return folder;
}

const packed = (text: string) => gzipSync(text, { level: 9 }).length;

it('counts as initial what the page loads at once, and as total every script and style sheet', () => {
  const size = measureBundle(
    built({
      'index-Bj4PSA1A.js': 'start()',
      'react-a_b-C1d2.js': 'react '.repeat(50),
      'index-DmSFyPsk.css': 'body {}',
      'surface-Zz00Zz00.js': 'three '.repeat(90),
      'figure-pair-11112222.js': 'first',
      'figure-pair-33334444.js': 'second',
      'inter-DmSFyPsk.woff2': 'letters',
    }),
  );
  const initial = packed('start()') + packed('react '.repeat(50)) + packed('body {}');
  const lazy = packed('three '.repeat(90)) + packed('first') + packed('second');
  expect(size).toEqual({
    initial,
    total: initial + lazy,
    files: {
      'assets/index.js': packed('start()'),
      'assets/react.js': packed('react '.repeat(50)),
      'assets/index.css': packed('body {}'),
      'assets/surface.js': packed('three '.repeat(90)),
      'assets/figure-pair.js': packed('first') + packed('second'),
    },
  });
});

it('wants a built site', () => {
  expect(() => measureBundle(join(tmpdir(), 'no-such-folder'))).toThrow('npm run build');
});

const committed = {
  initial: 100_000,
  total: 300_000,
  files: { 'index.js': 100_000, 'three.js': 150_000, 'old.js': 50_000 },
};

it('has nothing to say up to five per cent of growth', () => {
  expect(bundleGrowth({ ...committed, initial: 105_000, total: 315_000 }, committed)).toEqual([]);
  expect(bundleGrowth({ ...committed, initial: 50_000 }, committed)).toEqual([]);
});

it('says which sum grew by how much, and in which files', () => {
  const files = { 'index.js': 104_000, 'three.js': 150_000, 'new.js': 80_000 };
  expect(bundleGrowth({ initial: 104_000, total: 334_000, files }, committed)).toEqual([
    'total grew from 300.0 kB to 334.0 kB (+11.3 %): new.js +80.0 kB, index.js +4.0 kB',
  ]);
  expect(bundleGrowth({ initial: 105_001, total: 300_000, files: committed.files }, committed)[0]).toMatch(
    /^initial grew from 100\.0 kB to 105\.0 kB \(\+5\.0 %\)/,
  );
});
