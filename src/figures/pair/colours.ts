/** The colour map of the figure's values in either theme. */
import { type ColourTable, divergingTable } from '#math/oklab';
import { palettes, type ThemeName } from '#ui/theme';

const tables = new Map<ThemeName, ColourTable>();

/** Blue for negative, orange for positive values, through the paper's colour at zero. */
export function valueColours(theme: ThemeName): ColourTable {
  const found = tables.get(theme);
  if (found) return found;
  const { negative, neutral, positive } = palettes[theme];
  const made = divergingTable(negative, neutral, positive);
  tables.set(theme, made);
  return made;
}
