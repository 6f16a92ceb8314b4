/** Pictures of figures that are part of the repository. */
import { readCommand } from './screenshot/command';
import type { KnownFigure, PictureSpec } from './screenshot/picture';
import { CARD } from './social-card';

/**
 * What the words of a screenshot command ask for.
 *
 * @throws Error when it is no command for a picture.
 */
function pictureOf(words: string, figures: readonly KnownFigure[]): PictureSpec {
  const command = readCommand(words.split(' '), figures);
  if (command.kind === 'picture') return command.picture;
  throw new Error(`${words} is not a picture`);
}

/** The picture at the top of the README. */
export function readmePicture(figures: readonly KnownFigure[]): PictureSpec {
  return pictureOf('duo --state eps=0.1 --size 1200x640', figures);
}

/** Where a figure's start shows less than an example of it. */
const examples: Readonly<Record<string, string>> = { ride: 'ride --preset laws' };

/** The picture of a figure for cards: laid out small, so that it can be read where cards are small. */
export function cardPicture(figure: string, figures: readonly KnownFigure[]): PictureSpec {
  const scale = 1.5;
  const size = `${CARD.width / scale}x${CARD.height / scale}`;
  return pictureOf(`${examples[figure] ?? figure} --size ${size} --scale ${scale}`, figures);
}
