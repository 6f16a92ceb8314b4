/** How long a moving picture will take and how large it will be, from the frames made so far. Pure. */
import type { ExportEstimate } from '#export/request';
import type { Written } from './encoder';

/** What is known after some frames. */
export interface Made {
  readonly count: number;
  /** Frames painted. */
  readonly painted: number;
  /** Milliseconds since the first frame was begun. */
  readonly elapsed: number;
  readonly written: Written;
}

/** An estimate; undefined before there is anything to go by. */
export function estimateOf({ count, painted, elapsed, written }: Made): ExportEstimate | undefined {
  if (painted === 0) return undefined;
  const secondsLeft = ((elapsed / painted) * (count - painted)) / 1000;
  const { frames, bytes, first } = written;
  if (frames === 0) return { secondsLeft };
  const others = frames > 1 ? (bytes - first) / (frames - 1) : first;
  return { secondsLeft, bytes: Math.round(bytes + others * (count - frames)) };
}
