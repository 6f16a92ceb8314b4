/** What of a figure an author can leave out or lock: what is there, and nothing else. */
import type { ControlChoice } from '#state/query';
import type { FigurePort, Level } from '#ui/figure-context';

/** A control or another part of a figure. */
export interface FigurePart {
  /** Its name in an address. */
  readonly name: string;
  readonly label: string;
  readonly canHide: boolean;
  readonly canLock: boolean;
  /** From which choice of controls on it is shown. */
  readonly level: Level;
}

/** The parts of a mounted figure; those that are only there to be locked come last. */
export function partsOf(port: FigurePort): readonly FigurePart[] {
  const { schema } = port.store;
  const controls = new Set(
    [...(port.root()?.querySelectorAll<HTMLElement>('[data-param]') ?? [])].map(
      ({ dataset }) => dataset.param ?? '',
    ),
  );
  const hideable = [...port.parts].map(([name, { level, label }]) => ({
    name,
    label: schema[name]?.label ?? label ?? name,
    canHide: true,
    canLock: name in schema,
    level,
  }));
  const others = [...controls]
    .filter((name) => name in schema && !port.parts.has(name))
    .map((name) => ({
      name,
      label: schema[name]?.label ?? name,
      canHide: false,
      canLock: true,
      level: 'view' as const,
    }));
  return [...hideable, ...others];
}

/** Whether a part is there with this choice of controls. */
export function isThere({ level }: Pick<FigurePart, 'level'>, controls: ControlChoice): boolean {
  return level === 'view' || controls === 'full' || (level === 'min' && controls === 'min');
}
