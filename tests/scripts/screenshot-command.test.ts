import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST } from '#export/size';
import { figures } from '#figures/registry';
import { readQuery } from '#state/query';
import { type Command, readCommand } from '../../scripts/lib/screenshot/command';
import { letterChanges, nearest } from '../../scripts/lib/screenshot/nearest';
import { options } from '../../scripts/lib/screenshot/options';
import { helpText, listText } from '../../scripts/lib/screenshot/say';
import { fileName, formats, readersAddress, stillAddress } from '../../scripts/lib/screenshot/shot';

const read = (line: string): Command => readCommand(line.split(' ').filter(Boolean), figures);

function pictureOf(line: string) {
  const command = read(line);
  if (command.kind !== 'picture') throw new Error(JSON.stringify(command));
  return command;
}

function problemOf(line: string): string {
  const command = read(line);
  if (command.kind !== 'problem') throw new Error(JSON.stringify(command));
  expect(command.code).toBe(2);
  return command.sentence;
}

describe('the command line of the issue', () => {
  it('asks for what it says', () => {
    const line =
      'pair --preset softplus-glu --size 1920x1080 --scale 2 --theme dark --background transparent --format png --out fig.png';
    expect(pictureOf(line)).toEqual({
      kind: 'picture',
      build: true,
      out: 'fig.png',
      shot: {
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
    const { shot, out } = pictureOf('pair --format webm --animation epsilon --seconds 4 --fps 30');
    expect(shot.request.motion).toEqual({ animation: 'epsilon', seconds: 4, framesPerSecond: 30 });
    expect(out).toBe('pair-epsilon-light.webm');
  });

  it('needs nothing but a figure', () => {
    const { shot, out, build } = pictureOf('toy');
    expect(out).toBe('toy-light.png');
    expect(build).toBe(true);
    expect(shot.request).toEqual({ format: 'png', width: 1280, height: 720, scale: 1, background: 'paper' });
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
    expect(pictureOf(line).shot.request.format).toBe(format);
  });

  it('of an unknown ending is a problem', () => {
    expect(problemOf('pair --out a.jpeg')).toMatch(/no format for \.jpeg.*There are: png, svg/);
    expect(problemOf('pair --format pmg')).toMatch(/“pmg”\. Did you mean png\?/);
  });
});

describe('the state', () => {
  it.each([
    'eps=0.01&act=relu',
    '#v=1&eps=0.01&act=relu',
    'https://x.org/?figure=pair#v=1&act=relu&eps=0.01',
  ])('is read from %s', (said) => {
    expect(pictureOf(`pair --state ${said}`).shot.state).toBe('#v=1&act=relu&eps=0.01');
  });

  it('is that of the figure when a link is of several', () => {
    expect(pictureOf('pair --state #v=1&eps=0.25&pair.eps=0.01').shot.state).toBe('#v=1&eps=0.01');
    expect(pictureOf('duo --state #v=1&eps=0.25&pair.eps=0.01').shot.state).toBe('#v=1&eps=0.25');
  });

  it('is empty when it is the preset’s, and only then', () => {
    expect(pictureOf('pair --preset relu-cliff --state act=relu').shot.state).toBe('');
    expect(pictureOf('pair --preset relu-cliff --state act=softplus').shot.state).toBe('#v=1&act=softplus');
  });

  it.each([
    ['pair --state epss=0.1', /no parameter “epss”\. Did you mean eps\?/],
    ['pair --state eps=abc', /eps=abc is not a value it can have/],
    ['pair --state eps=7', /eps=7 is outside of its range; the nearest is eps=1/],
    ['pair --state #v=2&eps=0.1', /version 2/],
    ['pair --state act=rlu', /act=rlu is not a value/],
  ])('is refused in %s', (line, sentence) => {
    expect(problemOf(line)).toMatch(sentence);
  });
});

describe('a misuse is told in a sentence with what there is', () => {
  it.each([
    ['', /Which figure\? Name one of duo, pair, landscape/],
    ['pairs', /There is no figure “pairs”\. Did you mean pair\? There are: duo, pair,/],
    ['zebra', /There is no figure “zebra”\. There are: duo/],
    ['pair duo', /“duo” is one word too many/],
    [
      'pair --preset softplus',
      /no preset “softplus”\. Did you mean softplus-glu\? There are: softplus-glu, apart/,
    ],
    ['pair --sise 100x100', /no option “--sise”\. Did you mean --size\? See --help/],
    ['pair --size', /--size wants a value/],
    ['pair --size 100', /“100” is not a size: write width x height/],
    ['pair --size 100x100', /needs at least 240 × 200 pixels/],
    ['pair --size -5x300', /is not a size/],
    ['pair --size 1e9x300', /is not a size/],
    ['pair --size 99999x300', /too many: at most 7680 × 4320/],
    ['pair --format csv --size 100x100', /needs at least/],
    ['pair --size 1920x1080 --scale 5', /9600 × 5400 pixels are too many/],
    ['pair --scale 0', /--scale “0” is not a number from 0.25 to 8/],
    ['pair --scale NaN', /is not a number/],
    ['pair --theme blue', /--theme cannot be “blue”\. There are: light, dark/],
    ['pair --background #12', /paper, transparent or a colour such as f5f5f5/],
    ['pair --profile beamer', /There are: screen, projector/],
    ['pair --fps 25', /--fps is for moving pictures, and png does not move/],
    ['pair --format gif --fps 2.5', /--fps “2\.5” is not a whole number/],
    ['pair --format gif --animation epsilom', /no animation “epsilom”\. Did you mean epsilon\?/],
    ['pair --format gif --seconds 0', /--seconds “0” is not a number from 0\.1 to 120 seconds/],
    ['pair --theme dark --theme light', /--theme is said twice/],
    ['--all --preset best', /--preset does not go with --all/],
    ['--all --format mp4', /--format cannot be “mp4”\. There are: png, svg/],
    ['--all=yes', /--all takes no value/],
  ])('%s', (line, sentence) => {
    expect(problemOf(line)).toMatch(sentence);
    expect(problemOf(line)).not.toContain('\n');
  });
});

describe('all', () => {
  const count = figures.reduce((sum, { presets }) => sum + presets.length, 0);

  it('is every preset of every figure in both themes, each under a name of its own', () => {
    const command = read('--all --out folder --size 800x450');
    if (command.kind !== 'gallery') throw new Error(command.kind);
    expect(command.shots).toHaveLength(2 * count);
    expect(new Set(command.shots.map(fileName)).size).toBe(2 * count);
    expect(command.out).toBe('folder');
    expect(command.shots[0]?.request.width).toBe(800);
  });

  it('is less when a figure or a theme is named', () => {
    const command = read('ride --all --theme dark');
    if (command.kind !== 'gallery') throw new Error(command.kind);
    expect(command.shots.map(({ figure, theme }) => `${figure} ${theme}`)).toEqual(
      figures.find(({ id }) => id === 'ride')?.presets.map(() => 'ride dark'),
    );
  });
});

describe('any command line', () => {
  const word = fc.oneof(
    fc.constantFrom(...Object.keys(options).map((name) => `--${name}`)),
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

  it('is a command or a problem of one line; a command is for a file that can be drawn', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 9 }), (argv) => {
        const command = readCommand(argv, figures);
        if (command.kind === 'problem') expect(command.sentence).toMatch(/^[^\n\r]+$/);
        if (command.kind !== 'picture') return;
        const { request } = command.shot;
        expect(Math.max(request.width, request.height) * request.scale).toBeLessThanOrEqual(LARGEST.width);
        expect(formats).toContain(request.format);
        expect(figures.map(({ id }) => id)).toContain(command.shot.figure);
      }),
    );
  });
});

describe('the address of a still', () => {
  it('is understood by the page as it was meant', () => {
    const line =
      'pair --preset ridge --state eps=0.25 --theme dark --background 0a0B0c --profile projector --hide tiles,legend';
    const { shot } = pictureOf(line);
    const url = new URL(stillAddress(shot), 'http://site/');
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
    expect(readersAddress(shot)).toBe('?figure=pair&preset=ridge#v=1&eps=0.25');
  });
});

describe('the nearest name', () => {
  it('counts letters put in, taken out, replaced and swapped', () => {
    expect(letterChanges('', 'abc')).toBe(3);
    expect(letterChanges('abc', 'abc')).toBe(0);
    expect(letterChanges('abc', 'acb')).toBe(1);
    expect(letterChanges('pair', 'pairs')).toBe(1);
    expect(letterChanges('light', 'right')).toBe(1);
  });

  it('is the same distance both ways, and none from itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(letterChanges(a, b)).toBe(letterChanges(b, a));
        expect(letterChanges(a, a)).toBe(0);
      }),
    );
  });

  it('is none when nothing is near', () => {
    expect(nearest('zebra', ['duo', 'pair'])).toBeUndefined();
    expect(nearest('', ['duo', 'pair'])).toBeUndefined();
  });
});

it('the help names every option and the list every preset', () => {
  for (const name of Object.keys(options)) expect(helpText).toContain(`--${name}`);
  const list = listText(figures);
  for (const { id, presets, animations } of figures) {
    for (const one of [{ id }, ...presets, ...animations]) expect(list).toContain(one.id);
  }
  for (const format of formats) expect(list).toContain(format);
});
