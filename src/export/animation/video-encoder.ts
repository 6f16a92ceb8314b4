/**
 * MP4 and WebM, encoded by the browser itself. The same frames make the same bytes, but for H.264 beyond some 640 by 360
 * pixels on several processors: there Chromium's encoder shares a frame out by how busy each of them is.
 */
import { BufferTarget, CanvasSource, Mp4OutputFormat, Output, Quality, WebMOutputFormat } from 'mediabunny';
import { CONTENT_HINT, qualityFor, type VideoFormat, videoSize } from './codecs';
import { countWritten, type EncoderKind, type EncoderSetup, type MotionEncoder } from './encoder';
import { clearTimes } from './mp4-times';
import { videoCodec } from './support';
import { motionText } from './text';
import { frameTime } from './timing';

/** Seconds between two frames that stand for themselves, to which players can jump. */
const KEY_FRAMES = 2;

/** How files of this format are made. */
export function videoKind(format: VideoFormat): EncoderKind {
  return {
    type: `video/${format}`,
    ending: `.${format}`,
    start: (setup) => start(format, setup),
  };
}

async function start(format: VideoFormat, setup: EncoderSetup): Promise<MotionEncoder> {
  const { schedule, title, link } = setup;
  const { framesPerSecond, shares } = schedule;
  const { width, height } = videoSize(setup.width, setup.height);
  const codec = await videoCodec(format, width, height);
  if (codec === undefined) throw new Error(motionText.noCodec(format, width, height));

  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: false });
  if (!context) throw new Error(motionText.notEncoded(format));
  let moov: { readonly from: number; readonly to: number } | undefined;
  const target = new BufferTarget();
  const output = new Output({
    format:
      format === 'webm'
        ? new WebMOutputFormat()
        : new Mp4OutputFormat({
            // So that a film on a web page begins before all of it is there.
            fastStart: 'in-memory',
            onMoov: (data, position) => {
              moov = { from: position + 8, to: position + data.length };
            },
          }),
    target,
  });
  const written = countWritten();
  const source = new CanvasSource(canvas, {
    codec,
    quality: new Quality(qualityFor(codec, width, height, framesPerSecond)),
    keyFrameInterval: KEY_FRAMES,
    latencyMode: 'quality',
    contentHint: CONTENT_HINT,
    onEncodedPacket: ({ byteLength }) => written.add(byteLength),
  });
  output.addVideoTrack(source, { frameRate: framesPerSecond, maximumPacketCount: shares.length });
  output.setMetadataTags({ title, comment: motionText.comment(link) });
  await output.start();

  let next = 0;
  return {
    written: written.now,
    async add(frame) {
      context.drawImage(frame, 0, 0);
      await source.add(frameTime(schedule, next), 1 / framesPerSecond);
      next += 1;
    },
    async finish() {
      await output.finalize();
      if (!target.buffer) throw new Error(motionText.notEncoded(format));
      const file = new Uint8Array(target.buffer);
      if (moov) clearTimes(file, moov.from, moov.to);
      return file;
    },
    cancel: () => output.cancel(),
  };
}
