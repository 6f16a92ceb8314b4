import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { profilePlot } from '#figures/landscape/panels/profile-plot';
import { spectrumPlot } from '#figures/landscape/panels/spectrum-plot';
import { drawPlot } from '#plot/draw-plot';
import type { PlotSpec } from '#plot/frame';
import { oracle } from '../../support/landscape';

const drawn = (spec: PlotSpec) =>
  renderToStaticMarkup(createElement('g', null, drawPlot(spec, { width: 460, height: 300 }).content));

const points = oracle.spectra
  .filter(({ neuron, gamma }) => neuron === 0 && Number.isFinite(gamma))
  .toSorted((p, q) => p.gamma - q.gamma);
const spectrum = {
  gammas: Float64Array.from(points.map(({ gamma }) => gamma)),
  size: 17,
  eigenvalues: Float64Array.from(points.flatMap(({ eigenvalues }) => eigenvalues)),
};

test('the spectrum marks the negative eigenvalues at gamma, and says where a gamma beyond the axis is', () => {
  const markup = drawn(spectrumPlot({ ...spectrum, gamma: 0.5 }));
  // Both ends of the segment, and two negative directions inside it.
  expect(markup.match(/<circle/g)).toHaveLength(4);
  expect(markup).not.toMatch(/NaN|Infinity|undefined/);
  expect(drawn(spectrumPlot({ ...spectrum, gamma: 30 }))).toContain(' →');
});

test('profiles are named at their ends, and only what is inside is drawn', () => {
  const x = Float64Array.from([-2, -1, 0, 1, 2]);
  const profiles = [1, 1.5, 3].map((gamma) => ({
    gamma,
    x,
    losses: Float64Array.from([90, 3, 5, 4 + gamma, 80]),
  }));
  const markup = drawn(profilePlot({ profiles, gamma: 1.4 }, 'alpha'));
  for (const gamma of ['1', '1.5', '3']) expect(markup).toContain(`= ${gamma}<`);
  expect(markup).toContain('data-mark="crest"');
  expect(markup).not.toMatch(/NaN|Infinity|undefined/);
});
