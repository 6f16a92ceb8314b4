/** Reads `--state`: the hash of a link, or a whole link. */
import { InvalidArgumentError } from 'commander';
import { decodeHash, encodeHash, encodeValues } from '#state/codec';
import { defaults, withValues } from '#state/schema';
import type { KnownFigure } from './picture';

/** The entries of a link that concern one figure, without its prefix. */
function ownEntries(hash: string, id: string): [key: string, text: string][] {
  const entries = [...new URLSearchParams(hash.replaceAll('+', '%2B'))].filter(([key]) => key !== 'v');
  const prefix = `${id}.`;
  const own = entries.filter(([key]) => key.startsWith(prefix));
  if (own.length > 0) return own.map(([key, text]) => [key.slice(prefix.length), text]);
  return entries.filter(([key]) => !key.includes('.'));
}

/**
 * The state that a text asks for, as it stands in a link of its own: empty when it is the preset's.
 * Unlike the page, which shows what it can of a broken link, this refuses it.
 *
 * @param text with or without `#` and version; of a whole link, what comes after `#`
 * @throws InvalidArgumentError for a key or a value that the figure does not have
 */
export function readState(figure: KnownFigure, preset: string | undefined, text: string): string {
  const hash = text.slice(text.indexOf('#') + 1);
  const version = new URLSearchParams(hash).get('v');
  if (version !== null && version !== '1') {
    throw new InvalidArgumentError(`--state: the link is of version ${version}; this one reads version 1.`);
  }
  const entries = ownEntries(hash, figure.id);
  const keys = Object.keys(figure.schema);
  const stray = entries.find(([key]) => !keys.includes(key));
  if (stray) {
    throw new InvalidArgumentError(
      `--state: ${figure.id} has no parameter '${stray[0]}'. There are: ${keys.join(', ')}.`,
    );
  }
  const chosen = figure.presets.find(({ id }) => id === preset)?.values ?? {};
  const start = withValues(figure.schema, defaults(figure.schema), chosen);
  const plain = encodeHash(entries.map(([key, value]) => `${key}=${encodeURIComponent(value)}`));
  const { values, notices } = decodeHash(figure.schema, plain, '', start);
  const [notice] = notices;
  if (notice) {
    const why = notice.problem === 'outside' ? 'is outside of its range' : 'is not a value it can have';
    throw new InvalidArgumentError(
      `--state: ${notice.key}=${notice.said} ${why}; the nearest is ${notice.key}=${notice.shown}.`,
    );
  }
  return encodeHash(encodeValues(figure.schema, values, '', start));
}
