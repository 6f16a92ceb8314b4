/** Reads QR codes as a camera does. */
import jsqr from 'jsqr';

interface Picture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

// The package is CommonJS: its function is the whole module.
const decode = jsqr as unknown as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: string } | null;

/** The text of the code in a picture (four bytes a pixel), or undefined when there is none to be read. */
export function readQr({ data, width, height }: Picture): string | undefined {
  return decode(new Uint8ClampedArray(data), width, height)?.data;
}
