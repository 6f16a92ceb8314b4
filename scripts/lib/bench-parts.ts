import { performance } from 'node:perf_hooks';
import { activationOf, coordinatesOf, errorAt, frameHeight, termRange } from '../../src/figures/pair/model';
import { type PairValues, pairSchema } from '../../src/figures/pair/schema';
import { type ActivationId, activationIds } from '../../src/math/activation/activation';
import { HALF_WIDTH } from '../../src/math/network/inputs';
import { type TermId, termIds } from '../../src/math/pair/pair';
import { fillSurface } from '../../src/math/pair/surface';
import { createSurfaceMesh, type SurfaceMesh } from '../../src/math/pair/surface-mesh';
import { paintTerm } from '../../src/pair/term-map';
import { SurfaceGeometry } from '../../src/scene/surface-geometry';
import { defaults } from '../../src/state/schema';
import { divergingColours } from '../../src/ui/heatmap';

/** As the figure `pair` draws them. */
const cells = { surface: 128, sheet: 64 };
const tileSide = 48;

const runs = 31;
const warmUp = 15;

/** Milliseconds that one slider event costs in each part of the figure. */
export interface PartTimes {
  activation: ActivationId;
  epsilon: number;
  surface: number;
  sheets: number;
  tiles: number;
  error: number;
}

interface Drawn {
  mesh: SurfaceMesh;
  geometry: SurfaceGeometry;
}

function createDrawn(side: number): Drawn {
  const mesh = createSurfaceMesh(side, HALF_WIDTH);
  return { mesh, geometry: new SurfaceGeometry(mesh) };
}

function redraw({ mesh, geometry }: Drawn, values: PairValues, term: TermId): void {
  fillSurface(mesh, activationOf(values), term, coordinatesOf(values));
  geometry.update(mesh, { halfWidth: HALF_WIDTH, height: frameHeight(values) });
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The median time of one run; each run gets values of its own, as a dragged slider gives. */
function time(values: PairValues, work: (values: PairValues) => void): number {
  const times: number[] = [];
  for (let run = -warmUp; run < runs; run++) {
    const moved = { ...values, eps: values.eps * (1 + run * 1e-4) };
    const start = performance.now();
    work(moved);
    if (run >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

/** Times every part of the figure `pair` for every activation, without a browser. */
export function timeParts(epsilons: readonly number[]): PartTimes[] {
  const surface = createDrawn(cells.surface);
  const sheets = [
    { drawn: createDrawn(cells.sheet), term: 'neuronI' },
    { drawn: createDrawn(cells.sheet), term: 'neuronJ' },
  ] as const;
  const pixels = new Uint8ClampedArray(4 * tileSide * tileSide);
  const table = divergingColours('light');

  return activationIds.flatMap((act) =>
    epsilons.map((eps) => {
      const values = { ...defaults(pairSchema), act, eps };
      return {
        activation: act,
        epsilon: eps,
        surface: time(values, (moved) => redraw(surface, moved, 'sum')),
        sheets: time(values, (moved) => {
          for (const { drawn, term } of sheets) redraw(drawn, moved, term);
        }),
        tiles: time(values, (moved) => {
          const coordinates = coordinatesOf(moved);
          for (const term of termIds) {
            const range = termRange(moved, term, moved.eps, 8).size || 1;
            const activation = activationOf(moved);
            paintTerm(pixels, tileSide, { activation, term, coordinates, half: HALF_WIDTH, table, range });
          }
        }),
        error: time(values, (moved) => {
          errorAt(moved);
        }),
      };
    }),
  );
}
