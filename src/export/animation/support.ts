/** Which moving pictures this browser can make, asked of the browser itself at the size in question. */
import type { MotionFormat } from '#export/request';
import {
  CONTENT_HINT,
  codecsOf,
  qualityFor,
  SMALLEST_VIDEO,
  type UsedCodec,
  type VideoFormat,
  videoSize,
} from './codecs';
import { motionText } from './text';

/** What can be made of one format. */
export interface MotionSupport {
  readonly format: MotionFormat;
  readonly available: boolean;
  /** The codec's name for people. */
  readonly codec?: string;
  /** Why it is not available, in a sentence. */
  readonly reason?: string;
  /** What to know of it although it is available, in sentences. */
  readonly note?: string;
}

/** Pixels that the GIF may have: all of Full HD. */
const LARGEST_GIF = 1920 * 1080;

/** What is asked of the browser; tests hand in their own. */
export type CanEncode = (codec: UsedCodec, width: number, height: number) => Promise<boolean>;

/** Asks with the settings with which we encode. */
const askBrowser: CanEncode = async (codec, width, height) => {
  const { canEncodeVideo, Quality } = await import('mediabunny');
  const quality = new Quality(qualityFor(codec, width, height, 30));
  return canEncodeVideo(codec, { width, height, quality, contentHint: CONTENT_HINT });
};

/** The codec with which this browser encodes the format at this size; undefined when it cannot. */
export async function videoCodec(
  format: VideoFormat,
  width: number,
  height: number,
  canEncode: CanEncode = askBrowser,
): Promise<UsedCodec | undefined> {
  const size = videoSize(width, height);
  for (const codec of codecsOf[format]) {
    // Asking can fail where a browser knows the interface and not the codec.
    if (await canEncode(codec, size.width, size.height).catch(() => false)) return codec;
  }
  return undefined;
}

async function videoSupport(
  format: VideoFormat,
  width: number,
  height: number,
  canEncode: CanEncode,
): Promise<MotionSupport> {
  const no = (reason: string): MotionSupport => ({ format, available: false, reason });
  if (typeof VideoEncoder === 'undefined') {
    return no(globalThis.isSecureContext ? motionText.noWebCodecs(format) : motionText.insecure(format));
  }
  if (width < SMALLEST_VIDEO || height < SMALLEST_VIDEO) return no(motionText.tooSmall);
  const codec = await videoCodec(format, width, height, canEncode);
  if (codec === undefined) return no(motionText.noCodec(format, width, height));
  const name = motionText.codecs[codec];
  const size = videoSize(width, height);
  const notes = [
    ...(format === 'mp4' && codec !== 'avc' ? [motionText.rareInMp4(name)] : []),
    ...(size.width !== width || size.height !== height ? [motionText.trimmed(size.width, size.height)] : []),
  ];
  return { format, available: true, codec: name, ...(notes.length > 0 && { note: notes.join(' ') }) };
}

/**
 * What this browser can make of moving pictures at a size.
 * @param width pixels of the file, so layout times scale
 */
export async function motionSupport(
  width: number,
  height: number,
  canEncode: CanEncode = askBrowser,
): Promise<readonly MotionSupport[]> {
  const gif: MotionSupport =
    width * height <= LARGEST_GIF
      ? { format: 'gif', available: true }
      : { format: 'gif', available: false, reason: motionText.gifTooLarge(width, height) };
  const videos = await Promise.all([
    videoSupport('mp4', width, height, canEncode),
    videoSupport('webm', width, height, canEncode),
  ]);
  return [...videos, gif, { format: 'frames', available: true }];
}
