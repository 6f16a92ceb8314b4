import { activationOf, coordinatesOf, errorAt, frameHeight, termRange } from '../../src/figures/pair/model';
import { type PairValues, pairSchema } from '../../src/figures/pair/schema';
import { activationIds } from '../../src/math/activation/activation';
import { HALF_WIDTH } from '../../src/math/network/inputs';
import { type TermId, termIds } from '../../src/math/pair/pair';
import { fillSurface } from '../../src/math/pair/surface';
import { createSurfaceMesh } from '../../src/math/pair/surface-mesh';
import { paintTerm } from '../../src/pair/term-map';
import { SurfaceGeometry } from '../../src/scene/surface-geometry';
import { defaults } from '../../src/state/schema';
import { divergingColours } from '../../src/ui/heatmap';
import { medianTime, short } from './bench-time';

const tileSide = 48;

/** Redraws a surface with this many cells a side. */
function surfaceOf(side: number) {
  const mesh = createSurfaceMesh(side, HALF_WIDTH);
  const geometry = new SurfaceGeometry(mesh);
  return (values: PairValues, term: TermId) => {
    fillSurface(mesh, activationOf(values), term, coordinatesOf(values));
    geometry.update(mesh, { halfWidth: HALF_WIDTH, height: frameHeight(values) });
  };
}

/** Milliseconds that one slider event costs in each part of the figure `pair`, without a browser. */
export function timeParts(epsilons: readonly number[]) {
  const surface = surfaceOf(128);
  const sheets = { neuronI: surfaceOf(64), neuronJ: surfaceOf(64) };
  const pixels = new Uint8ClampedArray(4 * tileSide * tileSide);
  const table = divergingColours('light');

  return activationIds.flatMap((act) =>
    epsilons.map((eps) => {
      // Each run gets values of its own, as a dragged slider gives.
      const time = (work: (values: PairValues) => void) =>
        medianTime(31, (run) => work({ ...defaults(pairSchema), act, eps: eps * (1 + run * 1e-4) }));
      const parts = {
        'surface 128': time((values) => surface(values, 'sum')),
        '2 sheets 64': time((values) => {
          for (const term of ['neuronI', 'neuronJ'] as const) sheets[term](values, term);
        }),
        '7 tiles 48': time((values) => {
          const [activation, coordinates] = [activationOf(values), coordinatesOf(values)];
          for (const term of termIds) {
            const range = termRange(values, term, values.eps, 8).size || 1;
            paintTerm(pixels, tileSide, { activation, term, coordinates, half: HALF_WIDTH, table, range });
          }
        }),
        'error norms': time(errorAt),
      };
      const together = Object.values(parts).reduce((sum, ms) => sum + ms, 0);
      const rows = Object.entries({ ...parts, together }).map(([name, ms]) => [name, short(ms)] as const);
      return { activation: act, eps, ...Object.fromEntries(rows) };
    }),
  );
}
