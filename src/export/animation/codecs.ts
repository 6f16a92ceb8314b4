/** Which video codecs are tried for which file, and how well they are to encode. */
import type { VideoCodec } from 'mediabunny';

export type VideoFormat = 'mp4' | 'webm';

/** The codecs we use, of those that there are. */
export type UsedCodec = Extract<VideoCodec, 'avc' | 'av1' | 'vp9' | 'vp8'>;

/** The best first: in MP4 what most programs play, in WebM what is small for its quality. */
export const codecsOf: Readonly<Record<VideoFormat, readonly UsedCodec[]>> = {
  mp4: ['avc', 'av1', 'vp9'],
  webm: ['vp9', 'av1', 'vp8'],
};

/** Encoders refuse smaller pictures. */
export const SMALLEST_VIDEO = 16;

/** Pixels of a video that shows a picture of this size: colours are shared by two by two pixels, so both are even. */
export function videoSize(
  width: number,
  height: number,
): { readonly width: number; readonly height: number } {
  return { width: 2 * Math.floor(width / 2), height: 2 * Math.floor(height / 2) };
}

/** Bits for each pixel that changes its picture: letters and thin lines want more than camera pictures do. */
const BITS_PER_PIXEL: Readonly<Record<UsedCodec, number>> = { avc: 0.2, av1: 0.12, vp9: 0.14, vp8: 0.2 };
/** Frames a second at which they are meant; more of them are more alike. */
const USUAL_RATE = 30;

/** Bits a second: grows a little slower than the number of pixels and with the square root of the frame rate. */
export function bitRate(codec: UsedCodec, width: number, height: number, framesPerSecond: number): number {
  const pixels = (width * height) ** 0.95 * 1280 ** 0.05 * 720 ** 0.05;
  const frames = USUAL_RATE * Math.sqrt(framesPerSecond / USUAL_RATE);
  return Math.max(400_000, Math.round((BITS_PER_PIXEL[codec] * pixels * frames) / 1000) * 1000);
}

/**
 * The quantizer of codecs that browsers let us choose it for: the same quality in every frame, and no colours that creep
 * about. Small is good; with these, letters and thin lines look as they do in a PNG.
 */
const QUANTIZERS: Partial<Readonly<Record<UsedCodec, number>>> = { av1: 28, vp9: 16 };

/** How an encoder is asked for its quality; a browser that takes no quantizer goes by the bit rate. */
export function qualityFor(codec: UsedCodec, width: number, height: number, framesPerSecond: number) {
  const quantizer = QUANTIZERS[codec];
  const bitrate = bitRate(codec, width, height, framesPerSecond);
  return { bitrate, ...(quantizer !== undefined && { quantizer }) };
}

/** What the pictures are of: letters and lines. H.264 so told makes better pictures of half the size. */
export const CONTENT_HINT = 'text';
