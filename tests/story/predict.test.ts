import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { StoryContext } from '#story/context';
import { Draw } from '#story/parts/predict/draw';
import { LikelyMistake } from '#story/parts/predict/likely-mistake';
import { Answer, Option, Predict } from '#story/parts/predict/predict';
import { Slope } from '#story/parts/predict/slope';
import { allWords } from '#story/text/all';

/** A part of a text, with its children among its props as a text gives them. */
const part = <P extends object>(type: (props: P) => ReactNode, props: P) => createElement(type, props);

function html(node: ReactNode): string {
  const story = {
    language: 'en',
    words: allWords.en,
    tex: () => '',
    facts: { two: 2, minusTwo: -2 },
  } as const;
  return renderToStaticMarkup(createElement(StoryContext, { value: story }, node));
}

const wrong = part(Option, { value: 'a', why: 'For a reason.', children: 'This' });
const right = part(Option, { value: 'b', right: true, why: 'Because.', children: 'That' });
const answer = part(Answer, { children: 'So it is.' });
const question = (...children: readonly ReactNode[]) =>
  html(part(Predict, { id: 'q', children: ['Which?', ...children] }));

/** How often a piece stands in a text. */
const count = (text: string, piece: string) => text.split(piece).length - 1;

describe('a question', () => {
  it('has each of its parts once, and its answer folded', () => {
    const made = question(wrong, right, answer);
    for (const piece of ['Which?', 'For a reason.', 'Because.', '>This<', '>That<', 'So it is.']) {
      expect(count(made, piece), piece).toBe(1);
    }
    expect(made).toMatch(/<details class="predict-answer"><summary>/);
    expect(made).toMatch(/<input(?=[^>]*data-right)[^>]*value="b"/);
    expect(count(made, 'data-right')).toBe(1);
  });

  it('has its pad once, and the true curve in the answer alone', () => {
    const draw = part(Draw, { curve: 'gatedUnit' });
    const [before = '', after = ''] = question(draw, answer).split('<details');
    expect(count(before, 'data-draw="gatedUnit"')).toBe(1);
    expect(count(before, 'pad-truth')).toBe(0);
    expect(count(after, 'pad-truth')).toBe(1);
  });

  it('is refused without one right answer, or with two ways to answer', () => {
    expect(() => question(wrong, answer)).toThrow(/question q needs one right option/);
    expect(() => question(right, right, answer)).toThrow(/one right option/);
    expect(() => question(answer)).toThrow(/either options, or one curve, or one slope/);
    expect(() => question(right, part(Draw, { curve: 'gatedUnit' }))).toThrow(/either options/);
    expect(() => question(part(Draw, { curve: 'nonsense' }))).toThrow(/no curve is called nonsense/);
    expect(() => html(part(Predict, { id: 'q', at: 'pair', to: 'nonsense', children: right }))).not.toThrow();
    expect(() => html(part(Predict, { id: 'q', at: 'pair', to: 'eps=99', children: right }))).toThrow(
      /pair: eps=99 is no state of it/,
    );
  });
});

describe('a slope', () => {
  const slope = (more: object = {}) =>
    part(Slope, { fact: 'two', from: '0.001', to: '0.1', x: 'epsilon', y: 'the loss', ...more });

  it('knows the true one, its axes and where it snaps', () => {
    const made = question(slope(), answer);
    expect(made).toContain('data-true="2.000"');
    expect(made).toContain('data-limits="-4 4 0.25"');
    expect(made).toContain('data-symbol="epsilon"');
    expect(made).toContain('data-x="-3 -1 ');
    // As many powers of ten up and down as the steepest line needs, and room for the title.
    expect(made).toContain('data-y="-4.3 4.3 ');
  });

  it('puts the points where they are, as multiples of their middle', () => {
    const [, after = ''] = question(slope({ fact: 'minusTwo', points: 'sharpness' }), answer).split(
      '<details',
    );
    const marks = [...after.matchAll(/<circle[^>]* cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(marks.length).toBeGreaterThan(5);
    const line = /d="M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)"><\/path><circle/.exec(after)?.slice(1).map(Number);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = line ?? [];
    for (const [x = 0, y = 0] of marks) {
      expect(Math.abs(y0 + ((x - x0) / (x1 - x0)) * (y1 - y0) - y)).toBeLessThan(2);
    }
  });

  it('has what is said to likely wrong ones in its answer', () => {
    const mistake = part(LikelyMistake, { from: '-2', to: '-1', children: 'Downwards?' });
    const [before = '', after = ''] = question(slope(), mistake, answer).split('<details');
    expect(count(before, 'Downwards?')).toBe(0);
    expect(count(after, 'data-slopes="-2 -1"')).toBe(1);
    const drawn = part(LikelyMistake, { curve: 'ramp', children: 'A ramp?' });
    expect(question(part(Draw, { curve: 'gatedUnit' }), drawn)).toMatch(
      /data-heights="0 0 [^"]*"[^>]*>A ramp\?/,
    );
    expect(() => question(slope(), part(LikelyMistake, { children: '' }))).toThrow(
      /either a curve, or slopes/,
    );
  });

  it('is refused with a number or a range that is not there', () => {
    expect(() => question(slope({ fact: 'nonsense' }))).toThrow(/no fact is called nonsense/);
    expect(() => question(slope({ from: '1' }))).toThrow(/no range of a logarithmic axis/);
    expect(() => question(slope({ points: 'nonsense' }))).toThrow(/no points/);
  });
});
