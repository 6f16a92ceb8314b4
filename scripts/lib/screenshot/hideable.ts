/**
 * What can be left out of a figure, as docs/embedding-names.md lists it (tests/scripts/screenshot-hide.test.ts compares).
 * Only the figure itself knows, once it is on the page; a slip of the pen is to be found before.
 */
import type { KnownFigure } from './known';
import { unknownName } from './nearest';
import { Misuse, quoted } from './options';

/** Of every figure. */
const common = 'title legend axes presets toolbar description';

/** Of one figure, besides its parameters. */
const own: Readonly<Record<string, string>> = {
  pair: 'play epsilon scale neurons formula remark limit gap weights tiles sliders wlen wdir errors',
  duo: 'pair landscape headings names play epsilon numbers formula',
  landscape: 'drop names numbers remark clear another certificates panels function spectrum profiles ways',
  ride: 'jump play back infinity laws loss error eigenvalue c a cosine clock position certificate sharpness lead another settings',
  toy: 'play landscape scale learn followed limit function edge verdict lead runs remark',
};

/** All names that `--hide` takes for a figure. */
export function hideableNames({ id, schema }: Pick<KnownFigure, 'id' | 'schema'>): readonly string[] {
  const names = [common, own[id] ?? ''].flatMap((list) => list.split(' ')).filter(Boolean);
  return [...new Set([...names, ...Object.keys(schema)])];
}

/**
 * Refuses names that none of these figures has.
 *
 * @throws Misuse with the names that there are
 */
export function checkHidden(
  names: readonly string[],
  figures: readonly Pick<KnownFigure, 'id' | 'schema'>[],
): void {
  const known = [...new Set(figures.flatMap(hideableNames))];
  const stray = names.find((name) => !known.includes(name));
  if (stray === undefined) return;
  const [only, ...others] = figures;
  const sentence =
    only && others.length === 0
      ? `--hide: the figure ${only.id} has no part ${quoted(stray)}.`
      : `--hide: no figure has a part ${quoted(stray)}.`;
  throw new Misuse(unknownName(sentence, stray, known));
}
