/** What the screenshot command prints. */
import { exitCodes } from './exit';
import type { KnownFigure } from './known';
import { formats } from './shot';
import type { TakenPicture } from './studio';

/** What `--help` prints. */
export const helpText = `Takes pictures of figures.

  npm run screenshot -- <figure> [options]
  npm run screenshot -- --all [figure] --out <folder>
  npm run screenshot -- --list

  --preset <name>       one of the figure's examples
  --state '<link>'      a state: the link of a figure, or what follows its #
  --size <W>x<H>        the layout in CSS pixels (1280x720); larger sizes show more, not larger letters
  --scale <factor>      pixels of the file for each of the layout (1): the file has size x scale pixels
  --theme <name>        light or dark (light)
  --background <what>   paper, transparent or a colour such as f5f5f5 (paper)
  --profile <name>      screen, or projector for larger letters and lines (screen)
  --hide <a,b>          parts that are left out
  --format <name>       ${formats.join(', ')}; else what --out ends with; else png
  --out <file>          where to (named after the picture, in the current folder); with --all a folder

  for moving pictures:
  --animation <name>    what moves (the figure's first)
  --seconds <number>    how long it takes
  --fps <number>        frames a second (30)

  --all                 every preset of every figure, or of the one named, in both themes, with a page to look at
  --list                figures, presets, animations, formats
  --no-build            takes the built site as it is
  --help                this

The same command makes the same file, to the last byte. It ends with
  0 all is well            ${exitCodes.noBrowser} there is no browser
  1 something unforeseen   ${exitCodes.figureFailed} a figure could not be shown
  ${exitCodes.usage} not understood         ${exitCodes.interrupted} interrupted
  ${exitCodes.unwritable} cannot be written`;

/** What `--list` prints. */
export function listText(figures: readonly KnownFigure[]): string {
  const width = Math.max(
    ...figures.flatMap(({ presets, animations }) => [...presets, ...animations].map(({ id }) => id.length)),
  );
  const row = (id: string, title: string) => `    ${id.padEnd(width)}  ${title}`;
  const blocks = figures.map(({ id, title, presets, animations }) =>
    [
      `${id}: ${title}`,
      '  presets',
      ...presets.map((preset) => row(preset.id, preset.title)),
      '  animations',
      ...animations.map((animation) => row(animation.id, `${animation.title}, ${animation.seconds} s`)),
    ].join('\n'),
  );
  return [...blocks, `formats: ${formats.join(', ')}`].join('\n\n');
}

/** A number of bytes for people. */
function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** The line about a file that was made. */
export function fileLine(path: string, { bytes, pixels, frames }: TakenPicture): string {
  const parts = [
    ...(pixels ? [`${pixels.width} x ${pixels.height} pixels`] : []),
    ...(frames === undefined ? [] : [`${frames} frames`]),
    sizeText(bytes.length),
  ];
  return `${path}: ${parts.join(', ')}`;
}
