/**
 * Parses the JSON file of a talk. Pure: text in, a talk or sentences out. Every error names the step and the reason; a file
 * can set nothing but what a link can set.
 */
import type { FigureDefinition } from '#figures/figure';
import { decodeHash, type Notice } from '#state/codec';
import type { Schema, Values } from '#state/schema';
import { strings } from '#ui/strings';
import { MOST_SECONDS, STEP_SECONDS, type Step, type Talk, valuesOfPreset } from './steps';
import { text } from './text';

/** A talk with notices about clamped or ignored entries, or the problems that prevent it. */
export type ParsedTalk =
  | { readonly talk: Talk; readonly notices: readonly string[] }
  | { readonly problems: readonly string[] };

/** Characters that a file may have. */
export const MOST_CHARACTERS = 1_000_000;
/** Steps that a talk may have. */
export const MOST_STEPS = 500;
const MOST_TITLE = 200;
const MOST_NOTE = 4000;
/** Sentences that are shown at once. */
const MOST_SENTENCES = 6;

const STEP_KEYS = ['figure', 'state', 'preset', 'title', 'note', 'seconds', 'animation'];

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function short(said: string): string {
  return said.length > 40 ? `${said.slice(0, 39)}…` : said;
}

/** The first few of the sentences, and how many there are besides. */
function few(sentences: readonly string[]): readonly string[] {
  if (sentences.length <= MOST_SENTENCES) return sentences;
  return [...sentences.slice(0, MOST_SENTENCES), text.parse.more(sentences.length - MOST_SENTENCES)];
}

function names(list: readonly { readonly id: string }[]): string {
  return list.map(({ id }) => id).join(', ') || text.parse.nothing;
}

/** Collects messages about a step. */
interface Report {
  readonly problem: (sentence: string) => void;
  readonly notice: (sentence: string) => void;
}

/** An optional text; undefined when there is none. */
function textOf(step: Json, key: string, report: Report, most: number): string | undefined {
  const value = step[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') {
    report.problem(text.parse.notText(key));
    return undefined;
  }
  if (value.length <= most) return value;
  report.notice(text.parse.longText(key, most));
  return `${value.slice(0, most - 1)}…`;
}

function secondsOf(step: Json, report: Report): number {
  const value = step.seconds;
  if (value === undefined || value === null) return STEP_SECONDS;
  if (typeof value !== 'number') {
    report.problem(text.parse.notNumber('seconds'));
    return STEP_SECONDS;
  }
  const inside = Math.min(MOST_SECONDS, Math.max(0, value));
  if (inside !== value) report.notice(text.parse.seconds(value, inside));
  return inside;
}

function noticeText({ label, said, problem, shown }: Notice): string {
  if (problem === 'version') return strings.notice.version(said);
  return strings.notice[problem](label, said, shown);
}

/** The values of a step: its state, decoded like a link, on top of its preset. */
function stateOf(
  figure: FigureDefinition,
  state: string,
  start: Values<Schema>,
  report: Report,
): Values<Schema> {
  const { values, notices } = decodeHash(figure.schema, state, '', start, true);
  for (const notice of notices) report.notice(noticeText(notice));
  for (const key of new Set(new URLSearchParams(state.replace(/^#/, '')).keys())) {
    // Links ignore unknown keys; in a file they are reported as typos.
    if (key !== '' && key !== 'v' && !Object.hasOwn(figure.schema, key)) {
      report.notice(text.parse.unknownParameter(short(key), figure.id));
    }
  }
  return values;
}

function readStep(value: unknown, figures: readonly FigureDefinition[], report: Report): Step | undefined {
  if (!isObject(value)) {
    report.problem(text.parse.notStep);
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (!STEP_KEYS.includes(key)) report.notice(text.parse.unknownKey(short(key)));
  }
  const title = textOf(value, 'title', report, MOST_TITLE);
  const note = textOf(value, 'note', report, MOST_NOTE);
  const state = textOf(value, 'state', report, MOST_NOTE);
  const presetId = textOf(value, 'preset', report, MOST_TITLE);
  const animation = textOf(value, 'animation', report, MOST_TITLE);
  const seconds = secondsOf(value, report);
  const id = value.figure;
  if (typeof id !== 'string') {
    report.problem(text.parse.noFigure(names(figures)));
    return undefined;
  }
  const figure = figures.find((one) => one.id === id);
  if (!figure) {
    report.problem(text.parse.figure(short(id), names(figures)));
    return undefined;
  }
  const preset = figure.presets.find((one) => one.id === presetId);
  if (presetId !== undefined && !preset) {
    report.problem(text.parse.preset(short(presetId), id, names(figure.presets)));
  }
  if (animation !== undefined && !figure.animations.some((one) => one.id === animation)) {
    report.problem(text.parse.animation(short(animation), id, names(figure.animations)));
  }
  const start = valuesOfPreset(figure, presetId);
  return {
    figure,
    values: state === undefined ? start : stateOf(figure, state, start, report),
    ...(preset && { preset: preset.id }),
    title: title ?? preset?.title ?? figure.title,
    note: note ?? preset?.teaches ?? '',
    seconds,
    ...(animation !== undefined && { animation }),
  };
}

/** Where the parser stopped: the line if its message says so, else its message; both differ from browser to browser. */
function placeOf(error: unknown, source: string): string {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return text.parse.notJson(message.slice(0, MOST_TITLE));
  return text.parse.notJsonLine(source.slice(0, Number(position)).split('\n').length);
}

/** The talk that a file's text stands for. Never throws. */
export function parseTalk(content: string, figures: readonly FigureDefinition[]): ParsedTalk {
  const fails = (...problems: string[]): ParsedTalk => ({ problems: few(problems) });
  if (content.length > MOST_CHARACTERS) return fails(text.parse.large);
  const source = content.replace(/^\uFEFF/, '');
  if (source.trim() === '') return fails(text.parse.empty);
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return fails(placeOf(error, source));
  }
  if (!isObject(value)) return fails(text.parse.notTalk);
  const list = value.steps;
  if (!Array.isArray(list)) return fails(list === undefined ? text.parse.noSteps : text.parse.notTalk);
  if (list.length === 0) return fails(text.parse.emptySteps);
  if (list.length > MOST_STEPS) return fails(text.parse.manySteps(list.length, MOST_STEPS));

  const problems: string[] = [];
  const notices: string[] = [];
  const title = textOf(
    value,
    'title',
    { problem: () => problems.push(text.parse.title), notice: (sentence) => notices.push(sentence) },
    MOST_TITLE,
  );
  const steps = list.map((step: unknown, k) =>
    readStep(step, figures, {
      problem: (sentence) => problems.push(text.parse.step(k + 1, sentence)),
      notice: (sentence) => notices.push(text.parse.step(k + 1, sentence)),
    }),
  );
  if (problems.length > 0) return { problems: few(problems) };
  return {
    talk: { title: title ?? text.newTalk, steps: steps.filter((step) => step !== undefined) },
    notices: few(notices),
  };
}
