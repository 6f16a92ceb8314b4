import { expect, it } from 'vitest';
import { errorText, problemText } from '#landscape/problem-text';
import { JobError, type Problem } from '#workers/problem';

const problems: readonly Problem[] = [
  { code: 'silent', seconds: 20 },
  { code: 'unexpected', message: 'x is not a function' },
  { code: 'no-minimum', attempts: 20 },
  { code: 'no-channel', side: 'minus' },
  { code: 'no-other-channel', seeds: 40, width: 3 },
  { code: 'diverged', step: 51, rate: 0.25 },
  { code: 'stuck', time: 1200 },
  { code: 'crashed' },
];

it.each(problems)('%o is a sentence with its values', (problem) => {
  const said = problemText(problem);
  expect(said).toMatch(/^[A-Z].*\.$/);
  const { code: _, ...values } = problem;
  for (const value of Object.values(values)) expect(said.replaceAll('\u202f', '')).toContain(String(value));
});

it('neurons are counted from 1', () => {
  expect(problemText({ code: 'no-output-weight', neuron: 0 })).toMatch(/^Neuron 1 /);
});

it('an error of a job is its problem, any other its own sentence', () => {
  expect(errorText(new JobError({ code: 'no-ride' }))).toBe(problemText({ code: 'no-ride' }));
  expect(errorText(new Error('Try again.'))).toBe('Try again.');
  expect(errorText('so')).toBe('so');
});
