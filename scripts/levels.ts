/**
 * `npm run levels`: trains the networks of the figure `levels` and writes what the figure shows before the reader trains
 * more. Takes an hour on one core; runs are kept in a file (the first argument), from which the same command goes on.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { copiedMinimum, perturbedEnd, type Side } from '#math/levels/copied-minimum';
import { type LevelRun, levelRun } from '#math/levels/level-run';
import { type Level, levelIndex, withRun } from '#math/levels/level-table';

/** Width and number of runs; their seeds are 1, 2, 3, ... */
const PLAN = {
  plain: { 1: 100, 2: 200, 3: 400, 4: 300, 5: 20 },
  biases: { 1: 100, 2: 100, 3: 100, 4: 100 },
} as const;

const OUT = new URL('../src/math/levels/precomputed.json', import.meta.url);
const kept = process.argv[2] ?? 'levels-runs.jsonl';

function finish<R>(running: Generator<unknown, R>): R {
  let next = running.next();
  while (!next.done) next = running.next();
  return next.value;
}

const keyOf = (kind: string, width: number, seed: number) => `${kind} ${width} ${seed}`;

interface Line extends LevelRun {
  readonly key: string;
}

/** The runs of the file: one line each. */
function readRuns(): Map<string, LevelRun> {
  const lines = existsSync(kept) ? readFileSync(kept, 'utf8').trim().split('\n').filter(Boolean) : [];
  return new Map(
    lines.map((line) => {
      const { key, ...run } = JSON.parse(line) as Line;
      return [key, run];
    }),
  );
}

const known = readRuns();

function runOf(kind: keyof typeof PLAN, width: number, seed: number): LevelRun {
  const key = keyOf(kind, width, seed);
  const found = known.get(key);
  if (found) return found;
  const { theta, signature, ...run } = finish(levelRun(width, kind === 'biases', seed));
  const line = { key, ...run, theta: [...theta], signature: [...signature] };
  appendFileSync(kept, `${JSON.stringify(line)}\n`);
  return { ...run, theta, signature };
}

function tableOf(kind: keyof typeof PLAN, width: number, runs: number) {
  let levels: readonly Level[] = [];
  const all: LevelRun[] = [];
  for (let seed = 1; seed <= runs; seed++) {
    const run = runOf(kind, width, seed);
    all.push(run);
    levels = withRun(levels, run);
  }
  console.error(`${kind}, width ${width}: ${runs} runs, ${levels.length} levels`);
  return {
    width,
    levels: levels.map((level) => ({ ...level, loss: Number(level.loss.toPrecision(10)) })),
    ends: all.map((run) => levelIndex(levels, run)),
    losses: all.map(({ loss }) => Number(loss.toPrecision(6))),
  };
}

function ends() {
  const copied = copiedMinimum();
  const gammas = Array.from({ length: 26 }, (_, k) => Number((-2 + 0.2 * k).toFixed(1)));
  const side = (which: Side) =>
    gammas.map((gamma) => {
      const { kind, loss, lossAtInfinity, h } = finish(perturbedEnd(copied, gamma, which));
      return {
        kind,
        loss: Number(loss.toPrecision(8)),
        lossAtInfinity: Number(lossAtInfinity.toPrecision(12)),
        h: Number(h.toPrecision(6)),
      };
    });
  return { gammas, plus: side('plus'), minus: side('minus') };
}

const tables = (kind: keyof typeof PLAN) =>
  Object.entries(PLAN[kind]).map(([width, runs]) => tableOf(kind, Number(width), runs));

const data = {
  about: 'Made by `npm run levels`: seeds 1, 2, 3, ... of every width. Losses are means of squares.',
  settings: {
    activation: 'g',
    inputs: 'grid101',
    target: 'rosenbrock-shifted',
    initialisation: 'Glorot normal',
  },
  plain: tables('plain'),
  biases: tables('biases'),
  ends: ends(),
};
writeFileSync(OUT, `${JSON.stringify(data)}\n`);
