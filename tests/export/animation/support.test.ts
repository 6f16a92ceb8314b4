import { afterEach, describe, expect, it, vi } from 'vitest';
import { bitRate, videoSize } from '#export/animation/codecs';
import { type CanEncode, motionSupport, videoCodec } from '#export/animation/support';

const only =
  (...codecs: string[]): CanEncode =>
  async (codec) =>
    codecs.includes(codec);

async function supportOf(format: string, canEncode: CanEncode, width = 640, height = 360) {
  const all = await motionSupport(width, height, canEncode);
  const found = all.find((one) => one.format === format);
  if (!found) throw new Error(`nothing is said of ${format}`);
  return found;
}

describe('motionSupport', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('offers GIF and frames everywhere, and says why there is no video', async () => {
    vi.stubGlobal('isSecureContext', true);
    const all = await motionSupport(640, 360, only());
    expect(all.map(({ format, available }) => [format, available])).toEqual([
      ['mp4', false],
      ['webm', false],
      ['gif', true],
      ['frames', true],
    ]);
    expect(all[0]?.reason).toMatch(/cannot encode video by itself/);
    vi.stubGlobal('isSecureContext', false);
    expect((await supportOf('webm', only())).reason).toMatch(/HTTPS/);
  });

  it('takes H.264 for MP4 where there is one, and says what it means where there is none', async () => {
    vi.stubGlobal('VideoEncoder', class {});
    expect(await supportOf('mp4', only('avc', 'av1', 'vp9'))).toEqual({
      format: 'mp4',
      available: true,
      codec: 'H.264',
    });
    const rare = await supportOf('mp4', only('vp9'));
    expect(rare.codec).toBe('VP9');
    expect(rare.note).toMatch(/PowerPoint/);
    expect((await supportOf('mp4', only('vp8'))).reason).toMatch(/640 × 360/);
    expect((await supportOf('webm', only('vp8'))).codec).toBe('VP8');
  });

  it('takes a codec that throws for one that is not there', async () => {
    const canEncode: CanEncode = async (codec) => {
      if (codec === 'avc') throw new Error('what is that?');
      return true;
    };
    expect(await videoCodec('mp4', 640, 360, canEncode)).toBe('av1');
  });

  it('asks for even numbers of pixels and says that one is cut off', async () => {
    vi.stubGlobal('VideoEncoder', class {});
    const canEncode: CanEncode = async (_, width, height) => width % 2 === 0 && height % 2 === 0;
    expect((await supportOf('mp4', canEncode, 641, 361)).note).toMatch(/640 × 360/);
    expect(videoSize(640, 360)).toEqual({ width: 640, height: 360 });
  });

  it('makes no GIF that nobody can use', async () => {
    expect((await supportOf('gif', only(), 1920, 1080)).available).toBe(true);
    expect((await supportOf('gif', only(), 3840, 2160)).reason).toMatch(/too large/);
  });
});

describe('bitRate', () => {
  it('grows with size and frame rate', () => {
    expect(bitRate('avc', 1920, 1080, 30)).toBeGreaterThan(bitRate('avc', 1280, 720, 30));
    expect(bitRate('avc', 1280, 720, 60)).toBeGreaterThan(bitRate('avc', 1280, 720, 30));
    expect(bitRate('avc', 1280, 720, 30) / 1e6).toBeCloseTo(5.5, 0);
  });
});
