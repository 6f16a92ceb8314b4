/** The figures of the page. Adding one is a folder and a line here. */
import { duoFigure } from './duo/definition';
import type { FigureDefinition } from './figure';
import { landscapeFigure } from './landscape/definition';
import { pairFigure } from './pair/definition';
import { rideFigure } from './ride/definition';
import { toyFigure } from './toy/definition';

export const figures: readonly FigureDefinition[] = [
  duoFigure,
  pairFigure,
  landscapeFigure,
  rideFigure,
  toyFigure,
];

/** The figure with this id, if there is one. */
export function findFigure(id: string): FigureDefinition | undefined {
  return figures.find((figure) => figure.id === id);
}
