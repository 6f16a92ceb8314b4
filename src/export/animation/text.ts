/** Every sentence of moving pictures. */

import type { MotionFormat } from '#export/request';
import { inLanguage } from '#ui/language';

const formats: Readonly<Record<MotionFormat, string>> = {
  mp4: 'MP4',
  webm: 'WebM',
  gif: 'GIF',
  frames: 'PNG frames in a ZIP archive',
};

/** Sentences of the export of moving pictures. */
export const motionText = inLanguage('export/animation', {
  formats,
  noWebCodecs: (format: MotionFormat) =>
    `This browser cannot encode video by itself, so there is no ${formats[format]}. Choose GIF or PNG frames, or a recent Chrome, Edge, Firefox or Safari.`,
  insecure: (format: MotionFormat) =>
    `Browsers encode video only on pages that came by HTTPS, so there is no ${formats[format]} here. Choose GIF or PNG frames.`,
  noCodec: (format: MotionFormat, width: number, height: number) =>
    `This browser cannot encode ${formats[format]} at ${width} × ${height} pixels. Choose a smaller size, GIF or PNG frames.`,
  tooSmall: 'Video needs at least 16 pixels each way. Choose a larger size.',
  gifTooLarge: (width: number, height: number) =>
    `A GIF of ${width} × ${height} pixels would be far too large to use. Choose at most 1920 × 1080, or MP4.`,
  gifTooFast: (most: number) =>
    `A GIF can show at most ${most} frames a second. Choose fewer, or MP4 or WebM.`,
  codecs: { avc: 'H.264', av1: 'AV1', vp9: 'VP9', vp8: 'VP8' },
  rareInMp4: (codec: string) =>
    `This browser encodes no H.264, so the MP4 has ${codec}: browsers and VLC play it, PowerPoint, Keynote and older players may not.`,
  trimmed: (width: number, height: number) =>
    `Video has an even number of pixels each way: it will be ${width} × ${height}.`,
  opaque: 'Video has no transparency: the ground will be that of the page.',
  nothingMoves: 'Whoever put this figure here has fixed what this animation would move.',
  unknown: (id: string, known: string) => `The figure has no animation called “${id}”. It has: ${known}.`,
  noMotion: 'Say how long the animation is and how many frames it has each second.',
  notNumbers: 'Seconds and frames per second must be numbers above zero.',
  tooManyFrames: (count: number, most: number) =>
    `That would be ${count} frames; at most ${most} can be made at a time. Choose fewer seconds or fewer frames per second.`,
  notDrawn: 'The figure did not draw a frame of the animation in time. Close other pages and try again.',
  notEncoded: (format: MotionFormat) =>
    `The browser stopped encoding ${formats[format]}. Choose a smaller size or another format.`,
  comment: (link: string) => `The figure as it was exported: ${link}`,
  linkFile: (link: string, count: number, framesPerSecond: number) =>
    `${count} frames, ${framesPerSecond} a second. The figure as it was exported:\n${link}\n`,
});
