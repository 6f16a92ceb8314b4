/** Words inside of a PNG file: chunks of international text, as the PNG specification describes them. */

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

let table: Uint32Array | undefined;

function crcTable(): Uint32Array {
  if (table) return table;
  table = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    table[n] = c;
  }
  return table;
}

/** The checksum at the end of a chunk, of its type and content. */
export function crc32(bytes: Uint8Array): number {
  const known = crcTable();
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (known[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A chunk: length, type, content, checksum. */
function pngChunk(type: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(content.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length);
  for (let k = 0; k < 4; k++) chunk[4 + k] = type.charCodeAt(k);
  chunk.set(content, 8);
  view.setUint32(content.length + 8, crc32(chunk.subarray(4, content.length + 8)));
  return chunk;
}

/** A chunk of text, uncompressed, in UTF-8. Keywords are 1 to 79 letters of Latin-1. */
export function textChunk(keyword: string, words: string): Uint8Array<ArrayBuffer> {
  // After the keyword: no compression (two bytes), no language, no translated keyword.
  const head = Array.from(keyword, (letter) => letter.charCodeAt(0));
  const written = new TextEncoder().encode(words.replaceAll('\0', ''));
  return pngChunk('iTXt', Uint8Array.from([...head, 0, 0, 0, 0, 0, ...written]));
}

/** The chunks of a file, in their order. @throws Error when it is no PNG. */
export function pngChunks(
  bytes: Uint8Array,
): { readonly type: string; readonly start: number; readonly end: number }[] {
  if (SIGNATURE.some((byte, k) => bytes[k] !== byte)) throw new Error('not a PNG');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    chunks.push({ type: String.fromCharCode(...bytes.subarray(at + 4, at + 8)), start: at, end });
    at = end;
  }
  return chunks;
}

/** Chunks that say when and with what a file was made: the same picture must be the same file. */
const changeable = new Set(['tIME', 'tEXt', 'zTXt', 'iTXt', 'eXIf']);

/** The file with these words in it, by keyword, and without any others. */
export function withWords(
  bytes: Uint8Array,
  words: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const added = Object.entries(words).map(([keyword, content]) => textChunk(keyword, content));
  const parts: Uint8Array[] = [Uint8Array.from(SIGNATURE)];
  for (const { type, start, end } of pngChunks(bytes)) {
    if (changeable.has(type)) continue;
    parts.push(bytes.subarray(start, end));
    if (type === 'IHDR') parts.push(...added);
  }
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The words of a file, by keyword; only those written by `withWords`. */
export function wordsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { type, start, end } of pngChunks(bytes)) {
    if (type !== 'iTXt') continue;
    const content = bytes.subarray(start + 8, end - 4);
    const ends = content.indexOf(0);
    found[String.fromCharCode(...content.subarray(0, ends))] = new TextDecoder().decode(
      content.subarray(ends + 5),
    );
  }
  return found;
}
