/** `npm run census -- --help`: trains many networks and writes where each ends. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import { packRecords } from '#math/census/packed';
import { isRecord, readRecord, recordKey, recordLine } from '#math/census/record';
import type { CensusRecord } from '#math/census/run';
import { levelsFile } from '#math/levels/levels-file';
import { readCensusCommand } from './lib/census/command';
import { trainAll } from './lib/census/pool';
import { createProgress } from './lib/census/progress';
import { messageLine } from './lib/message';
import { checkWritable, writeWhole } from './lib/screenshot/files';

/** The runs of a file that is there already; a last line without its end was cut off and is left out. */
function readRuns(path: string): Map<string, CensusRecord> {
  const runs = new Map<string, CensusRecord>();
  if (!existsSync(path)) return runs;
  const lines = readFileSync(path, 'utf8').split('\n');
  lines.pop();
  lines.forEach((line, k) => {
    const read = readRecord(line);
    if (!isRecord(read)) {
      throw new Error(
        `${path}, line ${k + 1} is no run of this version (${JSON.stringify(read)}): name another file with --out`,
      );
    }
    runs.set(recordKey(read), read);
  });
  return runs;
}

/** Writes the runs in the order in which they were asked for; others that the file held come first. */
function sortRuns(path: string, keys: readonly string[]): void {
  const runs = readRuns(path);
  const others = [...runs.keys()].filter((key) => !keys.includes(key));
  const lines = [...others, ...keys].map((key) => runs.get(key)).filter((run) => run !== undefined);
  writeWhole(path, new TextEncoder().encode(lines.map((run) => `${recordLine(run)}\n`).join('')));
}

async function census(): Promise<void> {
  const { tasks, jobs, out, pack, packLevels } = readCensusCommand(process.argv.slice(2));
  const folder = process.env.INIT_CWD ?? process.cwd();
  const path = resolve(folder, out);
  checkWritable(path);
  const keys = tasks.map(({ settings, seed }) => recordKey({ ...settings, seed }));
  const known = readRuns(path);
  const left = tasks.filter((_, k) => !known.has(keys[k] as string));
  if (left.length < tasks.length)
    console.error(`${tasks.length - left.length} of ${tasks.length} runs are in ${out} already`);
  // What was cut off would run into the next line.
  if (existsSync(path)) sortRuns(path, []);
  const progress = createProgress(left.length);
  let done = 0;
  await trainAll(left, jobs, (line) => {
    appendFileSync(path, `${line}\n`);
    progress(++done);
  });
  sortRuns(path, keys);
  if (pack !== undefined) {
    const runs = [...readRuns(path).values()];
    const packed = JSON.stringify(packLevels ? levelsFile(runs) : packRecords(runs));
    writeWhole(resolve(folder, pack), new TextEncoder().encode(`${packed}\n`));
  }
  const classes = [...readRuns(path).values()].map((run) => run.class);
  const tally = [...new Set(classes)]
    .sort()
    .map((one) => `${classes.filter((other) => other === one).length} ${one}`);
  console.log(`${out}: ${tally.join(', ')}`);
}

process.on('SIGINT', () => {
  console.error('\nInterrupted; the runs that had ended are kept. The same command goes on from there.');
  process.exit(130);
});

try {
  await census();
} catch (error) {
  const isHelp = error instanceof CommanderError && error.exitCode === 0;
  if (!isHelp) console.error(error instanceof CommanderError ? error.message : messageLine(error));
  process.exitCode = isHelp ? 0 : 2;
}
