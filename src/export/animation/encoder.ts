/** What turns painted frames into a file: one for each format behind one interface. */
import type { MotionFormat } from '#export/request';
import type { Schedule } from './timing';

/** What an encoder has to know before the first frame. */
export interface EncoderSetup {
  /** Pixels of the painted frames. */
  readonly width: number;
  readonly height: number;
  readonly schedule: Schedule;
  /** What of the frames is transparent stays so. */
  readonly transparent: boolean;
  readonly title: string;
  /** The address that shows what the file shows. */
  readonly link: string;
}

/** What is encoded so far. */
export interface Written {
  readonly frames: number;
  readonly bytes: number;
  /** Those of the first frame, which is larger than others that tell only what has changed. */
  readonly first: number;
}

/** Counts what is encoded. */
export function countWritten() {
  let [frames, bytes, first] = [0, 0, 0];
  return {
    now: (): Written => ({ frames, bytes, first }),
    add(more: number) {
      if (frames === 0) first = more;
      frames += 1;
      bytes += more;
    },
  };
}

/** Makes one file; frames come in their order. */
export interface MotionEncoder {
  /** What is encoded so far: encoders work some frames behind. */
  written(): Written;
  /** Takes the next frame; the canvas may be painted anew once this has resolved. */
  add(frame: HTMLCanvasElement): Promise<void>;
  /** The whole file. */
  finish(): Promise<Uint8Array<ArrayBuffer>>;
  /** Gives up whatever is in the works. */
  cancel(): Promise<void>;
}

/** How the files of a format are made. */
export interface EncoderKind {
  readonly type: string;
  /** End of the name, with its dot. */
  readonly ending: string;
  /** Shares of the way at which frames are looked at first, for an encoder that has to know what is coming. */
  readonly previews?: readonly number[];
  start(setup: EncoderSetup, previews: readonly ImageData[]): Promise<MotionEncoder>;
}

/** The maker of a format's files, loaded when it is needed. */
export async function encoderKind(format: MotionFormat): Promise<EncoderKind> {
  switch (format) {
    case 'mp4':
    case 'webm':
      return (await import('./video-encoder')).videoKind(format);
    case 'gif':
      return (await import('./gif-encoder')).gifKind;
    case 'frames':
      return (await import('./frames-encoder')).framesKind;
  }
}
