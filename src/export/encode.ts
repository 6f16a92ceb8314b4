/** Pixels as bytes. */
import { text } from './text';

/**
 * A canvas as PNG. The browser's own encoder writes no time and no name, so the same pixels are the same bytes.
 * @throws Error with a sentence when the browser cannot.
 */
export async function canvasBytes(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob || blob.size === 0) throw new Error(text.failed.encode);
  return new Uint8Array(await blob.arrayBuffer());
}
