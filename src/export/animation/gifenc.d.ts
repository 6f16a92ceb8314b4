/** What we use of gifenc, which comes without types. */
declare module 'gifenc' {
  export type GifColour = readonly [red: number, green: number, blue: number];

  export interface GifStream {
    writeByte(byte: number): void;
    writeBytes(bytes: ArrayLike<number>): void;
  }

  export interface GifFrame {
    /** Needed with the first frame, for all of them; with others for that frame alone. */
    readonly palette?: readonly GifColour[];
    /** Whether `transparentIndex` stands for no colour. */
    readonly transparent?: boolean;
    readonly transparentIndex?: number;
    /** Milliseconds, of which it keeps hundredths of a second. */
    readonly delay?: number;
    /** 0: for ever, -1: once. */
    readonly repeat?: number;
    /** What happens to the frame when the next comes: 1 it stays, 2 it is cleared. */
    readonly dispose?: number;
  }

  export interface GifWriter {
    writeFrame(indices: Uint8Array, width: number, height: number, options: GifFrame): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
    bytesView(): Uint8Array<ArrayBuffer>;
    readonly stream: GifStream;
  }

  export function GIFEncoder(options?: { readonly initialCapacity?: number }): GifWriter;
  /** At most this many colours for pixels of four bytes each; the buffer is read from its beginning. */
  export function quantize(
    rgba: Uint8Array | Uint8ClampedArray,
    most: number,
    options?: { readonly format?: 'rgb565' | 'rgb444' },
  ): number[][];
}
