/** Reads GIF files by the letter of GIF89a, independently of what writes them. */

export interface GifFrame {
  /** Hundredths of a second. */
  readonly delay: number;
  /** The picture after this frame, four bytes a pixel. */
  readonly rgba: Uint8Array;
}

export interface Gif {
  readonly width: number;
  readonly height: number;
  /** How often it is shown: 0 for ever; undefined when the file does not say. */
  readonly repeat: number | undefined;
  readonly comments: readonly string[];
  readonly frames: readonly GifFrame[];
}

/** Takes bytes from a file one after the other. */
class Reader {
  at = 0;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error('the GIF is cut off');
    return byte;
  }

  word(): number {
    return this.byte() | (this.byte() << 8);
  }

  take(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.byte());
  }

  /** Blocks up to an empty one, as one. */
  blocks(): Uint8Array {
    const all: number[] = [];
    for (let size = this.byte(); size > 0; size = this.byte()) all.push(...this.take(size));
    return Uint8Array.from(all);
  }
}

/** Undoes the compression of the indices. */
function unpack(data: Uint8Array, least: number, count: number): Uint8Array {
  const [clear, end] = [1 << least, (1 << least) + 1];
  const out = new Uint8Array(count);
  let written = 0;
  let table: number[][] = [];
  let size = least + 1;
  let last: number[] | undefined;
  const reset = () => {
    table = Array.from({ length: end + 1 }, (_, k) => (k < clear ? [k] : []));
    size = least + 1;
    last = undefined;
  };
  reset();
  for (let bit = 0; bit + size <= 8 * data.length; ) {
    let code = 0;
    for (let k = 0; k < size; k++, bit++) code |= (((data[bit >> 3] ?? 0) >> (bit & 7)) & 1) << k;
    if (code === end) break;
    if (code === clear) {
      reset();
      continue;
    }
    const known = table[code];
    if (!known && !last) throw new Error('the GIF begins with a code that stands for nothing');
    const entry: number[] = known ?? [...(last ?? []), last?.[0] ?? 0];
    if (last && table.length < 4096) table.push([...last, entry[0] ?? 0]);
    // A code longer as soon as the next one needs it.
    if (table.length === 1 << size && size < 12) size += 1;
    for (const index of entry) out[written++] = index;
    last = entry;
  }
  if (written !== count) throw new Error(`the GIF has ${written} of ${count} pixels`);
  return out;
}

/** @throws Error when the file is not a whole GIF. */
export function readGif(bytes: Uint8Array): Gif {
  const reader = new Reader(bytes);
  if (String.fromCharCode(...reader.take(6)) !== 'GIF89a') throw new Error('this is no GIF');
  const [width, height, flags] = [reader.word(), reader.word(), reader.byte()];
  reader.take(2);
  const tableOf = (packed: number) => (packed & 0x80 ? reader.take(3 << ((packed & 7) + 1)) : undefined);
  const common = tableOf(flags);
  const frames: GifFrame[] = [];
  const comments: string[] = [];
  let repeat: number | undefined;
  let control = { delay: 0, dispose: 0, transparent: -1 };
  let shown = new Uint8Array(4 * width * height);
  for (;;) {
    const kind = reader.byte();
    if (kind === 0x3b) break;
    if (kind === 0x21) {
      const label = reader.byte();
      const data = reader.blocks();
      const words = new TextDecoder().decode(data);
      if (label === 0xfe) comments.push(words);
      if (label === 0xff && words.startsWith('NETSCAPE2.0'))
        repeat = (data[12] ?? 0) | ((data[13] ?? 0) << 8);
      if (label === 0xf9) {
        const [packed = 0, low = 0, high = 0, index = 0] = data;
        control = {
          delay: low | (high << 8),
          dispose: (packed >> 2) & 7,
          transparent: packed & 1 ? index : -1,
        };
      }
      continue;
    }
    if (kind !== 0x2c) throw new Error(`the GIF has a block of the unknown kind ${kind}`);
    const [left, top, w, h] = [reader.word(), reader.word(), reader.word(), reader.word()];
    const table = tableOf(reader.byte()) ?? common;
    if (!table || left !== 0 || top !== 0 || w !== width || h !== height) throw new Error('no whole frame');
    const least = reader.byte();
    const indices = unpack(reader.blocks(), least, w * h);
    const next = shown.slice();
    for (const [k, index] of indices.entries()) {
      if (index === control.transparent) continue;
      next.set([...table.subarray(3 * index, 3 * index + 3), 255], 4 * k);
    }
    frames.push({ delay: control.delay, rgba: next });
    shown = control.dispose === 2 ? new Uint8Array(4 * width * height) : next;
    control = { delay: 0, dispose: 0, transparent: -1 };
  }
  if (reader.at !== bytes.length) throw new Error('the GIF goes on after its end');
  return { width, height, repeat, comments, frames };
}
