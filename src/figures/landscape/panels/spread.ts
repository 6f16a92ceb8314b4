/** Where labels go that would like to stand at given places but must not overlap. */

export interface Wish {
  /** Where its middle would like to be. */
  readonly at: number;
  /** How long it is along the line. */
  readonly size: number;
  /** Of too many labels, those with the lowest priority are left out. */
  readonly priority: number;
}

/**
 * Middles of labels along a line from `low` to `high`: nowhere overlapping, at least `gap` apart, in the order of their
 * wishes and as near to them as that allows (least squares, by merging neighbours that touch). Labels for which there
 * is no room are undefined, lowest priority first.
 */
export function spreadLabels(
  wishes: readonly Wish[],
  low: number,
  high: number,
  gap: number,
): readonly (number | undefined)[] {
  const kept = wishes.map((_, k) => k);
  const room = () => kept.reduce((sum, k) => sum + (wishes[k]?.size ?? 0) + gap, -gap);
  while (kept.length > 0 && room() > high - low + 1e-9) {
    let weakest = 0;
    for (let k = 1; k < kept.length; k++) {
      if (priorityOf(wishes, kept[k]) < priorityOf(wishes, kept[weakest])) weakest = k;
    }
    kept.splice(weakest, 1);
  }
  kept.sort((p, q) => (wishes[p]?.at ?? 0) - (wishes[q]?.at ?? 0));
  const out: (number | undefined)[] = wishes.map(() => undefined);
  for (const { members, start } of mergeTouching(wishes, kept, low, high, gap)) {
    let edge = start;
    for (const k of members) {
      const size = wishes[k]?.size ?? 0;
      out[k] = edge + size / 2;
      edge += size + gap;
    }
  }
  return out;
}

function priorityOf(wishes: readonly Wish[], k: number | undefined): number {
  return (k === undefined ? undefined : wishes[k]?.priority) ?? -Infinity;
}

interface Run {
  members: number[];
  /** Length from the first label's start to the last one's end. */
  length: number;
  /** Sum of the starts that the members wish for the run. */
  wished: number;
  start: number;
}

function mergeTouching(
  wishes: readonly Wish[],
  order: readonly number[],
  low: number,
  high: number,
  gap: number,
): readonly Run[] {
  const runs: Run[] = [];
  const settle = (run: Run) => {
    run.start = Math.min(high - run.length, Math.max(low, run.wished / run.members.length));
  };
  for (const k of order) {
    const { at, size } = wishes[k] ?? { at: 0, size: 0 };
    let run: Run = { members: [k], length: size, wished: at - size / 2, start: 0 };
    settle(run);
    for (let last = runs.at(-1); last && last.start + last.length + gap > run.start; last = runs.at(-1)) {
      const shift = last.length + gap;
      run = {
        members: [...last.members, ...run.members],
        length: shift + run.length,
        wished: last.wished + run.wished - shift * run.members.length,
        start: 0,
      };
      settle(run);
      runs.pop();
    }
    runs.push(run);
  }
  return runs;
}
