/** Words that move a figure to a state, and back (src/story/parts/figure-link/figure-link-live.ts). */
import type { ReactNode } from 'react';
import { decodeHash } from '#state/codec';
import { useSceneValues } from '#story/parts/scene/scene';

interface DoProps {
  /** The scene. */
  readonly at: string;
  /** The goal, as in a link: `eps=0&cam=0,0,1`. */
  readonly to?: string;
  /** An animation of the figure, or `player`, the figure's own. */
  readonly play?: string;
  readonly seconds?: string;
  readonly children: ReactNode;
}

/** `<Do at="pair" to="eps=0">shrink ε</Do>` */
export function Do({ at, to, play, seconds = '1.2', children }: DoProps) {
  const { schema, values } = useSceneValues(at);
  if (to !== undefined && decodeHash(schema, to, '', values).notices.length > 0) {
    throw new Error(`${at}: ${to} is no state of it`);
  }
  // A button does not break at the end of a line. Without JavaScript these are words like any others.
  return (
    <span className="drive" data-drive={at} data-to={to} data-play={play} data-seconds={seconds}>
      {children}
    </span>
  );
}
