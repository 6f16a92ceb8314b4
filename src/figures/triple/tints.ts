/** The colours of the neurons and of their sheets. */
import type { TripleValues } from './schema';

/** Of three neurons: the outer two and the middle one. */
export const TINTS = ['neuronI', 'neuronK', 'neuronJ'] as const;
export type Tint = (typeof TINTS)[number];

/** The colour of each neuron; both of a pair have one. */
export function neuronTints(group: TripleValues['group']): readonly Tint[] {
  return group === 'triple' ? TINTS : ['neuronI', 'neuronI', 'neuronJ', 'neuronJ'];
}

/** The colour of each sheet. */
export function sheetTints(group: TripleValues['group']): readonly Tint[] {
  return group === 'triple' ? TINTS : ['neuronI', 'neuronJ'];
}
