import { CommanderError } from 'commander';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST } from '#export/size';
import { figures } from '#figures/registry';
import { readQuery } from '#state/query';
import { type Command, readCommand } from '../../scripts/lib/screenshot/command';
import { fileName, formats, readersAddress, stillAddress } from '../../scripts/lib/screenshot/picture';
import { listText } from '../../scripts/lib/screenshot/run';

const read = (line: string): Command => readCommand(line.split(' ').filter(Boolean), figures);

function pictureOf(line: string) {
  const command = read(line);
  if (command.kind !== 'picture') throw new Error(JSON.stringify(command));
  return command;
}

/** The sentence with which a command line is refused. */
function problemOf(words: readonly string[]): string {
  try {
    return JSON.stringify(readCommand(words, figures));
  } catch (error) {
    if (error instanceof CommanderError) return error.message;
    throw error;
  }
}

const problem = (line: string) => problemOf(line.split(' ').filter(Boolean));

describe('the command line of the issue', () => {
  it('asks for what it says', () => {
    const line =
      'pair --preset softplus-glu --size 1920x1080 --scale 2 --theme dark --background transparent --format png --out fig.png';
    expect(pictureOf(line)).toEqual({
      kind: 'picture',
      build: true,
      out: 'fig.png',
      picture: {
        figure: 'pair',
        preset: 'softplus-glu',
        state: '',
        theme: 'dark',
        profile: 'screen',
        hide: [],
        request: { format: 'png', width: 1920, height: 1080, scale: 2, background: 'transparent' },
      },
    });
  });

  it('asks for a moving picture', () => {
    const { picture, out } = pictureOf('pair --format webm --animation epsilon --seconds 4 --fps 30');
    expect(picture.request.motion).toEqual({ animation: 'epsilon', seconds: 4, framesPerSecond: 30 });
    expect(out).toBe('pair-epsilon-light.webm');
  });

  it('needs nothing but a figure', () => {
    const { picture, out, build } = pictureOf('toy');
    expect(out).toBe('toy-light.png');
    expect(build).toBe(true);
    expect(picture.request).toEqual({
      format: 'png',
      width: 1280,
      height: 720,
      scale: 1,
      background: 'paper',
    });
  });
});

describe('the format', () => {
  it.each([
    ['pair --out a.svg', 'svg'],
    ['pair --out folder.d/a.PDF', 'pdf'],
    ['pair --out a.zip', 'frames'],
    ['pair --out a.b/c', 'png'],
    ['pair --out a.svg --format png', 'png'],
  ])('of “%s” is %s', (line, format) => {
    expect(pictureOf(line).picture.request.format).toBe(format);
  });

  it('of an unknown ending is a problem', () => {
    expect(problem('pair --out a.jpeg')).toMatch(/no format for \.jpeg.*There are: png, svg/);
    expect(problem('pair --format pmg')).toMatch(/'pmg' is invalid.*png, svg/);
  });
});

describe('the state', () => {
  it.each([
    'eps=0.01&act=relu',
    '#v=1&eps=0.01&act=relu',
    'https://x.org/?figure=pair#v=1&act=relu&eps=0.01',
  ])('is read from %s', (said) => {
    expect(pictureOf(`pair --state ${said}`).picture.state).toBe('#v=1&act=relu&eps=0.01');
  });

  it('is that of the figure when a link is of several', () => {
    expect(pictureOf('pair --state #v=1&eps=0.25&pair.eps=0.01').picture.state).toBe('#v=1&eps=0.01');
    expect(pictureOf('duo --state #v=1&eps=0.25&pair.eps=0.01').picture.state).toBe('#v=1&eps=0.25');
  });

  it('is empty when it is the preset’s, and only then', () => {
    expect(pictureOf('pair --preset relu-cliff --state act=relu').picture.state).toBe('');
    expect(pictureOf('pair --preset relu-cliff --state act=softplus').picture.state).toBe(
      '#v=1&act=softplus',
    );
  });

  it.each([
    ['pair --state epss=0.1', /no parameter 'epss'\. There are:.* eps,/],
    ['pair --state eps=abc', /eps=abc is not a value it can have/],
    ['pair --state eps=7', /eps=7 is outside of its range; the nearest is eps=1/],
    ['pair --state #v=2&eps=0.1', /version 2/],
    ['pair --state act=rlu', /act=rlu is not a value/],
  ])('is refused in %s', (line, sentence) => {
    expect(problem(line)).toMatch(sentence);
  });
});

describe('a misuse is told in a sentence with what there is', () => {
  it.each([
    ['', /Name one of the figures duo, pair, triple, landscape/],
    ['pairs', /'pairs' is invalid for argument 'figure'\. Allowed choices are duo, pair,/],
    ['pair duo', /too many arguments/],
    ['pair --preset softplus', /no preset 'softplus'\. There are: softplus-glu, apart/],
    ['pair --sise 100x100', /unknown option '--sise'\n\(Did you mean --size\?\)/],
    ['pair --size', /argument missing/],
    ['pair --size 100', /'100' is invalid\. Write width x height/],
    ['pair --size 100x100', /needs at least 240 × 200 pixels/],
    ['pair --size -5x300', /argument '-5x300' is invalid/],
    ['pair --size 1e9x300', /Write width x height/],
    ['pair --size 99999x300', /too many: at most 7680 × 4320/],
    ['pair --format csv --size 100x100', /needs at least/],
    ['pair --size 1920x1080 --scale 5', /9600 × 5400 pixels are too many/],
    ['pair --scale 0', /'0' is invalid\. It is a number from 0.25 to 8/],
    ['pair --scale NaN', /It is a number/],
    ['pair --theme blue', /'blue' is invalid\. Allowed choices are light, dark/],
    ['pair --background #12', /paper, transparent or a colour such as f5f5f5/],
    ['pair --profile beamer', /choices are screen, projector/],
    ['pair --fps 25', /--fps is for moving pictures, and png does not move/],
    ['pair --format gif --fps 2.5', /'2\.5' is invalid\. It is a whole number/],
    ['pair --format gif --animation epsilom', /no animation 'epsilom'\. There are: epsilon/],
    ['pair --format gif --seconds 0', /It is a number from 0\.1 to 120/],
    ['--all --preset best', /--preset does not go with --all/],
    ['--all --format mp4', /--format is png or svg/],
  ])('%s', (line, sentence) => {
    expect(problem(line)).toMatch(sentence);
  });
});

describe('all', () => {
  const count = figures.reduce((sum, { presets }) => sum + presets.length, 0);

  it('is every preset of every figure in both themes, each under a name of its own', () => {
    const command = read('--all --out folder --size 800x450');
    if (command.kind !== 'gallery') throw new Error(command.kind);
    expect(command.pictures).toHaveLength(2 * count);
    expect(new Set(command.pictures.map(fileName)).size).toBe(2 * count);
    expect(command.out).toBe('folder');
    expect(command.pictures[0]?.request.width).toBe(800);
  });

  it('is less when a figure or a theme is named', () => {
    const command = read('ride --all --theme dark');
    if (command.kind !== 'gallery') throw new Error(command.kind);
    expect(command.pictures.map(({ figure, theme }) => `${figure} ${theme}`)).toEqual(
      figures.find(({ id }) => id === 'ride')?.presets.map(() => 'ride dark'),
    );
  });
});

describe('any command line', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '--preset',
      '--state',
      '--size',
      '--scale',
      '--format',
      '--out',
      '--seconds',
      '--all',
      '--list',
    ),
    fc.constantFrom(
      'pair',
      'toy',
      'softplus-glu',
      '640x480',
      '2',
      'dark',
      'transparent',
      'mp4',
      'eps=0.1',
      'a.svg',
    ),
    fc.string(),
    fc.string({ unit: 'binary' }),
  );

  it('is a command for a file that can be drawn, or refused with a sentence', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 9 }), (argv) => {
        let command: Command;
        try {
          command = readCommand(argv, figures);
        } catch (error) {
          expect(error).toBeInstanceOf(CommanderError);
          return;
        }
        if (command.kind !== 'picture') return;
        const { request } = command.picture;
        expect(Math.max(request.width, request.height) * request.scale).toBeLessThanOrEqual(LARGEST.width);
        expect(formats).toContain(request.format);
        expect(figures.map(({ id }) => id)).toContain(command.picture.figure);
      }),
    );
  });
});

describe('the address of a still', () => {
  it('is understood by the page as it was meant', () => {
    const line =
      'pair --preset ridge --state eps=0.25 --theme dark --background 0a0B0c --profile projector --hide tiles,legend';
    const { picture } = pictureOf(line);
    const url = new URL(stillAddress(picture), 'http://site/');
    expect(readQuery(url.search)).toMatchObject({
      composition: 'still',
      figure: 'pair',
      preset: 'ridge',
      theme: 'dark',
      background: '#0a0b0c',
      profile: 'projector',
      hide: new Set(['tiles', 'legend']),
    });
    expect(url.hash).toBe('#v=1&eps=0.25');
    expect(readersAddress(picture)).toBe('?figure=pair&preset=ridge#v=1&eps=0.25');
  });
});

it('the list has every preset, animation and format', () => {
  const list = listText(figures);
  for (const { id, presets, animations } of figures) {
    for (const one of [{ id }, ...presets, ...animations]) expect(list).toContain(one.id);
  }
  for (const format of formats) expect(list).toContain(format);
});
