import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figures } from '#figures/registry';
import { defaults, withValues } from '#state/schema';
import { MOST_CHARACTERS, MOST_STEPS, parseTalk } from '#talk/parse-talk';
import { STEP_SECONDS, stepsOfPresets, valuesOfPreset } from '#talk/steps';
import { writeTalk } from '#talk/write-talk';
import { root } from '../../scripts/lib/paths';
import { statesOf } from '../support/arbitrary';

const read = (value: unknown) => parseTalk(JSON.stringify(value), figures);

function opened(value: unknown) {
  const parsed = read(value);
  if ('problems' in parsed) throw new Error(parsed.problems.join(' '));
  return parsed;
}

function problems(parsed: ReturnType<typeof parseTalk>): string {
  return 'problems' in parsed ? parsed.problems.join('\n') : '';
}

describe('a good talk', () => {
  it('takes values from the state, the rest from the preset, the rest from the figure', () => {
    const { talk, notices } = opened({
      title: 'Mine',
      steps: [
        {
          figure: 'pair',
          preset: 'derivative',
          state: '#v=1&eps=0.01',
          title: 'One',
          note: 'Two',
          seconds: 3,
        },
        { figure: 'duo', animation: 'epsilon' },
        { figure: 'pair', preset: 'apart' },
      ],
    });
    expect(notices).toEqual([]);
    expect(talk.title).toBe('Mine');
    const [first, second, third] = talk.steps;
    expect(first).toMatchObject({ preset: 'derivative', title: 'One', note: 'Two', seconds: 3 });
    expect(first?.values).toEqual({
      ...valuesOfPreset(first?.figure ?? fail(), 'derivative'),
      eps: 0.01,
    });
    expect(second?.values).toEqual(defaults(second?.figure.schema ?? fail()));
    expect(second).toMatchObject({ animation: 'epsilon', note: '', seconds: STEP_SECONDS });
    expect(second?.title).toBe(second?.figure.title);
    expect(third?.title).toBe('Two ordinary neurons');
    expect(third?.note).toMatch(/two neurons/);
  });

  it('may begin with a byte order mark', () => {
    expect(parseTalk('\uFEFF{"steps":[{"figure":"pair"}]}', figures)).toHaveProperty('talk');
  });
});

describe('what is read like a link', () => {
  it('clamps values and names them with their step', () => {
    const { talk, notices } = opened({
      steps: [{ figure: 'pair' }, { figure: 'pair', state: 'eps=7&act=nonsense&a=xyz&epz=1' }],
    });
    expect(talk.steps[1]?.values).toMatchObject({ eps: 1, act: 'softplus', a: 1.2 });
    expect(notices).toHaveLength(4);
    for (const notice of notices) expect(notice).toMatch(/^Step 2: /);
    expect(notices.join(' ')).toMatch(/7 is out of range; showing 1/);
    expect(notices.join(' ')).toMatch(/“nonsense”/);
    expect(notices.join(' ')).toMatch(/“epz”/);
  });

  it('keeps seconds and texts to what can be shown', () => {
    const { talk, notices } = opened({
      steps: [{ figure: 'pair', seconds: -1, title: 'x'.repeat(300), colour: 'red' }],
    });
    expect(talk.steps[0]?.seconds).toBe(0);
    expect(talk.steps[0]?.title).toHaveLength(200);
    expect(notices).toHaveLength(3);
    const infinite = parseTalk('{"steps":[{"figure":"pair","seconds":1e999}]}', figures);
    expect(infinite).toMatchObject({ talk: { steps: [{ seconds: 60 }] } });
  });
});

const bad: readonly [what: string, content: string, says: RegExp][] = [
  ['nothing', '', /empty/],
  ['white space', ' \n\t', /empty/],
  ['no JSON', '{"steps": [\n{"figure": "pair"}\n', /not JSON/],
  ['a list', '[]', /“?steps”?/],
  ['null', 'null', /steps/],
  ['a number', '3', /steps/],
  ['no steps', '{"title": "x"}', /no list “steps”/],
  ['steps that are no list', '{"steps": {}}', /steps/],
  ['no step', '{"steps": []}', /empty/],
  ['a step that is none', '{"steps": [{"figure":"pair"}, 3]}', /^Step 2: .*not an object/],
  ['no figure', '{"steps": [{}]}', /^Step 1: .*duo, pair/],
  ['an unknown figure', '{"steps": [{"figure":"pear"}]}', /^Step 1: .*“pear”.*pair/],
  ['a figure of the language', '{"steps": [{"figure":"constructor"}]}', /“constructor”/],
  ['an unknown preset', '{"steps": [{"figure":"pair","preset":"no"}]}', /^Step 1: .*“no”.*relu-cliff/],
  ['an unknown animation', '{"steps": [{"figure":"pair","animation":"no"}]}', /“no”.*epsilon/],
  ['a state that is no text', '{"steps": [{"figure":"pair","state":{"eps":1}}]}', /“state” is not a text/],
  ['seconds that are no number', '{"steps": [{"figure":"pair","seconds":"2"}]}', /“seconds” is not a number/],
  ['a title that is no text', '{"title": 3, "steps": [{"figure":"pair"}]}', /title/],
];

describe('a bad talk', () => {
  it.each(bad)('%s: says what is wrong', (_what, content, says) => {
    expect(problems(parseTalk(content, figures))).toMatch(says);
  });

  it('says where it stops being JSON', () => {
    const missing = '{"steps": [\n{"figure": "pair"}\n{"figure": "duo"}]}';
    expect(problems(parseTalk(missing, figures))).toMatch(/line 3/);
    // Browsers quote the place where they do not say it.
    expect(problems(parseTalk('{\n"steps":\n[}', figures))).toMatch(/not JSON: .*\[\}/s);
  });

  it('names every bad step, as far as they can be read', () => {
    const many = problems(read({ steps: Array.from({ length: 20 }, () => ({ figure: 'no' })) }));
    expect(many.split('\n')).toHaveLength(7);
    expect(many).toMatch(/And 14 more/);
  });

  it('refuses what is too long', () => {
    expect(problems(parseTalk(' '.repeat(MOST_CHARACTERS + 1), figures))).toMatch(/million/);
    const steps = Array.from({ length: MOST_STEPS + 1 }, () => ({ figure: 'pair' }));
    expect(problems(read({ steps }))).toMatch(String(MOST_STEPS + 1));
  });
});

describe('hostile files', () => {
  const sound = (parsed: ReturnType<typeof parseTalk>) => {
    if ('problems' in parsed) {
      expect(parsed.problems.length).toBeGreaterThan(0);
      expect(parsed.problems.length).toBeLessThan(8);
      for (const sentence of parsed.problems) expect(sentence.length).toBeLessThan(1000);
      return;
    }
    expect(parsed.talk.steps.length).toBeGreaterThan(0);
    for (const { figure, values, seconds } of parsed.talk.steps) {
      expect(figures).toContain(figure);
      // Every value is one that the figure allows.
      expect(withValues(figure.schema, defaults(figure.schema), values)).toEqual(values);
      expect(Object.keys(values)).toEqual(Object.keys(figure.schema));
      expect(seconds >= 0 && seconds <= 60).toBe(true);
    }
  };

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (content) => sound(parseTalk(content, figures))));
  });

  it('never throws on any JSON', () => {
    fc.assert(fc.property(fc.json(), (content) => sound(parseTalk(content, figures))));
  });

  it('never throws on anything in the place of a step', () => {
    const anyState = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('eps', 'cam', 'act', 'v', '__proto__', 'constructor'), fc.string())
        .map((pair) => pair.join('=')),
    );
    const step = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          figure: fc.oneof(fc.constantFrom('pair', 'duo', 'toy', '__proto__'), fc.jsonValue()),
          state: fc.oneof(anyState, fc.jsonValue()),
          preset: fc.oneof(fc.constantFrom('apart', 'toString'), fc.jsonValue()),
          title: fc.jsonValue(),
          note: fc.jsonValue(),
          seconds: fc.oneof(fc.double(), fc.jsonValue()),
          animation: fc.oneof(fc.constantFrom('epsilon', 'turntable'), fc.jsonValue()),
        },
        { requiredKeys: [] },
      ),
      fc.record({ figure: fc.constantFrom('pair', 'duo', 'toy'), state: anyState, seconds: fc.double() }),
    );
    fc.assert(fc.property(fc.array(step), (steps) => sound(read({ steps }))));
  });

  it('survives deep nesting and keys of the language', () => {
    sound(parseTalk(`{"steps":${'['.repeat(200_000)}`, figures));
    sound(parseTalk(`{"steps":${'['.repeat(5000)}${']'.repeat(5000)}}`, figures));
    sound(parseTalk('{"__proto__":{"steps":[{"figure":"pair"}]}}', figures));
    expect(({} as Record<string, unknown>).steps).toBeUndefined();
  });
});

describe('writing', () => {
  it('is read back exactly, from any state', () => {
    const step = fc.constantFrom(...figures).chain((figure) =>
      fc.record(
        {
          figure: fc.constant(figure),
          values: statesOf(figure.schema),
          preset: fc.constantFrom(...figure.presets.map(({ id }) => id)),
          title: fc.string({ maxLength: 200 }),
          note: fc.string({ maxLength: 300 }),
          seconds: fc.double({ min: 0, max: 60, noNaN: true }).map((value) => value + 0),
          animation: fc.constantFrom(...figure.animations.map(({ id }) => id)),
        },
        { requiredKeys: ['figure', 'values', 'title', 'note', 'seconds'] },
      ),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), fc.string(), (steps, title) => {
        const talk = { title: title.slice(0, 200), steps };
        const parsed = parseTalk(writeTalk(talk), figures);
        expect(parsed).toEqual({ talk, notices: [] });
      }),
    );
  });

  it('keeps every example', () => {
    const talk = { title: 'All', steps: stepsOfPresets(figures) };
    expect(parseTalk(writeTalk(talk), figures)).toEqual({ talk, notices: [] });
    // Nothing but the name of an example needs to be written of it.
    expect(writeTalk(talk)).not.toMatch(/"state"/);
  });
});

it('the story in twelve steps is a talk without anything to put right, the same in German', () => {
  const [steps, german] = ['talk.json', 'talk.de.json'].map((file) => {
    const parsed = parseTalk(readFileSync(join(root, 'public/examples', file), 'utf8'), figures);
    expect(parsed).toMatchObject({ notices: [] });
    return 'talk' in parsed ? parsed.talk.steps : fail();
  });
  expect(steps).toHaveLength(12);
  for (const { title, note } of [...(steps ?? []), ...(german ?? [])]) {
    expect(title).toMatch(/[.?]$/);
    expect(note).toMatch(/\.$/);
  }
  const shown = (all: typeof steps) => all?.map((step) => ({ ...step, title: '', note: '' }));
  expect(shown(german)).toEqual(shown(steps));
  expect(german?.map(({ title }) => title)).not.toContain(steps?.[0]?.title);
});

function fail(): never {
  throw new Error('the talk has fewer steps');
}
