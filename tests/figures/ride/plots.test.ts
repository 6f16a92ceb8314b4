import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { drawPlot } from '#plot/draw-plot';
import type { PlotSpec } from '#plot/frame';
import { clockDomains, clockPlot, sharpnessPlot } from '../../../src/figures/ride/clock-plot';
import { lawDomains, lawPlot, lawTitle } from '../../../src/figures/ride/law-plot';
import { type RideView, rideView } from '../../../src/figures/ride/model';
import { richPieces } from '../../../src/figures/ride/rich-text';
import type { RideValues } from '../../../src/figures/ride/schema';
import { rideLawIds } from '../../../src/math/ride/ride-laws';
import { paperRide, start } from './paper-ride';

/** A plot as SVG text. */
const drawn = (spec: PlotSpec) =>
  renderToStaticMarkup(createElement('g', null, drawPlot(spec, { width: 400, height: 216 }).content));

const whole = paperRide(40);
const back = paperRide(5, 'minus');

function viewOf(values: Partial<RideValues>, state = whole): RideView {
  const view = rideView(state, { ...start, ...values });
  if (!view) throw new Error('nothing to show');
  return view;
}

function count(markup: string, pattern: RegExp): number {
  return [...markup.matchAll(pattern)].length;
}

describe.each(rideLawIds)('the plot of %s', (id) => {
  it('has a point for each jump, one of them highlighted, and nothing that is no number', () => {
    for (const jumps of [0, 1, 6, 99]) {
      const view = viewOf({ jumps });
      const markup = drawn(lawPlot(id, view, Math.min(1, jumps)));
      expect(count(markup, /<circle/g)).toBe(view.points.length);
      expect(count(markup, /data-mark="here"/g)).toBe(1);
      expect(markup).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(drawn(lawPlot(id, viewOf({ jumps: 3 })))).not.toMatch(/data-mark="here"/);
  });

  it('leaves the start out of the fit, and shows that', () => {
    const markup = drawn(lawPlot(id, viewOf({ jumps: 6 })));
    expect(count(markup, /data-mark="unused"/g)).toBe(1);
    expect(count(markup, /data-mark="fitted"/g)).toBe(1);
    expect(count(drawn(lawPlot(id, viewOf({ jumps: 1 }))), /data-mark="fitted"/g)).toBe(0);
  });

  it('marks infinity once the reader went there, and where 64-bit numbers end once the ride did', () => {
    expect(drawn(lawPlot(id, viewOf({ jumps: 2 })))).not.toMatch(/data-mark="end"/);
    expect(drawn(lawPlot(id, viewOf({ jumps: 2, inf: true })))).toMatch(/data-mark="end"/);
    expect(drawn(lawPlot(id, viewOf({ jumps: 2 })))).not.toMatch(/<rect/);
    expect(drawn(lawPlot(id, viewOf({ jumps: 99 })))).toMatch(/<rect/);
  });

  it('keeps its axes while the reader jumps', () => {
    const frames = [0, 1, 5, 99].map((jumps) => lawDomains(id, viewOf({ jumps })));
    for (const frame of frames) {
      expect(frame.x).toEqual(frames[0]?.x);
      if (id !== 'error') expect(frame.y).toEqual(frames[0]?.y);
    }
  });

  it('shows the road back by sizes, and says so', () => {
    const view = viewOf({ jumps: 4 }, back);
    expect(count(drawn(lawPlot(id, view)), /<circle/g)).toBe(5);
    if (id === 'excess') expect(lawTitle(id, view)).toBe('loss at infinity − loss');
  });
});

describe('the clock and the sharpness', () => {
  it('reach as far as the jumps have gone', () => {
    expect(clockDomains(viewOf({ jumps: 0 })).x[1]).toBe(1e12);
    expect(clockDomains(viewOf({ jumps: 99 })).x[1]).toBeGreaterThan(1e20);
    expect(count(drawn(clockPlot(viewOf({ jumps: 7 }))), /<circle/g)).toBe(7);
    expect(drawn(clockPlot(viewOf({ jumps: 7 })))).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('have no law on the road back, and no curves before they are computed', () => {
    expect(drawn(clockPlot(viewOf({ jumps: 4 }, back)))).not.toMatch(/"predicted"|NaN|Infinity/);
    const waiting = viewOf({}, { ...whole, clock: { done: false } });
    expect(drawn(clockPlot(waiting))).not.toMatch(/"flow"|NaN/);
    expect(drawn(sharpnessPlot(waiting, 'finite'))).not.toMatch(/"large"/);
  });

  it('draw what is negative dashed: on the way to the finite minimum, not in the channel', () => {
    const [channel, finite] = (['channel', 'finite'] as const).map((run) =>
      drawn(sharpnessPlot(viewOf({}), run)),
    );
    expect(finite).toMatch(/data-mark="negative" d="M/);
    expect(channel).toMatch(/data-mark="negative" d=""/);
    expect(channel).toMatch(/data-mark="small" d="M/);
    expect(`${channel}${finite}`).not.toMatch(/NaN|Infinity|undefined/);
  });
});

it('sentences are split into symbols and the rest', () => {
  expect(richPieces('a_i − a_j = 12 at ε.')).toEqual([
    { kind: 'output', neuron: 'i' },
    { kind: 'plain', text: ' − ' },
    { kind: 'output', neuron: 'j' },
    { kind: 'plain', text: ' = 12 at ' },
    { kind: 'epsilon' },
    { kind: 'plain', text: '.' },
  ]);
  expect(richPieces('at epsilon')[1]).toEqual({ kind: 'epsilon' });
  expect(richPieces('')).toEqual([]);
});
