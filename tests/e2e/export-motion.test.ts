import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { StillRequest } from '#export/still-hook';
import { distance, type Pixels, readFilm, readFrames } from '../support/film';
import { readGif } from '../support/gif';
import { expectNoProblems, openPage } from '../support/page';

/** Dozens of frames are painted, on computers that may be busy. */
const PATIENCE = 240_000;
const SIZE = { width: 240, height: 200 };
/** Five frames, the last two of which show the end. */
const MOTION = { animation: 'epsilon', seconds: 0.5, framesPerSecond: 10 };

async function openStill(path: string, hash = '') {
  const opened = await openPage({ path: `${path}&still=1`, hash, viewport: SIZE, drawing: 'plain' });
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

async function still(page: Page): Promise<Pixels> {
  const { bytes } = await exported(page, { format: 'png' });
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
    expect(Math.min(nearest(frames, picture), 3)).toBe(Math.min(k, 3));
  });
}

describe('moving pictures of the pair', { timeout: PATIENCE }, () => {
  it('have the promised frames in every format, each of the state that it promises, and are the same bytes again', async () => {
    const { page, problems } = await openStill('?figure=pair', 'eps=0.2');
    const [before, address] = [await still(page), page.url()];
    const begun = Date.now();
    const archive = await exported(page, { format: 'frames' });
    expect([archive.name, archive.type]).toEqual(['pair-epsilon-frames.zip', 'application/zip']);
    const { names, note, pictures } = readFrames(archive.bytes);
    expect(names).toEqual(Array.from({ length: 5 }, (_, k) => `frame-${String(k + 1).padStart(4, '0')}.png`));
    expect(note).toMatch(/^5 frames, 10 a second.*\n.*eps=0\.2/);

    const mp4 = await exported(page, { format: 'mp4' });
    const webm = await exported(page, { format: 'webm' });
    for (const [file, codec] of [
      [mp4, 'avc'],
      [webm, 'vp9'],
    ] as const) {
      const film = await readFilm(page, file.bytes);
      expect(film.codec).toBe(codec);
      expect(film.times.map((time) => Math.round(1000 * time))).toEqual([0, 100, 200, 300, 400]);
      expect(film.seconds).toBeCloseTo(0.5, 2);
      expect(film.keys[0]).toBe(true);
      expect(film.comment).toContain('eps=0.2');
      expectSameFilm(film.pictures, pictures, 4);
    }

    const animated = await exported(page, { format: 'gif' });
    const gif = await readGif(page, animated.bytes);
    expect(gif.delays).toEqual(Array(5).fill(10));
    expect(gif.repetitions).toBe(Number.POSITIVE_INFINITY);
    // The link is a comment in the file.
    expect(Buffer.from(animated.bytes).toString('latin1')).toContain('eps=0.2');
    expectSameFilm(gif.pictures, pictures, 3);

    // Files that carry a time carry another one now.
    await page.waitForTimeout(Math.max(0, 2100 - (Date.now() - begun)));
    for (const [format, first] of Object.entries({ frames: archive, mp4, webm, gif: animated })) {
      const again = await exported(page, { format: format as StillRequest['format'] });
      expect(again.base64 === first.base64, format).toBe(true);
    }

    // The figure is as it was.
    expect(distance(await still(page), before)).toBe(0);
    expect(page.url()).toBe(address);
    expectNoProblems(problems);

    // The last frame is a picture of its state.
    const state = await openStill('?figure=pair&background=transparent', 'eps=0');
    expect(distance(await still(state.page), pictures[4] as Pixels)).toBeLessThan(0.01);
    await expectNoGround(state.page);
    expectNoProblems(state.problems);
  });

  /** That films leave out what is behind, where a format can. */
  async function expectNoGround(page: Page): Promise<void> {
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
  }
});

describe('moving pictures of what is computed', { timeout: PATIENCE }, () => {
  it('let the ball of the landscape roll where there was no run, and take the run away again', async () => {
    const { page, problems } = await openStill('?figure=landscape');
    const before = await still(page);
    const motion = { animation: 'trajectory', seconds: 0.3, framesPerSecond: 10 };
    const { pictures } = readFrames((await exported(page, { format: 'frames', motion })).bytes);
    expect(pictures).toHaveLength(3);
    // The ball moves, and its track is on all of them.
    const [first, second] = pictures as [Pixels, Pixels];
    expect(distance(first, second)).toBeGreaterThan(0);
    expect(distance(first, before)).toBeGreaterThan(0);
    expect(distance(await still(page), before)).toBe(0);
    expectNoProblems(problems);
  });

  it('make the jumps of the ride one after the other', async () => {
    const { page, problems } = await openStill('?figure=ride');
    const before = await still(page);
    const motion = { animation: 'ride', seconds: 0.6, framesPerSecond: 10 };
    const { pictures } = readFrames((await exported(page, { format: 'frames', motion })).bytes);
    expect(pictures).toHaveLength(6);
    expect(distance(pictures[0] as Pixels, before)).toBe(0);
    // Twelve jumps, three with each frame, and the last of them stays.
    const steps = pictures.slice(1).map((picture, k) => distance(picture, pictures[k] as Pixels) > 0);
    expect(steps).toEqual([true, true, true, true, false]);
    expectNoProblems(problems);
  });
});
