/** All figures, loaded; for the page and for scripts. What shows one figure only takes it from the catalogue. */
import { catalogue } from './catalogue';
import type { FigureDefinition } from './figure';

export const figures: readonly FigureDefinition[] = await Promise.all(
  Object.values(catalogue).map((load) => load()),
);

/** The figure with this id, if there is one. */
export function findFigure(id: string): FigureDefinition | undefined {
  return figures.find((figure) => figure.id === id);
}
