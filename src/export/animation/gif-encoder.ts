/** GIF, for places that show nothing else: one palette for all frames, and of each frame only what has changed. */
import { GIFEncoder, type GifStream } from 'gifenc';
import { countWritten, type EncoderKind, type EncoderSetup, type MotionEncoder } from './encoder';
import { indexer, NO_COLOUR, paletteOf } from './gif-palette';
import { motionText } from './text';
import { FASTEST_GIF, gifDelays } from './timing';

/** How GIFs are made. */
export const gifKind: EncoderKind = {
  type: 'image/gif',
  ending: '.gif',
  previews: [0, 0.2, 0.4, 0.6, 0.8, 1],
  start: async (setup, previews) => start(setup, previews),
};

/** What becomes of a frame when the next one comes. */
const STAYS = 1;
const IS_CLEARED = 2;

/** Writes a comment, in blocks of at most 255 bytes. */
function writeComment(stream: GifStream, words: string): void {
  stream.writeBytes([0x21, 0xfe]);
  const bytes = new TextEncoder().encode(words);
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.subarray(at, at + 255);
    stream.writeByte(block.length);
    stream.writeBytes(block);
  }
  stream.writeByte(0);
}

/** Leaves out what is as it was. */
function changes(now: Uint8Array, before: Uint8Array): Uint8Array {
  return now.map((index, k) => (index === before[k] ? NO_COLOUR : index));
}

function start(setup: EncoderSetup, previews: readonly ImageData[]): MotionEncoder {
  const { width, height, schedule, transparent, link } = setup;
  if (schedule.framesPerSecond > FASTEST_GIF) throw new Error(motionText.gifTooFast(FASTEST_GIF));
  const delays = gifDelays(schedule);
  const palette = paletteOf(previews.map(({ data }) => data));
  const fill = indexer(palette);
  const gif = GIFEncoder();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error(motionText.notEncoded('gif'));
  let before: Uint8Array | undefined;
  const written = countWritten();
  return {
    written: written.now,
    async add(frame) {
      context.clearRect(0, 0, width, height);
      context.drawImage(frame, 0, 0);
      const now = new Uint8Array(width * height);
      fill(context.getImageData(0, 0, width, height).data, now);
      gif.writeFrame(before && !transparent ? changes(now, before) : now, width, height, {
        ...(before === undefined && { palette, repeat: 0 }),
        transparent: transparent || before !== undefined,
        transparentIndex: NO_COLOUR,
        delay: 10 * (delays[written.now().frames] ?? 0),
        dispose: transparent ? IS_CLEARED : STAYS,
      });
      before = now;
      written.add(gif.bytesView().length - written.now().bytes);
    },
    async finish() {
      writeComment(gif.stream, motionText.comment(link));
      gif.finish();
      return gif.bytes();
    },
    async cancel() {},
  };
}
