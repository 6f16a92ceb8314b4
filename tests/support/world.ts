/** The paper's landscape with few columns, for tests of what happens in it. */
import { activations } from '#math/activation/activation';
import { descentPath } from '#math/landscape/descent-path';
import { createLandscape } from '#math/landscape/landscape';
import { addColumn, createWorld, type World } from '#workers/world';
import { line, samples, student } from './landscape';

/** A world with columns at these gammas, computed here. */
export function worldWithColumns(gammas: readonly number[]): World {
  const landscape = createLandscape(line, activations.g, samples);
  const world = createWorld({ shape: student, activation: activations.g, samples }, landscape);
  for (const gamma of gammas) {
    addColumn(world, {
      gamma,
      plus: descentPath(landscape, gamma, 'plus'),
      minus: descentPath(landscape, gamma, 'minus'),
    });
  }
  return world;
}

/** Takes all steps of a job: its parts, its progress, and its end. */
export function drain<Part, End>(
  job: Generator<{ readonly part?: Part; readonly done?: number } | undefined, End, undefined>,
): { parts: Part[]; done: number[]; end: End } {
  const parts: Part[] = [];
  const done: number[] = [];
  for (;;) {
    const next = job.next();
    if (next.done) return { parts, done, end: next.value };
    if (next.value?.part !== undefined) parts.push(next.value.part);
    if (next.value?.done !== undefined) done.push(next.value.done);
  }
}
