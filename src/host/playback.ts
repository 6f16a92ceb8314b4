/** Plays and pauses a figure on behalf of the host page or of `autoplay=1`. */

import { type Clock, createMotion, type Motion } from '#state/motion';
import type { FigurePort } from '#ui/figure-context';
import type { HostedFigure } from './figure-report';
import { text } from './text';

export interface Playback {
  readonly isPlaying: () => boolean;
  /** Rejects with a sentence when there is nothing to play. */
  readonly play: () => Promise<void>;
  readonly pause: () => Promise<void>;
  /** What moves the figure to other states; only one thing moves it at a time. */
  readonly motion: Motion;
}

/** Uses the figure's own player, or else its first animation. */
export function createPlayback(figure: HostedFigure, port: FigurePort, clock: Clock): Playback {
  const motion = createMotion(port.store, clock);
  let isAnimating = false;
  /** A player's state changes with the next React render. */
  const settled = () => new Promise<void>((resolve) => clock.soon(() => clock.soon(resolve)));
  const isPlaying = () => port.offers.player?.playing() ?? isAnimating;

  const animate = async () => {
    const [animation] = figure.animations;
    if (!animation) throw new Error(text.nothingToPlay);
    await port.offers.prepare?.(animation.id);
    isAnimating = true;
    void motion.play(animation).then(() => {
      isAnimating = false;
    });
  };
  return {
    isPlaying,
    motion,
    async play() {
      if (isPlaying()) return;
      motion.stop();
      const { player } = port.offers;
      if (!player) return animate();
      player.toggle();
      await settled();
    },
    async pause() {
      motion.stop();
      const { player } = port.offers;
      if (!player?.playing()) return;
      player.toggle();
      await settled();
    },
  };
}
