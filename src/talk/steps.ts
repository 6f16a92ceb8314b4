/** The data of a talk: a sequence of figure states, each with a title and a note for the speaker. */
import type { FigureDefinition } from '#figures/figure';
import { defaults, type Schema, type Values, withValues } from '#state/schema';

export interface Step {
  readonly figure: FigureDefinition;
  /** The whole state of the figure. */
  readonly values: Values<Schema>;
  /** The example from which it comes. */
  readonly preset?: string;
  readonly title: string;
  /** For the speaker. */
  readonly note: string;
  /** How long the figure takes from the state before to this one. */
  readonly seconds: number;
  /** What the figure plays once it is there: one of its animations. */
  readonly animation?: string;
}

export interface Talk {
  readonly title: string;
  /** At least one. */
  readonly steps: readonly Step[];
}

/** Seconds from one state to the next, unless a talk says otherwise. */
export const STEP_SECONDS = 1.2;

/** The most seconds that a talk can ask for. */
export const MOST_SECONDS = 60;

/** The state of a figure with one of its presets, or its defaults. */
export function valuesOfPreset(figure: FigureDefinition, preset?: string): Values<Schema> {
  const { schema, presets } = figure;
  const found = presets.find(({ id }) => id === preset);
  return withValues(schema, defaults(schema), found?.values ?? {});
}

/** Every example of the figures, one step each. */
export function stepsOfPresets(figures: readonly FigureDefinition[]): readonly Step[] {
  return figures.flatMap((figure) =>
    figure.presets.map(({ id, title, teaches }) => ({
      figure,
      values: valuesOfPreset(figure, id),
      preset: id,
      title,
      note: teaches,
      seconds: STEP_SECONDS,
    })),
  );
}

/** The next step that shows another figure: it is prepared in advance. */
export function nextFigure({ steps }: Talk, at: number): Step | undefined {
  const here = steps[at]?.figure.id;
  return steps.slice(at + 1).find(({ figure }) => figure.id !== here);
}
