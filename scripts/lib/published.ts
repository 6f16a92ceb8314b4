/** Pictures of figures that are part of the repository. */
import { readCommand } from './screenshot/command';
import type { KnownFigure } from './screenshot/known';
import type { Shot } from './screenshot/shot';
import { CARD } from './social-card';

/**
 * What the words of a screenshot command ask for.
 *
 * @throws Error when it is no command for a picture.
 */
function shotOf(words: string, figures: readonly KnownFigure[]): Shot {
  const command = readCommand(words.split(' '), figures);
  if (command.kind === 'picture') return command.shot;
  throw new Error(command.kind === 'problem' ? command.sentence : `${words} is not a picture`);
}

/** The picture at the top of the README. */
export function readmeShot(figures: readonly KnownFigure[]): Shot {
  return shotOf('duo --state eps=0.1 --size 1200x640', figures);
}

/** Where a figure's start shows less than an example of it. */
const telling: Readonly<Record<string, string>> = { ride: '--preset laws' };

/** The picture of a figure for cards: laid out small, so that it can be read where cards are small. */
export function cardShot(figure: string, figures: readonly KnownFigure[]): Shot {
  const scale = 1.5;
  const what = [figure, ...(telling[figure] === undefined ? [] : [telling[figure]])].join(' ');
  return shotOf(`${what} --size ${CARD.width / scale}x${CARD.height / scale} --scale ${scale}`, figures);
}
