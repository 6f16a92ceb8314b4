/** Finding what somebody meant to write. */

/** How many letters have to be put in, taken out, replaced or swapped with their neighbour to make one word of another. */
export function letterChanges(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + same,
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** The one of the known names that is most like a word; undefined when none is like it. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const said = word.toLowerCase();
  const measured = known.map((name) => {
    const begins = said.length >= 2 && name.startsWith(said);
    return { name, changes: begins ? 0.5 : letterChanges(said, name.toLowerCase()) };
  });
  const best = measured.reduce<(typeof measured)[number] | undefined>(
    (least, one) => (least === undefined || one.changes < least.changes ? one : least),
    undefined,
  );
  return best !== undefined && best.changes <= Math.max(1, Math.ceil(word.length / 3))
    ? best.name
    : undefined;
}

/** A sentence about a name that is not known: what there is, and what may have been meant. */
export function unknownName(sentence: string, word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return `${sentence}${hint} There ${known.length === 1 ? 'is' : 'are'}: ${known.join(', ')}.`;
}
