/**
 * The parts that can be left out of a figure, as docs/embedding-names.md lists them (tests/scripts/screenshot-hide.test.ts
 * compares). Figures know them only on the page; the command refuses a wrong name before it opens one.
 */
import type { KnownFigure } from './picture';

/** Of every figure. */
const common = 'title legend axes presets toolbar description';

/** Of one figure, besides its parameters. */
const own: Readonly<Record<string, string>> = {
  pair: 'play epsilon scale neurons formula remark limit gap weights tiles sliders wlen wdir errors',
  duo: 'pair landscape headings names play epsilon numbers formula',
  triple: 'play epsilon scale neurons formula remark tips growth constant sliders errors',
  landscape:
    'drop swarm names numbers left-out remark clear another certificates panels function spectrum profiles ways',
  ride: 'jump play back infinity laws loss error eigenvalue c a cosine clock position certificate sharpness lead another settings',
  train: 'next function neurons loss verdict tally again',
  line: 'play epsilon neurons sum sliders',
  toy: 'play landscape scale learn followed limit function edge verdict lead runs remark',
  levels: 'train picture network function weights summary outcome numbers shares eigenvalues turning',
  census: 'scatter shares losses groups course open counts train lead',
};

/** All names that `--hide` takes for a figure. */
export function partNames({ id, schema }: Pick<KnownFigure, 'id' | 'schema'>): readonly string[] {
  const names = [common, own[id] ?? ''].flatMap((list) => list.split(' ')).filter(Boolean);
  return [...new Set([...names, ...Object.keys(schema)])];
}
