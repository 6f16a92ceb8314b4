/** The colour map of the loss, apart from everything three-dimensional: flat pictures need no more. */
import { type ColourTable, sequentialTable } from '#math/numerics/oklab';

/** The colours of viridis: dark where the loss is low. */
const LOSS_COLOURS = ['#440154', '#3b528b', '#21918c', '#5ec962', '#fde725'] as const;
let table: ColourTable | undefined;

/** The colour map of the loss. */
export function lossColours(): ColourTable {
  table ??= sequentialTable(LOSS_COLOURS);
  return table;
}
