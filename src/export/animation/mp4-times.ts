/** Takes the time of writing out of an MP4 file, so that the same pictures make the same bytes. */

/** Boxes that hold other boxes, on the way to those with times. */
const CONTAINERS = new Set(['trak', 'mdia']);
/** Boxes that begin with a version, flags, and the times of creation and of the last change. */
const TIMED = new Set(['mvhd', 'tkhd', 'mdhd']);

/**
 * Sets all times inside a `moov` box to zero, which stands for unknown.
 * @param file changed in place
 * @param from where the contents of the box begin
 * @param to where they end
 */
export function clearTimes(file: Uint8Array, from: number, to: number): void {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let at = from;
  while (at + 8 <= to) {
    const size = view.getUint32(at);
    const kind = String.fromCharCode(...file.subarray(at + 4, at + 8));
    // Sizes beyond 32 bits are only ever those of the pictures.
    if (size < 8) return;
    if (CONTAINERS.has(kind)) clearTimes(file, at + 8, at + size);
    if (TIMED.has(kind)) {
      const bytes = view.getUint8(at + 8) === 1 ? 16 : 8;
      file.fill(0, at + 12, at + 12 + bytes);
    }
    at += size;
  }
}
