/** Reads GIF files with the decoder of the browser. */
import type { Page } from 'playwright-core';
import type { Pixels } from './film';

export interface Gif {
  /** How often it is repeated: Infinity for ever. */
  readonly repetitions: number;
  /** Hundredths of a second that each frame is shown. */
  readonly delays: readonly number[];
  /** The picture after each frame. */
  readonly pictures: readonly Pixels[];
}

/** @throws Error when the file is not a whole GIF. */
export async function readGif(page: Page, bytes: Uint8Array): Promise<Gif> {
  const { repetitions, frames } = await page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const decoder = new ImageDecoder({ type: 'image/gif', data });
    await Promise.all([decoder.tracks.ready, decoder.completed]);
    const { frameCount = 0, repetitionCount = 0 } = decoder.tracks.selectedTrack ?? {};
    const read: { delay: number; width: number; height: number; rgba: string }[] = [];
    for (let frameIndex = 0; frameIndex < frameCount; frameIndex++) {
      const { image } = await decoder.decode({ frameIndex });
      const { displayWidth: width, displayHeight: height } = image;
      const pixels = new Uint8Array(4 * width * height);
      await image.copyTo(pixels, { format: 'RGBA' });
      let rgba = '';
      for (let k = 0; k < pixels.length; k += 1024)
        rgba += String.fromCharCode(...pixels.subarray(k, k + 1024));
      read.push({ delay: (image.duration ?? 0) / 1e4, width, height, rgba: btoa(rgba) });
      image.close();
    }
    return { repetitions: repetitionCount, frames: read };
  }, Buffer.from(bytes).toString('base64'));
  return {
    repetitions,
    delays: frames.map(({ delay }) => delay),
    pictures: frames.map(({ width, height, rgba }) => ({
      width,
      height,
      rgba: new Uint8Array(Buffer.from(rgba, 'base64')),
    })),
  };
}
