/** All frames as PNG files in a ZIP archive, for programs that cut films. */
import { Zip, ZipPassThrough } from 'fflate';
import { countWritten, type EncoderKind, type EncoderSetup, type MotionEncoder } from './encoder';
import { motionText } from './text';

/** The earliest time that an archive can name; it stands for none. */
const NO_TIME = new Date(1980, 0, 1);

/** `frame-0001.png`, so that programs sort them as they follow each other. */
export function frameName(frame: number, count: number): string {
  const digits = Math.max(4, String(count).length);
  return `frame-${String(frame + 1).padStart(digits, '0')}.png`;
}

function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (!blob) return reject(new Error(motionText.notEncoded('frames')));
      blob.arrayBuffer().then((buffer) => resolve(new Uint8Array(buffer)), reject);
    }, 'image/png');
  });
}

/** How archives of frames are made. */
export const framesKind: EncoderKind = {
  type: 'application/zip',
  ending: '-frames.zip',
  start: async (setup) => start(setup),
};

function start({ schedule, link }: EncoderSetup): MotionEncoder {
  const { framesPerSecond, shares } = schedule;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const written = countWritten();
  let failed: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failed = error;
    else chunks.push(chunk);
  });
  const put = (name: string, bytes: Uint8Array) => {
    // PNG is compressed already.
    const entry = new ZipPassThrough(name);
    entry.mtime = NO_TIME;
    zip.add(entry);
    entry.push(bytes, true);
    if (failed) throw failed;
  };
  put('link.txt', new TextEncoder().encode(motionText.linkFile(link, shares.length, framesPerSecond)));
  return {
    written: written.now,
    async add(canvas) {
      const bytes = await pngOf(canvas);
      put(frameName(written.now().frames, shares.length), bytes);
      written.add(bytes.length);
    },
    async finish() {
      zip.end();
      if (failed) throw failed;
      return new Uint8Array(await new Blob(chunks).arrayBuffer());
    },
    async cancel() {
      zip.terminate();
      chunks.length = 0;
    },
  };
}
