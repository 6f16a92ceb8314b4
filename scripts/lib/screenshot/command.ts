/** From the words of a command line to what is to be done. Pure: nothing is looked up, nothing is written. */
import { parseArgs } from 'node:util';
import type { ExportFormat, ExportRequest } from '#export/request';
import { problemOfSize } from '#export/size';
import type { ThemeName } from '#ui/theme';
import { exitCodes } from './exit';
import { checkHidden } from './hideable';
import type { KnownFigure } from './known';
import { nearest, unknownName } from './nearest';
import {
  Misuse,
  type OptionName,
  options,
  quoted,
  readBackground,
  readChoice,
  readFormat,
  readNames,
  readNumber,
  readSize,
  readWhole,
} from './options';
import { fileName, isData, moves, type Shot } from './shot';
import { readState } from './state';

export type Command =
  | { readonly kind: 'help' | 'list' }
  | { readonly kind: 'picture'; readonly shot: Shot; readonly out: string; readonly build: boolean }
  | {
      readonly kind: 'gallery';
      readonly shots: readonly Shot[];
      readonly out: string;
      readonly build: boolean;
    }
  | { readonly kind: 'problem'; readonly sentence: string; readonly code: typeof exitCodes.usage };

type Said = Partial<Record<OptionName, string | boolean>>;

const THEMES: readonly ThemeName[] = ['light', 'dark'];

/** The words sorted into options and the rest. */
function sort(argv: readonly string[]): { said: Said; rest: string[] } {
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const said: Said = {};
  const rest: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') rest.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!Object.hasOwn(options, name)) {
      const names = Object.keys(options).map((known) => `--${known}`);
      const meant = nearest(rawName, names);
      throw new Misuse(
        `There is no option ${quoted(rawName)}.${meant ? ` Did you mean ${meant}?` : ''} See --help for all.`,
      );
    }
    const known = name as OptionName;
    if (known in said) throw new Misuse(`--${name} is said twice.`);
    const wantsText = options[known].type === 'string';
    if (wantsText && (value === undefined || value === ''))
      throw new Misuse(`--${name} wants a value after it.`);
    if (!wantsText && value !== undefined) throw new Misuse(`--${name} takes no value.`);
    said[known] = value ?? true;
  }
  return { said, rest };
}

function text(said: Said, name: OptionName): string | undefined {
  const value = said[name];
  return typeof value === 'string' ? value : undefined;
}

/** Refuses options that would do nothing. */
function refuse(said: Said, names: readonly OptionName[], why: string): void {
  const useless = names.find((name) => said[name] !== undefined);
  if (useless !== undefined) throw new Misuse(`--${useless} ${why}.`);
}

function readFigure(id: string, known: readonly KnownFigure[]): KnownFigure {
  const figure = known.find((one) => one.id === id);
  if (figure) return figure;
  const ids = known.map((one) => one.id);
  throw new Misuse(unknownName(`There is no figure ${quoted(id)}.`, id, ids));
}

function readPreset(figure: KnownFigure, id: string): string {
  const ids = figure.presets.map((preset) => preset.id);
  if (ids.includes(id)) return id;
  throw new Misuse(unknownName(`The figure ${figure.id} has no preset ${quoted(id)}.`, id, ids));
}

/** Size, scale and background. */
function readLayout(said: Said, format: ExportFormat): Omit<ExportRequest, 'motion'> {
  const { width, height } = readSize(text(said, 'size') ?? '1280x720');
  const scale = readNumber('scale', text(said, 'scale') ?? '1', 0.25, 8);
  const background = readBackground(text(said, 'background') ?? 'paper');
  const request = { format, width, height, scale, background };
  // Data have no size, but are those of a figure that is laid out.
  const problem = problemOfSize({ ...request, format: isData(format) ? 'png' : format });
  if (problem !== undefined) throw new Misuse(problem);
  return request;
}

function readMotion(said: Said, figure: KnownFigure, format: ExportFormat): ExportRequest['motion'] {
  if (!moves(format)) {
    refuse(said, ['animation', 'seconds', 'fps'], `is for moving pictures, and ${format} does not move`);
    return undefined;
  }
  const ids = figure.animations.map(({ id }) => id);
  const [first] = figure.animations;
  if (!first) throw new Misuse(`Nothing in the figure ${figure.id} moves: ask for a picture.`);
  const id = text(said, 'animation') ?? first.id;
  const animation = figure.animations.find((one) => one.id === id);
  if (!animation)
    throw new Misuse(unknownName(`The figure ${figure.id} has no animation ${quoted(id)}.`, id, ids));
  return {
    animation: id,
    seconds: readNumber('seconds', text(said, 'seconds') ?? String(animation.seconds), 0.1, 120, ' seconds'),
    framesPerSecond: readWhole('fps', text(said, 'fps') ?? '30', 1, 60),
  };
}

function readLook(said: Said, figures: readonly KnownFigure[]) {
  const hide = readNames(text(said, 'hide') ?? '');
  checkHidden(hide, figures);
  return {
    profile: readChoice('profile', text(said, 'profile') ?? 'screen', ['screen', 'projector'] as const),
    hide,
  };
}

function readPicture(said: Said, figure: KnownFigure): Command {
  const format = readFormat(text(said, 'format'), text(said, 'out'));
  const askedPreset = text(said, 'preset');
  const preset = askedPreset === undefined ? undefined : readPreset(figure, askedPreset);
  const state = text(said, 'state');
  const motion = readMotion(said, figure, format);
  const shot: Shot = {
    figure: figure.id,
    preset,
    state: state === undefined ? '' : readState(figure, preset, state),
    theme: readChoice('theme', text(said, 'theme') ?? 'light', THEMES),
    ...readLook(said, [figure]),
    request: { ...readLayout(said, format), ...(motion && { motion }) },
  };
  return { kind: 'picture', shot, out: text(said, 'out') ?? fileName(shot), build: !said['no-build'] };
}

/** Every preset of every figure, or of one, in both themes or in one. */
function readGallery(said: Said, figures: readonly KnownFigure[]): Command {
  refuse(said, ['preset', 'state', 'animation', 'seconds', 'fps'], 'does not go with --all');
  const format = readChoice('format', text(said, 'format') ?? 'png', ['png', 'svg'] as const);
  const theme = text(said, 'theme');
  const themes = theme === undefined ? THEMES : [readChoice('theme', theme, THEMES)];
  const common = { ...readLook(said, figures), state: '', request: readLayout(said, format) };
  const shots = figures.flatMap((figure) =>
    figure.presets.flatMap(({ id }) =>
      themes.map((one): Shot => ({ figure: figure.id, preset: id, theme: one, ...common })),
    ),
  );
  return { kind: 'gallery', shots, out: text(said, 'out') ?? 'gallery', build: !said['no-build'] };
}

/**
 * Reads a command line, without the names of node and script.
 *
 * @param known the figures there are
 */
export function readCommand(argv: readonly string[], known: readonly KnownFigure[]): Command {
  try {
    const { said, rest } = sort(argv);
    if (said.help) return { kind: 'help' };
    if (said.list) return { kind: 'list' };
    const [id, extra] = rest;
    if (extra !== undefined) throw new Misuse(`One figure at a time: ${quoted(extra)} is one word too many.`);
    const figure = id === undefined ? undefined : readFigure(id, known);
    if (said.all) return readGallery(said, figure ? [figure] : known);
    if (!figure) {
      throw new Misuse(
        `Which figure? Name one of ${known.map((one) => one.id).join(', ')}, or say --all; --help says more.`,
      );
    }
    return readPicture(said, figure);
  } catch (error) {
    if (error instanceof Misuse) return { kind: 'problem', sentence: error.message, code: exitCodes.usage };
    throw error;
  }
}
