/**
 * The symbols of the page: one letter, one colour and one meaning each, in text, formulas and figures. What they mean in
 * words is in `src/story/text`.
 */

export interface SymbolEntry {
  readonly letter: string;
  readonly subscript?: string;
  /** A token of the theme, by its name as a CSS variable. */
  readonly colour: string;
  readonly upright?: boolean;
  /** How it is written in TeX, and by which macro of ours. */
  readonly tex: string;
  readonly macro: `\\${string}`;
}

const table = {
  epsilon: { letter: 'ε', colour: 'epsilon', tex: '\\varepsilon', macro: '\\eps' },
  w: { letter: 'w', colour: 'w', tex: 'w', macro: '\\ww' },
  wi: { letter: 'w', subscript: 'i', colour: 'neuron-i', tex: 'w_i', macro: '\\wi' },
  wj: { letter: 'w', subscript: 'j', colour: 'neuron-j', tex: 'w_j', macro: '\\wj' },
  w0: { letter: 'w', subscript: '0', colour: 'w', tex: 'w_0', macro: '\\wbias' },
  delta: { letter: 'Δ', colour: 'delta', upright: true, tex: '\\Delta', macro: '\\DD' },
  delta0: { letter: 'Δ', subscript: '0', colour: 'delta', upright: true, tex: '\\Delta_0', macro: '\\Dbias' },
  a: { letter: 'a', colour: 'a', tex: 'a', macro: '\\aa' },
  ai: { letter: 'a', subscript: 'i', colour: 'neuron-i', tex: 'a_i', macro: '\\ai' },
  aj: { letter: 'a', subscript: 'j', colour: 'neuron-j', tex: 'a_j', macro: '\\aj' },
  c: { letter: 'c', colour: 'c', tex: 'c', macro: '\\cc' },
  sigma: { letter: 'σ', colour: 'ink', tex: '\\sigma', macro: '\\act' },
  gamma: { letter: 'γ', colour: 'gamma', tex: '\\gamma', macro: '\\gam' },
  alpha: { letter: 'α', colour: 'alpha', tex: '\\alpha', macro: '\\alp' },
  h: { letter: 'h', colour: 'h', tex: 'h', macro: '\\hh' },
  loss: { letter: 'L', colour: 'ink', tex: 'L', macro: '\\loss' },
  lambda: { letter: 'λ', subscript: 'max', colour: 'ink', tex: '\\lambda_{\\max}', macro: '\\lammax' },
  s: { letter: 's', colour: 'ink', tex: 's', macro: '\\arc' },
  eta: { letter: 'η', colour: 'ink', tex: '\\eta', macro: '\\rate' },
  t: { letter: 't', colour: 'ink', tex: 't', macro: '\\time' },
  x: { letter: 'x', colour: 'ink', tex: 'x', macro: '\\xx' },
  x1: { letter: 'x', subscript: '1', colour: 'ink', tex: 'x_1', macro: '\\xone' },
  x2: { letter: 'x', subscript: '2', colour: 'ink', tex: 'x_2', macro: '\\xtwo' },
} as const satisfies Readonly<Record<string, SymbolEntry>>;

export type SymbolName = keyof typeof table;
export const symbols: Readonly<Record<SymbolName, SymbolEntry>> = table;
export const symbolNames = Object.keys(table) as readonly SymbolName[];

/** Whether a name is that of a symbol. */
export function isSymbol(name: string | undefined): name is SymbolName {
  return name !== undefined && Object.hasOwn(table, name);
}
