/** Errors of the worker and its client as sentences. */
import { plainText, readableText } from '#state/number-text';
import { JobError, type Problem } from '#workers/problem';
import { text } from './text';

/** What a problem is called in the language of the page. Each code has words: the compiler sees to it. */
export function problemText(problem: Problem): string {
  switch (problem.code) {
    case 'silent':
      return text.silent(plainText(problem.seconds));
    case 'unexpected':
      return text.unexpected(problem.message);
    case 'no-minimum':
      return text['no-minimum'](plainText(problem.attempts));
    case 'no-output-weight':
      return text['no-output-weight'](plainText(problem.neuron + 1));
    case 'no-channel':
      return text['no-channel'][problem.side];
    case 'census-end':
      return text['census-end'][problem.end];
    case 'no-other-channel':
      return text['no-other-channel'](plainText(problem.seeds), plainText(problem.width));
    case 'diverged':
      return text.diverged(plainText(problem.step), plainText(problem.rate));
    case 'stuck':
      return text.stuck(readableText(problem.time));
    case 'no-workers':
    case 'crashed':
    case 'unreadable':
    case 'no-landscape':
    case 'no-ride':
    case 'no-columns':
    case 'no-way-down':
    case 'no-toy-channel':
    case 'census-settings':
      return text[problem.code];
  }
}

/** What an error says to a reader. */
export function errorText(error: unknown): string {
  if (error instanceof JobError) return problemText(error.problem);
  return error instanceof Error ? error.message : String(error);
}
