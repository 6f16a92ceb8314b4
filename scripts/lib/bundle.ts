import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes after gzip: what a first visit loads at once, all there is, and each file by its name without the hash. */
export interface BundleSize {
  initial: number;
  total: number;
  files: Record<string, number>;
}

/** By how much a size may exceed the committed one. */
export const slack = 0.05;

/** The name that stays the same from build to build: Vite puts eight characters of hash before the ending. */
function plainName(path: string): string {
  return path.replace(/-[\w-]{8}(\.\w+)$/, '$1');
}

/** The scripts and style sheets that a page names in its head, so that they load before anything else happens. */
function initialFiles(html: string): Set<string> {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const loads = tags.filter((tag) => /^<script\b|rel="(?:modulepreload|stylesheet)"/.test(tag));
  const paths = loads.map((tag) => /(?:src|href)="([^"]+\.(?:js|css))"/.exec(tag)?.[1]);
  return new Set(paths.filter((path) => path !== undefined).map((path) => path.replace(/^\.?\//, '')));
}

/**
 * Measures the scripts and style sheets of a built site.
 *
 * @throws Error when there is no built site in the folder.
 */
export function measureBundle(dist: string): BundleSize {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('the site is not built: run npm run build');
  const initial = initialFiles(readFileSync(join(dist, 'index.html'), 'utf8'));
  const size: BundleSize = { initial: 0, total: 0, files: {} };
  const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  for (const path of paths.filter((name) => /\.(?:js|css)$/.test(name)).sort()) {
    const bytes = gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;
    size.total += bytes;
    if (initial.has(path)) size.initial += bytes;
    const name = plainName(path);
    size.files[name] = (size.files[name] ?? 0) + bytes;
  }
  return size;
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** The files that grew most, in words; names that only one of the two builds has count from or to nothing. */
function whatGrew(now: BundleSize, committed: BundleSize): string {
  const grown = Object.entries(now.files)
    .map(([name, bytes]) => ({ name, by: bytes - (committed.files[name] ?? 0) }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by);
  return grown
    .slice(0, 3)
    .map(({ name, by }) => `${name} +${kilobytes(by)}`)
    .join(', ');
}

/** Says for each of the two sums that exceeds its committed figure by more than the slack how much it grew. */
export function bundleGrowth(now: BundleSize, committed: BundleSize): string[] {
  return (['initial', 'total'] as const)
    .filter((sum) => now[sum] > committed[sum] * (1 + slack))
    .map((sum) => {
      const percent = ((now[sum] / committed[sum] - 1) * 100).toFixed(1);
      const change = `${kilobytes(committed[sum])} to ${kilobytes(now[sum])} (+${percent} %)`;
      return `${sum} grew from ${change}: ${whatGrew(now, committed)}`;
    });
}

/** Both sums in words. */
export function bundleSummary({ initial, total }: BundleSize): string {
  return `initial ${kilobytes(initial)}, total ${kilobytes(total)} (gzip)`;
}
