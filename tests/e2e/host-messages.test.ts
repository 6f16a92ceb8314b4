import { describe, expect, it } from 'vitest';
import { expectNoProblems } from '../support/page';
import {
  ask,
  type EmbeddedPage,
  frameOf,
  frameTag,
  openEmbedded,
  openHostPage,
  post,
  ready,
  said,
  shareEmbedded,
} from '../support/two-origins';

/** A small figure. */
const embed = () => shareEmbedded({ query: 'figure=pair&controls=min' });

/** A figure with all of its controls; what its link cannot say is wrong with it. */
const whole = () =>
  shareEmbedded({
    query: 'figure=pair&lock=eps,a',
    hash: 'v=1&eps=0.01&c=77',
    size: { width: 1000, height: 2000 },
    viewport: { width: 1100, height: 2200 },
  });

describe('an embedded figure says', () => {
  it('that it is ready, with what can be set and to what, and what is wrong with its link', async () => {
    const opened = await whole();
    const payload = await ready(opened);
    expect(payload.figure).toBe('pair');
    expect(payload.version).toMatch(/^\d+\.\d+/);
    expect(payload.title).not.toBe('');
    expect(payload.presets.map(({ id }) => id)).toContain('softplus-glu');
    const key = (name: string) => payload.keys.find((one) => one.key === name);
    expect(key('eps')).toMatchObject({ kind: 'number', min: 1e-6, max: 1, scale: 'log', hasZero: true });
    expect(key('a')).toMatchObject({ isLocked: true, min: -3, max: 3 });
    expect(key('act')?.options).toContain('relu');
    expect(payload.state).toMatchObject({ values: { eps: 0.01 }, isPlaying: false });
    expect(payload.state.hash).toMatch(/^v=1&eps=0\.01/);
    expect((await said(opened, 'ready')).length).toBe(1);
    await expect.poll(async () => (await said(opened, 'error')).length).toBe(1);
    const [error] = await said(opened, 'error');
    expect(error?.payload.code).toBe('link');
    expect(error?.payload.sentence).toMatch(/out of range/);
    expectNoProblems(opened.problems);
  });

  it('each state of a drag at most once a frame, and always its end', async () => {
    const opened = await whole();
    const slider = opened.frame.locator('[data-param="c"]');
    const box = await slider.boundingBox();
    if (!box) throw new Error('no slider');
    const { mouse } = opened.page;
    await mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
    await mouse.down();
    await mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 12 });
    await expect.poll(async () => (await said(opened, 'state')).length).toBeGreaterThan(1);
    expect((await said(opened, 'state')).every(({ payload }) => !payload.isFinal)).toBe(true);
    await mouse.up();
    await expect.poll(async () => (await said(opened, 'state')).at(-1)?.payload.isFinal).toBe(true);
    const states = (await said(opened, 'state')).map(({ payload }) => payload);
    expect(states.length).toBeLessThanOrEqual(15);
    expect(states.every(({ isUserInitiated }) => isUserInitiated)).toBe(true);
    const { result } = await ask(opened, 'getState');
    expect(states.at(-1)).toMatchObject({ values: result.values, hash: result.hash });
    expectNoProblems(opened.problems);
  });

  it('what is wrong with its address, in a sentence', async () => {
    const opened = await openHostPage(
      (site) =>
        frameTag(site, { query: 'figure=nonsense' }) +
        frameTag(site, { id: 'second', query: 'figure=pair&preset=nonsense' }),
    );
    const codes = async () => (await said(opened, 'error')).map(({ payload }) => payload.code).toSorted();
    await expect.poll(codes, { timeout: 30_000 }).toEqual(['unknown-figure', 'unknown-preset']);
    const sentences = (await said(opened, 'error')).map(({ payload }) => payload.sentence);
    expect(sentences).toContainEqual(expect.stringMatching(/no figure called “nonsense”.*pair/));
  });
});

describe('a page around', () => {
  it('sets a whole state by the text of a link, and single values, whatever is locked', async () => {
    const opened = await whole();
    const all = await ask(opened, 'setState', { hash: '#v=1&eps=0.02&a=2' });
    expect(all).toMatchObject({ ok: true, result: { problems: [], values: { eps: 0.02, a: 2 } } });
    const some = await ask(opened, 'setState', { values: { eps: 0.5 } });
    expect(some.result.values).toMatchObject({ eps: 0.5, a: 2 });
    await expect
      .poll(async () => (await said(opened, 'state')).at(-1)?.payload)
      .toMatchObject({ values: { eps: 0.5 }, isUserInitiated: false, isFinal: true });
    expect(await opened.frame.locator('[data-param-text="eps"]').inputValue()).toBe('0.5');
    const reset = await ask(opened, 'reset');
    expect(reset.result.hash).toBe('');
    expectNoProblems(opened.problems);
  });

  it('is told what of a state could not be taken', async () => {
    const opened = await embed();
    const { result } = await ask(opened, 'setState', {
      values: { eps: 5, act: 'cosine', w: [1], nonsense: 1, a: '2', sheets: false, __proto__: null },
    });
    expect(result.values).toMatchObject({ eps: 1, act: 'softplus', w: [1.8, 0.6], a: 1.2, sheets: false });
    expect(result.problems.map((sentence) => sentence.split(/[: ]/)[0])).toEqual([
      'eps',
      'act',
      'w',
      'This',
      'a',
    ]);
    const text = await ask(opened, 'setState', { hash: 'eps=2&foo=1' });
    expect(text.result.problems.join(' ')).toMatch(/out of range.*no “foo”/);
  });

  it('goes to a preset, at once or gliding there, and at once where motion is unwanted', async () => {
    const opened = await embed();
    const at = await ask(opened, 'goto', { preset: 'derivative' });
    expect(at.result).toMatchObject({ isComplete: true, values: { act: 'tanh', c: 0, a: 1.5 } });
    const before = (await said(opened, 'state')).length;
    const glided = await ask(opened, 'goto', { preset: 'apart', seconds: 2 });
    expect(glided.result).toMatchObject({ isComplete: true, values: { eps: 1, act: 'softplus' } });
    const between = (await said(opened, 'state')).slice(before).map(({ payload }) => payload);
    const passed = between
      .map(({ values }) => values.eps)
      .filter((eps) => eps !== undefined && eps > 0.3 && eps < 1);
    expect(passed.length).toBeGreaterThan(2);
    expect(between.every(({ isUserInitiated }) => !isUserInitiated)).toBe(true);

    const { page } = opened;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const now = (await said(opened, 'state')).length;
    await ask(opened, 'goto', { preset: 'derivative', seconds: 5 });
    const states = async () =>
      (await said(opened, 'state')).slice(now).map(({ payload }) => payload.values.eps);
    await expect.poll(states).not.toEqual([]);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(new Set(await states())).toEqual(new Set([at.result.values.eps]));
  });

  it('interrupts a glide by its next request', async () => {
    const opened = await embed();
    const glide = ask(opened, 'goto', { preset: 'apart', seconds: 30 });
    await expect.poll(async () => (await said(opened, 'state')).length).toBeGreaterThan(1);
    await ask(opened, 'setState', { values: { eps: 0.25 } });
    expect((await glide).result.isComplete).toBe(false);
    expect((await ask(opened, 'getState')).result.values.eps).toBe(0.25);
  });

  // Without any control: tests/e2e/host-hosts.test.ts.
  it('plays and pauses', async () => {
    const opened = await embed();
    expect((await ask(opened, 'play')).result.isPlaying).toBe(true);
    expect((await ask(opened, 'play')).result.isPlaying).toBe(true);
    await expect.poll(async () => (await said(opened, 'state')).length).toBeGreaterThan(2);
    const paused = (await ask(opened, 'pause')).result;
    expect(paused.isPlaying).toBe(false);
    expect(paused.values.eps).toBeLessThan(0.3);
    expect((await ask(opened, 'getState')).result.values.eps).toBe(paused.values.eps);
    expect((await said(opened, 'state')).every(({ payload }) => !payload.isUserInitiated)).toBe(true);
    expectNoProblems(opened.problems);
  });

  it('is answered in a sentence when it asks for what there is not', async () => {
    const opened = await embed();
    const sentence = async (type: string, payload?: unknown) => {
      const reply = await ask(opened, type, payload);
      expect(reply.ok).toBe(false);
      return reply.error;
    };
    expect(await sentence('zoom')).toMatch(/no request called “zoom”.*getState/);
    expect(await sentence('toString')).toMatch(/no request/);
    expect(await sentence('setState', 'eps=1')).toMatch(/needs a payload/);
    expect(await sentence('setState', { hash: 3 })).toMatch(/needs a payload/);
    expect(await sentence('goto', { preset: 'x' })).toMatch(/no example called “x”.*apart/);
    expect(await sentence('goto', { preset: 'apart', seconds: -1 })).toMatch(/0 to 60/);
    expect(await sentence('screenshot', { format: 'exe' })).toMatch(/png or svg/);
    expect(await sentence('screenshot', { width: 1e9 })).toMatch(/7680/);
  });
});

const dropped = ({ frame }: Pick<EmbeddedPage, 'frame'>) =>
  frame.evaluate(() => Number(document.documentElement.dataset.dropped));

describe('foreign messages', () => {
  const request = { source: 'minima-at-infinity', v: 1, id: 1, type: 'setState', payload: { hash: 'eps=1' } };

  it('of other shape, version and size are counted and left alone', async () => {
    const opened = await embed();
    const before = await dropped(opened);
    const foreign = [
      null,
      'hello',
      7,
      {},
      { ...request, v: 2 },
      { ...request, source: 'other' },
      { ...request, payload: { hash: `eps=1&${'x'.repeat(70_000)}` } },
      { ...request, id: { toString: 'x' } },
      { context: 'h5p', action: 'explode' },
    ];
    for (const data of foreign) await post(opened, data);
    await opened.page.evaluate((sent) => {
      const cyclic: Record<string, unknown> = { ...sent };
      cyclic.payload = cyclic;
      const target = document.querySelector<HTMLIFrameElement>('#embed')?.contentWindow;
      target?.postMessage(cyclic, '*');
      target?.postMessage({ ...sent, payload: new Uint8Array(10) }, '*');
      target?.postMessage({ ...sent, payload: new Map([[sent, 1n]]) }, '*');
    }, request);
    await expect.poll(() => dropped(opened)).toBe(before + foreign.length + 3);
    expect((await ask(opened, 'getState')).result.hash).toBe('');
    expectNoProblems(opened.problems);
  });

  it('of other windows are counted and left alone: of the figure itself, of frames inside and beside it', async () => {
    const opened = await embed();
    const before = await dropped(opened);
    await opened.frame.evaluate((sent) => {
      window.postMessage(sent, '*');
      const inside = document.createElement('iframe');
      document.body.append(inside);
      const script = inside.contentDocument?.createElement('script');
      if (!script) throw new Error('no frame inside');
      script.textContent = `parent.postMessage(${JSON.stringify(sent)}, '*')`;
      inside.contentDocument?.body.append(script);
    }, request);
    await opened.page.evaluate((sent) => {
      const beside = document.createElement('iframe');
      document.body.append(beside);
      const script = beside.contentDocument?.createElement('script');
      if (!script) throw new Error('no frame beside');
      script.textContent = `parent.frames[0].postMessage(${JSON.stringify(sent)}, '*')`;
      beside.contentDocument?.body.append(script);
    }, request);
    await expect.poll(() => dropped(opened)).toBe(before + 3);
    expect((await ask(opened, 'getState')).result.hash).toBe('');
  });

  it('are those of every origin but the configured one, which may ask before the figure is there', async () => {
    const opened = await openEmbedded({
      query: 'figure=pair&controls=min&origin={host}',
    });
    expect((await ask(opened, 'getState')).result.figure).toBe('pair');
    expect((await ask(opened, 'setState', { values: { eps: 1 } })).ok).toBe(true);
    expect(await dropped(opened)).toBe(0);

    const { page, site } = opened;
    await page.evaluate(
      (tag) => document.body.insertAdjacentHTML('beforeend', tag),
      frameTag(site.url, { id: 'other', query: 'figure=pair&controls=min&origin=https://example.org' }),
    );
    const other = await frameOf(page, 'other');
    await other.locator('[data-figure="pair"][data-ready="true"]').waitFor();
    await post(opened, request, 'other');
    await post(opened, 'slide:start', 'other');
    await expect.poll(() => dropped({ frame: other })).toBe(2);
    // Nothing is said to the page around either, not even that a figure is there.
    const told = await page.evaluate(() => {
      const { heard } = window as unknown as { heard: { from: unknown }[] };
      const { contentWindow } = document.querySelector<HTMLIFrameElement>('#other') ?? {};
      return heard.filter(({ from }) => from === contentWindow).length;
    });
    expect(told).toBe(0);
    expect(await other.evaluate(() => window.location.hash)).toBe('');
  });
});
