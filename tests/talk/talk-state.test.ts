import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigure } from '#figures/registry';
import { hashOfStep, stepOfHash } from '#talk/step-address';
import { nextFigure, stepsOfPresets, valuesOfPreset } from '#talk/steps';
import { initialTalk, type TalkAction, type TalkState, talkReducer } from '#talk/talk-state';

const figure = findFigure('pair');
const other = findFigure('duo');
if (!figure || !other) throw new Error('there is no pair');
const talk = { title: 'Test', steps: stepsOfPresets([figure]) };
const count = talk.steps.length;
const begun = initialTalk(talk, 'presets');
const run = (state: TalkState, ...actions: TalkAction[]) => actions.reduce(talkReducer, state);
const digits = (text: string): TalkAction[] => Array.from(text, (digit) => ({ type: 'digit', digit }));
const view = { figure, values: valuesOfPreset(figure, 'ridge'), note: 'A ridge.' };

describe('stepping', () => {
  it('goes on and back, and stays within the talk', () => {
    expect(run(begun, { type: 'next' }, { type: 'next' }).at).toBe(2);
    expect(run(begun, { type: 'next' }, { type: 'previous' }).at).toBe(0);
    expect(run(begun, { type: 'previous' })).toMatchObject({ at: 0, arrivals: 0 });
    const last = run(begun, { type: 'last' });
    expect(last.at).toBe(count - 1);
    expect(run(last, { type: 'next' })).toMatchObject({ at: count - 1, arrivals: last.arrivals });
    expect(run(last, { type: 'first' }).at).toBe(0);
  });

  it('shows a step anew when it is asked for again', () => {
    expect(run(begun, { type: 'first' }).arrivals).toBe(1);
    expect(run(begun, { type: 'go-to', at: 0 }).arrivals).toBe(1);
  });

  it('goes to a typed number, and says so when there is none', () => {
    expect(run(begun, ...digits('4'), { type: 'go' })).toMatchObject({ at: 3, typed: '' });
    const lost = run(begun, ...digits('99'), { type: 'go' });
    expect(lost).toMatchObject({ at: 0, typed: '' });
    expect(lost.message?.lines[0]).toMatch(/99.*9/);
    expect(run(begun, ...digits('0'), { type: 'go' }).at).toBe(0);
    expect(run(begun, ...digits('4'), { type: 'next' })).toMatchObject({ at: 1, typed: '' });
  });

  it('brings the picture back before it goes on', () => {
    const black = run(begun, { type: 'blank', colour: 'black' });
    expect(black.blank).toBe('black');
    expect(run(black, { type: 'blank', colour: 'black' }).blank).toBeUndefined();
    expect(run(black, { type: 'blank', colour: 'white' }).blank).toBe('white');
    expect(run(black, { type: 'next' })).toMatchObject({ at: 0, blank: undefined });
    expect(run(black, { type: 'go-to', at: 2 })).toMatchObject({ at: 2, blank: undefined });
  });
});

describe('Escape', () => {
  it('closes one thing at a time', () => {
    let state = run(
      begun,
      { type: 'list' },
      { type: 'notes' },
      { type: 'message', kind: 'done', lines: ['x'] },
      { type: 'blank', colour: 'black' },
      ...digits('1'),
      { type: 'keys' },
    );
    const open = () =>
      [state.keys, state.typed, state.blank, state.message, state.list, state.notes].filter(Boolean).length;
    for (let left = 5; left >= 0; left--) {
      state = talkReducer(state, { type: 'escape' });
      expect(open()).toBe(left);
    }
    expect(talkReducer(state, { type: 'escape' })).toBe(state);
  });
});

describe('making a talk', () => {
  it('puts the view after the step that is shown, and shows it without moving anything', () => {
    const added = run(begun, { type: 'next' }, { type: 'add', view });
    expect(added.talk.steps).toHaveLength(count + 1);
    expect(added).toMatchObject({ at: 2, origin: 'own', arrivals: 1 });
    expect(added.talk.steps[2]).toMatchObject({ values: view.values, note: 'A ridge.', figure });
    expect(added.message?.lines).toEqual(['Added as step 3.']);
  });

  it('begins anew with the view', () => {
    const own = run(begun, { type: 'start-over', view });
    expect(own.talk.steps).toHaveLength(1);
    expect(own).toMatchObject({ at: 0, origin: 'own' });
  });

  it('takes steps out, and keeps the one that is shown where it can', () => {
    const third = run(begun, { type: 'go-to', at: 2 });
    const shown = third.talk.steps[2];
    const before = run(third, { type: 'remove', at: 0 });
    expect(before.talk.steps[before.at]).toBe(shown);
    const behind = run(third, { type: 'remove', at: 5 });
    expect(behind.talk.steps[behind.at]).toBe(shown);
    expect(behind.arrivals).toBe(third.arrivals);
    const itself = run(third, { type: 'remove', at: 2 });
    expect(itself.at).toBe(2);
    expect(itself.arrivals).toBe(third.arrivals + 1);
    const single = run(begun, { type: 'start-over', view });
    expect(run(single, { type: 'remove', at: 0 })).toBe(single);
  });

  it('opens another talk at its first step', () => {
    const two = { title: 'Two', steps: stepsOfPresets([other]) };
    const opened = run(
      begun,
      { type: 'go-to', at: 4 },
      { type: 'list' },
      { type: 'open', talk: two, origin: 'own', notices: ['Step 1: x'] },
    );
    expect(opened).toMatchObject({ at: 0, origin: 'own', talk: two, list: true, arrivals: 2 });
    expect(opened.message).toMatchObject({ kind: 'problem' });
    expect(opened.message?.lines).toContain('Step 1: x');
  });

  it('is never outside of its steps, whatever is done', () => {
    const action: fc.Arbitrary<TalkAction> = fc.oneof(
      fc.constantFrom<TalkAction>(
        { type: 'next' },
        { type: 'previous' },
        { type: 'first' },
        { type: 'last' },
        { type: 'go' },
        { type: 'escape' },
        { type: 'add', view },
        { type: 'start-over', view },
        { type: 'open', talk, origin: 'presets' },
      ),
      fc.integer({ min: -3, max: 20 }).map((at): TalkAction => ({ type: 'go-to', at })),
      fc.nat(12).map((at): TalkAction => ({ type: 'remove', at })),
      fc.nat(9).map((digit): TalkAction => ({ type: 'digit', digit: String(digit) })),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const state = run(begun, ...actions);
        expect(state.talk.steps[state.at]).toBeDefined();
      }),
    );
  });
});

it('knows what another figure comes next', () => {
  const mixed = { title: 'Mixed', steps: [...talk.steps.slice(0, 2), ...stepsOfPresets([other])] };
  expect(nextFigure(mixed, 0)?.figure).toBe(other);
  expect(nextFigure(mixed, 2)).toBeUndefined();
});

describe('the address', () => {
  it('names a step and is read back', () => {
    for (let at = 0; at < 20; at++) expect(stepOfHash(hashOfStep(at), 20)).toBe(at);
  });

  it('says what it says when there is no such step', () => {
    expect(stepOfHash('#v=1', 9)).toBeUndefined();
    expect(stepOfHash('', 9)).toBeUndefined();
    for (const said of ['0', '10', '-1', '1.5', 'x', '9999999', '']) {
      expect(stepOfHash(`#v=1&step=${said}`, 9)).toEqual({ said });
    }
  });
});
