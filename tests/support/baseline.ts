import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect, inject } from 'vitest';
import { root } from '../../scripts/lib/paths';
import { complaint } from './compare';

/** Everything that decides what happens to one picture; tests of the decision give their own. */
export interface BaselineCase {
  name: string;
  png: Buffer;
  /** The browser build and platform that drew the picture. */
  build: string;
  /** Vitest's words: write `all` baselines, only `new` ones, or `none` (the default in CI). */
  update: 'all' | 'new' | 'none';
  /** Where baselines and recorded-with.json are. */
  baselines: string;
  /** Where the pictures of a failure go. */
  artifacts: string;
  say: (line: string) => void;
}

type Builds = Record<string, string>;

function readBuilds(folder: string): Builds {
  try {
    return JSON.parse(readFileSync(join(folder, 'recorded-with.json'), 'utf8')) as Builds;
  } catch {
    return {};
  }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function record({ name, png, build, baselines, say }: BaselineCase): void {
  const path = join(baselines, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, png);
  const builds = Object.entries({ ...readBuilds(baselines), [name]: build });
  builds.sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(Object.fromEntries(builds), null, 2);
  writeFileSync(join(baselines, 'recorded-with.json'), `${text}\n`);
  say(`recorded the baseline ${name} with ${build}: look at ${relative(root, path)} before committing it`);
}

/** Writes what was drawn, what was expected and where they differ, and returns the three paths. */
function writeArtifacts({ name, png, artifacts }: BaselineCase, expected: Buffer): string[] {
  const path = (kind: string) => join(artifacts, `${name}.${kind}.png`);
  mkdirSync(dirname(path('actual')), { recursive: true });
  writeFileSync(path('actual'), png);
  writeFileSync(path('expected'), expected);
  rmSync(path('diff'), { force: true });
  const [a, b] = [PNG.sync.read(png), PNG.sync.read(expected)];
  if (a.width !== b.width || a.height !== b.height) return [path('actual'), path('expected')];
  const diff = new PNG({ width: a.width, height: a.height });
  pixelmatch(a.data, b.data, diff.data, a.width, a.height, { threshold: 0, includeAA: true });
  writeFileSync(path('diff'), PNG.sync.write(diff));
  return [path('actual'), path('expected'), path('diff')];
}

const toldOf = new Set<string>();

/**
 * Compares one picture with its baseline, or records it: to the last bit when the same browser build recorded
 * it on the same platform, within `tolerance` otherwise.
 *
 * @throws Error when they differ too much or when there is no baseline and none may be recorded.
 */
export function checkBaseline(given: BaselineCase): void {
  const { name, png, build, update, baselines, say } = given;
  if (!/^[a-z0-9]+([-/][a-z0-9]+)*$/.test(name)) throw new Error(`not a name for a baseline: ${name}`);
  const expected = readIfThere(join(baselines, `${name}.png`));
  if (update === 'all' || (update === 'new' && expected === undefined)) {
    record(given);
    return;
  }
  const accept = 'npm run test:visual -- --update';
  if (expected === undefined) throw new Error(`no baseline ${name}: record it with ${accept}`);

  const recordedWith = readBuilds(baselines)[name] ?? 'an unknown build';
  if (recordedWith !== build && !toldOf.has(recordedWith)) {
    toldOf.add(recordedWith);
    say(`baselines were recorded with ${recordedWith}; this is ${build}: comparing with tolerance`);
  }
  const found = complaint(PNG.sync.read(png), PNG.sync.read(expected), recordedWith === build);
  if (found === undefined) return;
  const paths = writeArtifacts(given, expected).map((path) => `  ${relative(root, path)}`);
  throw new Error([`${name} changed: ${found}`, ...paths, `to accept it: ${accept}`].join('\n'));
}

/**
 * Expects a PNG to look as its baseline tests/visual/baselines/NAME.png does; see `checkBaseline`.
 *
 * @throws Error when it does not.
 */
export function expectBaseline(name: string, png: Buffer): void {
  checkBaseline({
    name,
    png,
    build: inject('browserBuild'),
    update: expect.getState().snapshotState.snapshotUpdateState,
    baselines: join(root, 'tests/visual/baselines'),
    artifacts: join(root, 'artifacts/visual'),
    say: (line) => console.warn(line),
  });
}
