// @vitest-environment happy-dom
/** What an author leaves out of a figure: `controls` and `hide`. Where parts stand is tested in a browser. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { find, openPair } from './pair-page';

/** What docs/embedding-names.md lists for a figure. */
function documented(figure: string): readonly string[] {
  const lines = readFileSync('docs/embedding-names.md', 'utf8').split('\n');
  const from = lines.indexOf(`## \`${figure}\``);
  const section = lines.slice(from + 1);
  const end = section.findIndex((line) => line.startsWith('## '));
  return section.slice(0, end).flatMap((line) => {
    const [, names = '', level = ''] = line.split('|').map((cell) => cell.trim());
    return ['view', 'min', 'full'].includes(level)
      ? [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
      : [];
  });
}

/** What stands on the page for a name, where it is not the control of that name. */
const parts: Readonly<Record<string, string>> = {
  title: '.figure-title:not(.visually-hidden) h2:not(.visually-hidden)',
  lead: '.figure-title p',
  presets: '[data-param="preset"]',
  toolbar: '.toolbar',
  description: '.figure-description',
  laws: '.ride-laws',
  loss: '[data-readout="ride-excess"]',
  error: '[data-readout="ride-error"]',
  eigenvalue: '[data-readout="ride-largestEigenvalue"]',
  c: '[data-readout="ride-c"]',
  a: '[data-readout="ride-a"]',
  cosine: '[data-readout="ride-cosine"]',
  clock: '.ride-clock',
  position: '.ride-position',
  certificate: '.certificate-end',
  sharpness: '.ride-sharpness',
  settings: '.ride-settings',
  play: '[data-action="play"], [data-action="drop"]',
  landscape: '.toy-landscape',
  scale: '.toy-scale',
  learn: '[aria-label="What can be learnt"]',
  followed: '[aria-label="What the followed run computes"]',
  limit: 'section[aria-label="The loss at infinity"]',
  function: '[aria-label="The limit network at this w"]',
  edge: '.toy-edge',
  runs: '.toy-runs',
  remark: '.toy-middle > .toy-remark',
};

function selectorOf(name: string): string {
  return parts[name] ?? `[data-param="${name}"], [data-param-text="${name}"], [data-action="${name}"]`;
}

const has = (selector: string) => document.querySelector(selector) !== null;

it.each([
  ['full', { main: [true, true], rest: [true, true, true, true], any: true }],
  ['min', { main: [true, true], rest: [false, false, false, false], any: true }],
  ['none', { main: [false, false], rest: [false, false, false, false], any: false }],
])('controls: full shows all, min the main handle, none no control at all: %s', async (controls, shown) => {
  const rest = ['[data-param="act"]', '[data-param="preset"]', '.toolbar', '[data-param="a"]'];
  const main = ['[data-param="eps"]', '[data-action="play"]'];
  const problems = await openPair('', `?figure=pair&embed=1&controls=${controls}`);
  expect({ main: main.map(has), rest: rest.map(has), any: has('input, select, button') }).toEqual(shown);
  expect(problems).toEqual([]);
});

describe.each(['ride', 'toy'])('hide: every name that the document lists for %s', (figure) => {
  // Shown only where there are fewer controls.
  const names = [
    ...['title', 'presets', 'toolbar', 'description'],
    ...documented(figure).filter((name) => name !== 'verdict'),
  ];
  // What holds others is left for another round: with it, they would be gone in any case.
  const holders = new Set(['laws', 'settings', 'landscape', 'limit', 'followed', 'edge']);
  const left = (some: readonly string[]) => some.filter((name) => has(selectorOf(name)));

  it('is there', async () => {
    expect(names.length).toBeGreaterThan(16);
    const problems = await openPair('', `?figure=${figure}&embed=1&controls=full`, figure);
    expect(left(names)).toEqual(names);
    expect(problems).toEqual([]);
  });

  it.each([
    ['parts', names.filter((name) => !holders.has(name))],
    ['what holds others', names.filter((name) => holders.has(name))],
  ])('is gone when hidden: %s', async (_, round) => {
    const query = `?figure=${figure}&embed=1&controls=full&hide=${round.join(',')}`;
    const problems = await openPair('', query, figure);
    expect(left(round)).toEqual([]);
    expect(problems).toEqual([]);
  });
});

describe.each(['pair', 'triple', 'duo', 'landscape'])(
  'hide: names that the document lists for %s',
  (figure) => {
    const shown = () =>
      documented(figure).filter((name) => has(`[data-param="${name}"], [data-action="${name}"]`));
    let all: readonly string[] = [];

    it('are there', async () => {
      await openPair('', `?figure=${figure}&embed=1&controls=full`, figure);
      all = shown();
      expect(all.length).toBeGreaterThan(figure === 'duo' ? 1 : 4);
    });

    it.each([0, 1])('are told apart: only what is hidden goes, %i', async (odd) => {
      const hidden = all.filter((_, k) => k % 2 === odd);
      const query = `?figure=${figure}&embed=1&controls=full&hide=${hidden.join(',')}`;
      const problems = await openPair('', query, figure);
      expect(shown()).toEqual(all.filter((name) => !hidden.includes(name)));
      expect(problems).toEqual([]);
    });
  },
);

describe('hide: what fewer controls leave of a figure', () => {
  // Axes, names of lines and the point are in the surface: tests/e2e/frames-3d.test.ts.
  const selectors: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    pair: {
      title: '.figure-head-title',
      scale: '.legend-scale',
      legend: '.legend-scale, .legend-sheets',
      neurons: '.legend-sheets',
      formula: '.live-formula',
      eps: '[data-param="eps"]',
      play: '.play',
    },
    triple: {
      title: '.figure-head-title',
      scale: '.legend-scale',
      legend: '.legend-scale, .legend-sheets',
      neurons: '.legend-sheets',
      formula: '.live-formula',
      eps: '[data-param="eps"]',
      play: '.play',
    },
    duo: {
      pair: '.duo-views[data-pair="true"]',
      landscape: '.duo-views[data-landscape="true"]',
      headings: '.duo-title',
      numbers: '.duo-numbers',
    },
    landscape: {
      legend: '.legend',
      numbers: '.ball-readouts',
      drop: '[data-action="drop"]',
      time: '[data-param="time"]',
    },
  };

  it.each([
    ['pair', ''],
    ['pair', 'title,scale,formula,play'],
    ['pair', 'legend,eps'],
    ['triple', 'title,scale,formula,play'],
    ['triple', 'legend,eps'],
    ['duo', ''],
    ['duo', 'pair,headings'],
    ['duo', 'landscape,numbers'],
    ['landscape', ''],
    ['landscape', 'legend,drop'],
    ['landscape', 'numbers,time'],
  ])('only what is hidden goes from %s: %s', async (figure, names) => {
    const problems = await openPair('', `?figure=${figure}&embed=1&controls=min&hide=${names}`, figure);
    // Only what it is in, or what is in it, goes with it.
    const gone = [...names.split(','), ...(names === 'legend,eps' ? ['scale', 'neurons'] : [])];
    const parts = Object.entries(selectors[figure] ?? {});
    expect(parts.filter(([, selector]) => !has(selector)).map(([name]) => name)).toEqual(
      parts.map(([name]) => name).filter((name) => gone.includes(name)),
    );
    expect(has('.figure-number')).toBe(names.endsWith('eps'));
    // The figure keeps its name.
    expect(document.querySelectorAll(`[data-figure="${figure}"] h2`)).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  const whole = [
    ...[
      '.weights',
      '.tiles',
      '.error',
      '.pair-controls',
      '.segments',
      '.surface-remark:not(.left-out)',
      '.toolbar',
    ],
    ...['.tips', '.growth', '.triple-constant'],
    ...['[data-param="preset"]', '.figure-description', '.certificate', '.landscape-panels'],
    ...['[data-action="to-ride"]', '[data-action="clear"]', '[data-action="another"]'],
    ...['[data-param="slice"]'],
  ];

  it.each([
    ['pair', 9, 'weights,tiles,errors,sliders,limit,remark,toolbar,presets,description', []],
    ['triple', 9, 'tips,growth,constant,errors,sliders,group,show,remark,toolbar,presets,description', []],
    [
      'landscape',
      8,
      'certificates,panels,ways,clear,another,remark,toolbar,slice',
      // These are not in the list.
      ['[data-param="preset"]', '.figure-description'],
    ],
  ] as const)('of the whole %s, anything', async (figure, count, names, left) => {
    await openPair('', `?figure=${figure}&embed=1&controls=full`, figure);
    expect(whole.filter(has).length).toBeGreaterThanOrEqual(count);
    document.body.replaceChildren();
    await openPair('', `?figure=${figure}&embed=1&controls=full&hide=${names}`, figure);
    expect(whole.filter(has)).toEqual(left);
  });
});

it.each(['screen', 'projector'])('profile: the style sheet is told of a %s', async (profile) => {
  await openPair('', `?figure=pair&embed=1&controls=min&profile=${profile}`);
  const told = [document.documentElement, find('.figure-frame')].map(({ dataset }) => dataset.profile);
  expect(told).toEqual([profile, profile]);
});
