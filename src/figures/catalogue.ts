/** Where each figure is. Adding one is a folder and a line here. */
import type { FigureDefinition } from './figure';

/** Loads the entry of a figure by its id, without loading the others; in the order of the page. */
export const catalogue: Readonly<Record<string, () => Promise<FigureDefinition>>> = {
  duo: () => import('./duo/definition').then(({ duoFigure }) => duoFigure),
  pair: () => import('./pair/definition').then(({ pairFigure }) => pairFigure),
  triple: () => import('./triple/definition').then(({ tripleFigure }) => tripleFigure),
  landscape: () => import('./landscape/definition').then(({ landscapeFigure }) => landscapeFigure),
  ride: () => import('./ride/definition').then(({ rideFigure }) => rideFigure),
  train: () => import('./train/definition').then(({ trainFigure }) => trainFigure),
  line: () => import('./line/definition').then(({ lineFigure }) => lineFigure),
  toy: () => import('./toy/definition').then(({ toyFigure }) => toyFigure),
  census: () => import('./census/definition').then(({ censusFigure }) => censusFigure),
  levels: () => import('./levels/definition').then(({ levelsFigure }) => levelsFigure),
};
