/** The command line of `npm run screenshot`: its options, and what is to be done. Nothing is looked up or written here. */
import { Argument, Command as CommandLine, InvalidArgumentError, Option } from 'commander';
import type { ExportFormat, ExportRequest } from '#export/request';
import { problemOfSize } from '#export/size';
import type { ProfileChoice } from '#state/query';
import type { ThemeName } from '#ui/theme';
import { exitCodes } from './failure';
import { partNames } from './part-names';
import { fileName, formats, isData, isMotion, type KnownFigure, type PictureSpec } from './picture';
import { readState } from './state';

export type Command =
  | { readonly kind: 'list' }
  | {
      readonly kind: 'picture';
      readonly picture: PictureSpec;
      readonly out: string;
      readonly build: boolean;
    }
  | {
      readonly kind: 'gallery';
      readonly pictures: readonly PictureSpec[];
      readonly out: string;
      readonly build: boolean;
    };

interface Options {
  readonly preset?: string;
  readonly state?: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly scale: number;
  readonly theme?: ThemeName;
  readonly background: ExportRequest['background'];
  readonly profile: ProfileChoice;
  readonly hide: readonly string[];
  readonly format?: ExportFormat;
  readonly out?: string;
  readonly animation?: string;
  readonly seconds?: number;
  readonly fps?: number;
  readonly all?: boolean;
  readonly list?: boolean;
  readonly build: boolean;
}

function readSize(text: string): Options['size'] {
  const [, width, height] = /^(\d{1,5})\s*[x×*]\s*(\d{1,5})$/i.exec(text.trim()) ?? [];
  if (width === undefined || height === undefined) {
    throw new InvalidArgumentError('Write width x height in CSS pixels, as in 1280x720.');
  }
  return { width: Number(width), height: Number(height) };
}

/** Reads a decimal number within a range. */
function numberWithin(min: number, max: number, isWhole = false): (text: string) => number {
  return (text) => {
    const value = /^(\d+\.?\d*|\.\d+)$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (value >= min && value <= max && (!isWhole || Number.isInteger(value))) return value;
    throw new InvalidArgumentError(`It is ${isWhole ? 'a whole number' : 'a number'} from ${min} to ${max}.`);
  };
}

/** Shells take `#` for the start of a comment, so that colours come with or without it. */
function readBackground(text: string): ExportRequest['background'] {
  if (text === 'paper' || text === 'transparent') return text;
  const colour = /^#?([\da-f]{6})$/i.exec(text)?.[1];
  if (colour !== undefined) return `#${colour.toLowerCase()}`;
  throw new InvalidArgumentError('It is paper, transparent or a colour such as f5f5f5.');
}

function readNames(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function commandLine(figures: readonly KnownFigure[]): CommandLine {
  return new CommandLine('npm run screenshot --')
    .usage('<figure> [options]')
    .description('Takes pictures of figures. The same command makes the same file, to the last byte.')
    .addArgument(new Argument('[figure]', 'the figure').choices(figures.map(({ id }) => id)))
    .option('--preset <name>', "one of the figure's examples")
    .option('--state <link>', 'a state: the link of a figure, or what follows its #')
    .addOption(
      new Option('--size <WxH>', 'the layout in CSS pixels; larger sizes show more, not larger letters')
        .argParser(readSize)
        .default({ width: 1280, height: 720 }, '1280x720'),
    )
    .option('--scale <factor>', 'pixels of the file for each of the layout', numberWithin(0.25, 8), 1)
    .addOption(new Option('--theme <name>', 'light unless told').choices(['light', 'dark']))
    .option('--background <what>', 'paper, transparent or a colour such as f5f5f5', readBackground, 'paper')
    .addOption(
      new Option('--profile <name>', 'projector: larger letters and lines')
        .choices(['screen', 'projector'])
        .default('screen'),
    )
    .addOption(new Option('--hide <a,b>', 'parts that are left out').argParser(readNames).default([], 'none'))
    .addOption(
      new Option('--format <name>', 'else what --out ends with, else png').choices(formats as string[]),
    )
    .option('--out <file>', 'where to (named after the picture, in the current folder); with --all a folder')
    .option('--animation <name>', "what moves (the figure's first)")
    .option('--seconds <number>', 'how long it takes', numberWithin(0.1, 120))
    .option('--fps <number>', 'frames a second (30)', numberWithin(1, 60, true))
    .option('--all', 'every preset of every figure, or of the one named, in both themes, with a page of them')
    .option('--list', 'figures, presets, animations, formats')
    .option('--no-build', 'takes the built site as it is')
    .addHelpText(
      'after',
      `
It ends with 0 when all is well, 1 after something unforeseen, ${exitCodes.usage} when it is not understood, ${exitCodes.unwritable} when the file
cannot be written, ${exitCodes.noBrowser} without a browser, ${exitCodes.figureFailed} when a figure cannot be shown, ${exitCodes.interrupted} when interrupted.`,
    )
    .configureOutput({ writeErr: () => {} })
    .exitOverride();
}

/** Refuses options that would do nothing. */
function refuse(options: Options, names: readonly (keyof Options)[], why: string): void {
  const useless = names.find((name) => options[name] !== undefined);
  if (useless !== undefined) throw new InvalidArgumentError(`--${useless} ${why}.`);
}

/** One of a figure's presets or animations. */
function named<One extends { readonly id: string }>(
  list: readonly One[],
  id: string,
  figure: KnownFigure,
  kind: string,
): One {
  const found = list.find((one) => one.id === id);
  if (found) return found;
  const ids = list.map((one) => one.id).join(', ');
  throw new InvalidArgumentError(`The figure ${figure.id} has no ${kind} '${id}'. There are: ${ids}.`);
}

/** The format that is asked for by name, else by the ending of the file, else PNG. */
function formatOf({ format, out = '' }: Options): ExportFormat {
  if (format !== undefined) return format;
  const ending = /\.([a-z\d]+)$/i.exec(out)?.[1]?.toLowerCase();
  if (ending === undefined) return 'png';
  const found = ending === 'zip' ? 'frames' : formats.find((one) => one === ending);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(
    `--out: there is no format for .${ending}. There are: ${formats.join(', ')}.`,
  );
}

function requestOf(options: Options, format: ExportFormat): ExportRequest {
  const { size, scale, background } = options;
  const request = { format, ...size, scale, background };
  // Data have no size, but are those of a figure that is laid out.
  const problem = problemOfSize({ ...request, format: isData(format) ? 'png' : format });
  if (problem !== undefined) throw new InvalidArgumentError(problem);
  return request;
}

function motionOf(options: Options, figure: KnownFigure, format: ExportFormat): ExportRequest['motion'] {
  if (!isMotion(format)) {
    refuse(options, ['animation', 'seconds', 'fps'], `is for moving pictures, and ${format} does not move`);
    return undefined;
  }
  const [first] = figure.animations;
  if (!first) throw new InvalidArgumentError(`Nothing in the figure ${figure.id} moves: ask for a picture.`);
  const { id, seconds } = named(figure.animations, options.animation ?? first.id, figure, 'animation');
  return { animation: id, seconds: options.seconds ?? seconds, framesPerSecond: options.fps ?? 30 };
}

function checkHidden(names: readonly string[], figures: readonly KnownFigure[]): void {
  const known = [...new Set(figures.flatMap(partNames))];
  const stray = names.find((name) => !known.includes(name));
  if (stray === undefined) return;
  throw new InvalidArgumentError(`--hide: there is no part '${stray}'. There are: ${known.join(', ')}.`);
}

function pictureOf(options: Options, figure: KnownFigure): Command {
  checkHidden(options.hide, [figure]);
  const format = formatOf(options);
  if (options.preset !== undefined) named(figure.presets, options.preset, figure, 'preset');
  const motion = motionOf(options, figure, format);
  const picture: PictureSpec = {
    figure: figure.id,
    preset: options.preset,
    state: options.state === undefined ? '' : readState(figure, options.preset, options.state),
    theme: options.theme ?? 'light',
    profile: options.profile,
    hide: options.hide,
    request: { ...requestOf(options, format), ...(motion && { motion }) },
  };
  return { kind: 'picture', picture, out: options.out ?? fileName(picture), build: options.build };
}

/** Every preset of the figures, in both themes or in one. */
function galleryOf(options: Options, figures: readonly KnownFigure[]): Command {
  refuse(options, ['preset', 'state', 'animation', 'seconds', 'fps'], 'does not go with --all');
  const { format = 'png', theme, profile, hide, out = 'gallery', build } = options;
  if (format !== 'png' && format !== 'svg') {
    throw new InvalidArgumentError('With --all, --format is png or svg.');
  }
  checkHidden(hide, figures);
  const common = { profile, hide, state: '', request: requestOf(options, format) };
  const themes: readonly ThemeName[] = theme === undefined ? ['light', 'dark'] : [theme];
  const pictures = figures.flatMap((figure) =>
    figure.presets.flatMap(({ id }) =>
      themes.map((one): PictureSpec => ({ figure: figure.id, preset: id, theme: one, ...common })),
    ),
  );
  return { kind: 'gallery', pictures, out, build };
}

/**
 * Reads a command line, without the names of node and script.
 *
 * @param figures the figures there are
 * @throws CommanderError with a sentence, or of exit code 0 once the help is printed
 */
export function readCommand(argv: readonly string[], figures: readonly KnownFigure[]): Command {
  const line = commandLine(figures).parse([...argv], { from: 'user' });
  const options = line.opts<Options>();
  const [id] = line.args;
  const figure = figures.find((one) => one.id === id);
  try {
    if (options.list) return { kind: 'list' };
    if (options.all) return galleryOf(options, figure ? [figure] : figures);
    if (figure) return pictureOf(options, figure);
    const ids = figures.map((one) => one.id).join(', ');
    throw new InvalidArgumentError(`Name one of the figures ${ids}, or say --all; --help says more.`);
  } catch (error) {
    if (error instanceof InvalidArgumentError) line.error(`error: ${error.message}`);
    throw error;
  }
}
