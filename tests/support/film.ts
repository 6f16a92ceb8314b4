/** Takes films apart: which frames they have, when, and what these show. */
import { strFromU8, unzipSync } from 'fflate';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** A picture, four bytes a pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

export interface Film {
  /** Seconds at which each frame begins. */
  readonly times: readonly number[];
  /** Whether each stands for itself. */
  readonly keys: readonly boolean[];
  readonly seconds: number;
  readonly codec: string | null;
  readonly comment: string | undefined;
  readonly pictures: readonly Pixels[];
}

function pixelsOfPng(bytes: Uint8Array): Pixels {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  return { width, height, rgba: new Uint8Array(data) };
}

/** An archive of frames: their names in its order, the note, and what they show. */
export function readFrames(bytes: Uint8Array) {
  const { 'link.txt': note = new Uint8Array(), ...rest } = unzipSync(bytes);
  const names = Object.keys(rest);
  return {
    names,
    note: strFromU8(note),
    pictures: names.map((name) => pixelsOfPng(rest[name] as Uint8Array)),
  };
}

/** Reads an MP4 or WebM file; the page's browser decodes it. */
export async function readFilm(page: Page, bytes: Uint8Array): Promise<Film> {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  const config = await track?.getDecoderConfig();
  if (!track || !config) throw new Error('the file has no film');
  const packets: { data: string; time: number; key: boolean }[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const data = Buffer.from(packet.data).toString('base64');
    packets.push({ data, time: packet.timestamp, key: packet.type === 'key' });
  }
  const { codec, codedWidth = 0, codedHeight = 0, description } = config;
  const described = description && Buffer.from(description as Uint8Array).toString('base64');
  const coded = { codec, codedWidth, codedHeight };
  const decoded = await page.evaluate(decode, { packets, coded, described });
  const pictures = decoded.map(({ width, height, rgba }) => ({
    width,
    height,
    rgba: new Uint8Array(Buffer.from(rgba, 'base64')),
  }));
  return {
    times: packets.map(({ time }) => time),
    keys: packets.map(({ key }) => key),
    seconds: await input.computeDuration(),
    codec: await track.getCodec(),
    comment: (await input.getMetadataTags()).comment,
    pictures,
  };
}

interface Coded {
  readonly packets: readonly { readonly data: string; readonly time: number; readonly key: boolean }[];
  readonly coded: { readonly codec: string; readonly codedWidth: number; readonly codedHeight: number };
  readonly described: string | undefined;
}

/** Runs in the page. */
async function decode({ packets, coded, described }: Coded) {
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const pictures: { width: number; height: number; rgba: string }[] = [];
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  await new Promise<void>((resolve, reject) => {
    const decoder = new VideoDecoder({
      error: reject,
      output(frame) {
        [canvas.width, canvas.height] = [frame.displayWidth, frame.displayHeight];
        context?.drawImage(frame, 0, 0);
        frame.close();
        const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let rgba = '';
        for (let k = 0; k < data.length; k += 1024) rgba += String.fromCharCode(...data.slice(k, k + 1024));
        pictures.push({ width: canvas.width, height: canvas.height, rgba: btoa(rgba) });
      },
    });
    decoder.configure({ ...coded, ...(described !== undefined && { description: bytesOf(described) }) });
    for (const { data, time, key } of packets) {
      const type = key ? 'key' : 'delta';
      decoder.decode(new EncodedVideoChunk({ type, timestamp: Math.round(1e6 * time), data: bytesOf(data) }));
    }
    decoder.flush().then(() => resolve(), reject);
  });
  return pictures;
}

/** How far two pictures of one size are from each other: the mean over all pixels and colours, of 255. */
export function distance(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) throw new Error('pictures of different sizes');
  let sum = 0;
  for (let k = 0; k < a.rgba.length; k++) {
    if (k % 4 !== 3) sum += Math.abs((a.rgba[k] as number) - (b.rgba[k] as number));
  }
  return sum / ((3 / 4) * a.rgba.length);
}
