import { describe, expect, it } from 'vitest';
import { expectNoProblems } from '../support/page';
import { ask, heard, openEmbedded, post, ready, said } from '../support/two-origins';

const embed = (query = 'figure=pair&controls=min', more = {}) => openEmbedded({ query, ...more });

describe('an embedded figure says', () => {
  it('that it is ready, with what can be set and to what', async () => {
    const opened = await embed('figure=pair&controls=min&lock=a', { hash: 'v=1&eps=0.01' });
    const payload = await ready(opened);
    expect(payload.figure).toBe('pair');
    expect(payload.version).toMatch(/^\d+\.\d+/);
    expect(payload.title).not.toBe('');
    expect(payload.presets.map(({ id }) => id)).toContain('softplus-glu');
    const key = (name: string) => payload.keys.find((one) => one.key === name);
    expect(key('eps')).toMatchObject({ kind: 'number', min: 1e-6, max: 1, scale: 'log', hasZero: true });
    expect(key('a')).toMatchObject({ isLocked: true, min: -3, max: 3 });
    expect(key('act')?.options).toContain('relu');
    expect(payload.state).toMatchObject({ hash: 'v=1&eps=0.01', isPlaying: false });
    expect((await said(opened, 'ready')).length).toBe(1);
    expectNoProblems(opened.problems);
  });

  it('each state of a drag at most once a frame, and always its end', async () => {
    const size = { width: 1000, height: 2000 };
    const opened = await embed('figure=pair', { size, viewport: { width: 1100, height: 2200 } });
    await ready(opened);
    const slider = opened.frame.locator('[data-param="eps"]');
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
    const figure = await embed('figure=nonsense');
    await expect.poll(async () => (await said(figure, 'error'))[0]?.payload.code).toBe('unknown-figure');
    expect((await said(figure, 'error'))[0]?.payload.sentence).toMatch(/no figure called “nonsense”.*pair/);
    const preset = await embed('figure=pair&preset=nonsense');
    await expect.poll(async () => (await said(preset, 'error'))[0]?.payload.code).toBe('unknown-preset');
    const link = await embed('figure=pair', { hash: 'v=1&eps=7' });
    await ready(link);
    await expect.poll(async () => (await said(link, 'error'))[0]?.payload.code).toBe('link');
    expect((await said(link, 'error'))[0]?.payload.sentence).toMatch(/out of range/);
  });
});

describe('a page around', () => {
  it('sets a whole state by the text of a link, and single values, whatever is locked', async () => {
    const opened = await embed('figure=pair&controls=full&lock=eps,a');
    await ready(opened);
    const whole = await ask(opened, 'setState', { hash: '#v=1&eps=0.02&a=2' });
    expect(whole).toMatchObject({ ok: true, result: { problems: [], values: { eps: 0.02, a: 2 } } });
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
    await ready(opened);
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
    await ready(opened);
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

    const still = await embed(undefined, { reducedMotion: true });
    await ready(still);
    await ask(still, 'goto', { preset: 'apart', seconds: 5 });
    const states = async () => (await said(still, 'state')).map(({ payload }) => payload.values.eps);
    await expect.poll(states).toContain(1);
    expect(new Set(await states())).toEqual(new Set([1]));
  });

  it('interrupts a glide by its next request', async () => {
    const opened = await embed();
    await ready(opened);
    const glide = ask(opened, 'goto', { preset: 'apart', seconds: 30 });
    await expect.poll(async () => (await said(opened, 'state')).length).toBeGreaterThan(1);
    await ask(opened, 'setState', { values: { eps: 0.25 } });
    expect((await glide).result.isComplete).toBe(false);
    expect((await ask(opened, 'getState')).result.values.eps).toBe(0.25);
  });

  it.each(['min', 'none'])('plays and pauses with controls=%s', async (controls) => {
    const opened = await embed(`figure=pair&controls=${controls}`);
    await ready(opened);
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
    await ready(opened);
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

  it('may ask before the figure is there', async () => {
    const opened = await embed('figure=landscape&controls=min');
    const { ok, result } = await ask(opened, 'getState');
    expect(ok).toBe(true);
    expect(result.figure).toBe('landscape');
  });
});

const dropped = (opened: Awaited<ReturnType<typeof embed>>) =>
  opened.frame.evaluate(() => Number(document.documentElement.dataset.dropped));

describe('foreign messages', () => {
  const request = { source: 'minima-at-infinity', v: 1, id: 1, type: 'setState', payload: { hash: 'eps=1' } };

  it('of other shape, version and size are counted and left alone', async () => {
    const opened = await embed();
    await ready(opened);
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
    const opened = await embed(undefined, { below: '<iframe id="beside" srcdoc="<p>beside"></iframe>' });
    await ready(opened);
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
      const beside = document.querySelector<HTMLIFrameElement>('#beside')?.contentDocument;
      const script = beside?.createElement('script');
      if (!script) throw new Error('no frame beside');
      script.textContent = `parent.frames[0].postMessage(${JSON.stringify(sent)}, '*')`;
      beside?.body.append(script);
    }, request);
    await expect.poll(() => dropped(opened)).toBe(before + 3);
    expect((await ask(opened, 'getState')).result.hash).toBe('');
  });

  it('are those of every origin but the configured one', async () => {
    const trusted = await embed('figure=pair&controls=min&origin={host}');
    await ready(trusted);
    expect((await ask(trusted, 'setState', { values: { eps: 1 } })).ok).toBe(true);
    expect(await dropped(trusted)).toBe(0);

    const other = await embed('figure=pair&controls=min&origin=https://example.org');
    await other.frame.locator('[data-figure="pair"][data-ready="true"]').waitFor();
    await post(other, request);
    await post(other, 'slide:start');
    await expect.poll(() => dropped(other)).toBe(2);
    // Nothing is said to the page around either, not even that a figure is there.
    expect(await heard(other)).toEqual([]);
    expect(await other.frame.evaluate(() => window.location.hash)).toBe('');
  });
});
