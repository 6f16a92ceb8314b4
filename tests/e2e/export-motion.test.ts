import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { StillRequest } from '#export/still-hook';
import { distance, type Pixels, readFilm, readFrames } from '../support/film';
import { readGif } from '../support/gif';
import { expectNoProblems, openPage, waitReady } from '../support/page';

/** Dozens of frames are painted, on computers that may be busy. */
const PATIENCE = 240_000;
const SIZE = { width: 320, height: 240 };
/** Ten frames. */
const MOTION = { animation: 'epsilon', seconds: 1, framesPerSecond: 10 };

async function openStill(path: string, hash = '', viewport = SIZE) {
  const opened = await openPage({ path: `${path}&still=1`, hash, viewport, drawing: 'plain' });
  await opened.page.locator('html[data-ready="true"]').waitFor({ state: 'attached', timeout: 80_000 });
  return opened;
}

/** What the hook of the still page makes. */
async function exported(page: Page, request: Partial<StillRequest>) {
  const asked = { ...SIZE, scale: 1, background: 'paper', motion: MOTION, ...request } as StillRequest;
  const file = await page.evaluate((all) => window.minima?.export(all), asked);
  if (!file) throw new Error('the page has no hook');
  return { ...file, bytes: new Uint8Array(Buffer.from(file.base64, 'base64')) };
}

async function still(page: Page, size = SIZE): Promise<Pixels> {
  const { bytes } = await exported(page, { format: 'png', ...size });
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  return { width, height, rgba: new Uint8Array(data) };
}

/** Which of the pictures is nearest to a given one. */
function nearest(pictures: readonly Pixels[], wanted: Pixels): number {
  const distances = pictures.map((picture) => distance(picture, wanted));
  return distances.indexOf(Math.min(...distances));
}

/** That each frame of a film shows what that frame of the archive does. */
function expectSameFilm(film: readonly Pixels[], frames: readonly Pixels[], tolerance: number): void {
  expect(film).toHaveLength(frames.length);
  film.forEach((picture, k) => {
    const wanted = frames[k] as Pixels;
    expect(distance(picture, wanted)).toBeLessThan(tolerance);
    // The last two show the same.
    expect(Math.min(nearest(frames, picture), 8)).toBe(Math.min(k, 8));
  });
}

describe('moving pictures of the pair', { timeout: PATIENCE }, () => {
  it('have the promised frames in every format, each of the state that it promises', async () => {
    const { page, problems } = await openStill('?figure=pair', 'eps=0.2');
    const [before, address] = [await still(page), page.url()];
    const archive = await exported(page, { format: 'frames' });
    expect([archive.name, archive.type]).toEqual(['pair-epsilon-frames.zip', 'application/zip']);
    const { names, note, pictures } = readFrames(archive.bytes);
    expect(names).toEqual(
      Array.from({ length: 10 }, (_, k) => `frame-${String(k + 1).padStart(4, '0')}.png`),
    );
    expect(note).toMatch(/^10 frames, 10 a second.*\n.*eps=0\.2/);

    const mp4 = await exported(page, { format: 'mp4' });
    const webm = await exported(page, { format: 'webm' });
    for (const [file, codec] of [
      [mp4, 'avc'],
      [webm, 'vp9'],
    ] as const) {
      const film = await readFilm(page, file.bytes);
      expect(film.codec).toBe(codec);
      expect(film.times.map((time) => Math.round(1000 * time))).toEqual([
        0, 100, 200, 300, 400, 500, 600, 700, 800, 900,
      ]);
      expect(film.seconds).toBeCloseTo(1, 2);
      expect(film.keys[0]).toBe(true);
      expect(film.comment).toContain('eps=0.2');
      expectSameFilm(film.pictures, pictures, 4);
    }

    const { bytes } = await exported(page, { format: 'gif' });
    const gif = await readGif(page, bytes);
    expect(gif.delays).toEqual(Array(10).fill(10));
    expect(gif.repetitions).toBe(Number.POSITIVE_INFINITY);
    // The link is a comment in the file.
    expect(Buffer.from(bytes).toString('latin1')).toContain('eps=0.2');
    expectSameFilm(gif.pictures, pictures, 3);

    // The figure is as it was, and the last frame is a picture of its state.
    expect(distance(await still(page), before)).toBe(0);
    expect(page.url()).toBe(address);
    const state = await openStill('?figure=pair', 'eps=0');
    expect(distance(await still(state.page), pictures[9] as Pixels)).toBeLessThan(0.01);
    expectNoProblems(state.problems);
    expectNoProblems(problems);
  });

  it('are the same bytes when they are made again, and are refused in a sentence when they cannot be made', async () => {
    const { page, problems } = await openStill('?figure=pair');
    const motion = { ...MOTION, seconds: 0.4 };
    for (const format of ['mp4', 'webm', 'gif', 'frames'] as const) {
      const first = await exported(page, { format, motion });
      // Files that carry a time carry another one now.
      await page.waitForTimeout(2100);
      expect((await exported(page, { format, motion })).base64 === first.base64, format).toBe(true);
    }
    expectNoProblems(problems);
    const refused = (asked: Partial<typeof MOTION>) =>
      exported(page, { format: 'gif', motion: { ...MOTION, ...asked } });
    await expect(refused({ animation: 'dance' })).rejects.toThrow(/“dance”. It has: epsilon, turntable/);
    await expect(refused({ framesPerSecond: 60 })).rejects.toThrow(/at most 50 frames a second/);
  });

  it('leave out what is behind, where a format can', async () => {
    const { page } = await openStill('?figure=pair&background=transparent');
    const motion = { animation: 'turntable', seconds: 0.2, framesPerSecond: 10 };
    const file = await exported(page, { format: 'gif', background: 'transparent', motion });
    const gif = await readGif(page, file.bytes);
    expect(gif.pictures).toHaveLength(2);
    for (const { rgba } of gif.pictures) {
      expect(rgba[3]).toBe(0);
      expect(rgba.some((value, k) => k % 4 === 3 && value === 255)).toBe(true);
    }
    const mp4 = await exported(page, { format: 'mp4', background: 'transparent', motion });
    const corner = (await readFilm(page, mp4.bytes)).pictures[0]?.rgba.slice(0, 3) ?? [];
    for (const part of corner) expect(part).toBeGreaterThan(230);
  });
});

describe('moving pictures of what is computed', { timeout: PATIENCE }, () => {
  it('let the ball of the landscape roll where there was no run, and take the run away again', async () => {
    const size = { width: 480, height: 360 };
    const { page, problems } = await openStill('?figure=landscape', '', size);
    const before = await still(page, size);
    const motion = { animation: 'trajectory', seconds: 0.6, framesPerSecond: 10 };
    const { pictures } = readFrames((await exported(page, { format: 'frames', motion, ...size })).bytes);
    expect(pictures).toHaveLength(6);
    // The ball moves, and its track is on all of them.
    const [first, second] = pictures as [Pixels, Pixels];
    expect(distance(first, second)).toBeGreaterThan(0);
    expect(distance(first, before)).toBeGreaterThan(0);
    expect(distance(await still(page, size), before)).toBe(0);
    expectNoProblems(problems);
  });

  it('make the jumps of the ride one after the other', async () => {
    const { page, problems } = await openStill('?figure=ride');
    const before = await still(page);
    const motion = { animation: 'ride', seconds: 1.4, framesPerSecond: 10 };
    const { pictures } = readFrames((await exported(page, { format: 'frames', motion })).bytes);
    expect(pictures).toHaveLength(14);
    expect(distance(pictures[0] as Pixels, before)).toBe(0);
    // Twelve jumps, and the last of them stays.
    const steps = pictures.slice(1).map((picture, k) => distance(picture, pictures[k] as Pixels) > 0);
    expect(steps).toEqual([...Array<boolean>(12).fill(true), false]);
    expectNoProblems(problems);
  });
});

/** Runs in the page: images take their time, so that a film is called off while a frame is being painted. */
function decodeSlowly(): void {
  const decode: unknown = Reflect.get(HTMLImageElement.prototype, 'decode');
  HTMLImageElement.prototype.decode = async function slowly() {
    await new Promise((resolve) => setTimeout(resolve, 400));
    return Reflect.apply(decode as () => Promise<void>, this, []);
  };
}

describe('a moving picture on the page', { timeout: PATIENCE }, () => {
  it('is called off half-way and leaves the figure as it was', async () => {
    const { page, problems } = await openPage({
      path: '?figure=pair',
      hash: 'v=1&eps=0.2',
      drawing: 'plain',
      before: (opened) => opened.addInitScript(decodeSlowly),
    });
    await waitReady(page);
    const eps = () => page.locator('[data-param-text="eps"]').inputValue();
    const [before, address] = [await eps(), page.url()];
    await page.click('[data-action="export"]');
    await page.check('[data-field="format"][value="frames"]');
    await page.click('[data-action="export-start"]');
    // Under way: frames are made, and it is said for how long yet.
    await page.locator('[data-field="said"] progress[value]').waitFor({ timeout: PATIENCE / 2 });
    await page.click('[data-action="export-cancel"]');
    await page.locator('[data-field="said"][role="status"]').waitFor();
    expect(await page.locator('[data-action="export-start"]').isEnabled()).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('[data-dialog="export"]').waitFor({ state: 'detached' });
    // The frame that was being painted is not painted on, which Chromium would complain of.
    await page.waitForTimeout(800);
    expect(await eps()).toBe(before);
    expect(page.url()).toBe(address);
    expect(await page.locator('[data-action="undo"]').isDisabled()).toBe(true);
    expectNoProblems(problems);
  });
});
