/**
 * The React contexts of a figure. Its settings say which parts to show and which values are locked; its port gives the page
 * access to the figure: its store, its data, its description, its player.
 */
import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react';
import type { FigureStore } from '#state/figure-store';
import type { Composition, ControlChoice, GestureChoice, ProfileChoice } from '#state/query';
import type { Schema, Values } from '#state/schema';
import type { DataTable } from '#state/table';
import { useUndoKeys } from './undo-keys';

/** Something of a figure that plays and pauses. */
export interface Player {
  readonly playing: () => boolean;
  readonly toggle: () => void;
}

/** What a figure offers; parts of it may come later than the figure, and change. */
export interface Offer {
  /** The numbers behind what is shown now. */
  readonly data: () => readonly DataTable[];
  /** What is shown now, in words. */
  readonly words: () => string;
  readonly player: Player;
  /** Lets its ball roll from where it was put. */
  readonly roll: () => void;
  /**
   * Makes what an animation needs, such as the run that it follows. Resolves with what clears it away again, if there is
   * anything to clear; rejects with a sentence for people.
   */
  readonly prepare: (animation: string) => Promise<(() => void) | undefined>;
}

/** A mounted figure, as the page sees it. */
export interface FigurePort {
  readonly id: string;
  /** Before each of its keys in a link to this page. */
  readonly prefix: string;
  readonly store: FigureStore<Schema>;
  /** Its element. */
  readonly root: () => HTMLElement | null;
  /** What it offers so far. */
  readonly offers: Partial<Offer>;
  /** What an author can leave out, by its name: what asks `useShown` and is there now. */
  readonly parts: ReadonlyMap<string, HideablePart>;
}

/** Something of a figure that an author can leave out. */
export interface HideablePart {
  readonly level: Level;
  /** What people call it, where the schema does not say. */
  readonly label: string | undefined;
}

export type Tool = 'share' | 'export';

export interface FigureSettings {
  readonly composition: Composition;
  readonly controls: ControlChoice;
  readonly hide: ReadonlySet<string>;
  readonly lock: ReadonlySet<string>;
  readonly gesture: GestureChoice;
  readonly profile: ProfileChoice;
  /** Stands in the place of the figure's own title: what a step of a talk says. */
  readonly heading?: string;
  /** Told about a figure once it is on the page; returns what takes it back. */
  readonly onPort?: (port: FigurePort) => () => void;
  /** What can be opened for a figure. */
  readonly tools?: Partial<Readonly<Record<Tool, (port: FigurePort) => void>>>;
}

const page: FigureSettings = {
  composition: 'page',
  controls: 'full',
  hide: new Set(),
  lock: new Set(),
  gesture: 'cooperative',
  profile: 'screen',
};

export const FigureSettingsContext = createContext<FigureSettings>(page);
const PortContext = createContext<FigurePort | undefined>(undefined);

/** The settings of the figure around this component. */
export function useFigureSettings(): FigureSettings {
  return useContext(FigureSettingsContext);
}

/** The port of the figure around this component. */
export function usePort(): FigurePort | undefined {
  return useContext(PortContext);
}

/** From which choice of controls on something is shown: the picture always, the main control with `min`, the rest with `full`. */
export type Level = 'view' | 'min' | 'full';

/**
 * Whether a part of a figure with this name is shown.
 * @param label what people call it, if it is no parameter of the schema
 */
export function useShown(name: string, level: Level, label?: string): boolean {
  const { controls, hide } = useFigureSettings();
  const port = usePort();
  useEffect(() => {
    if (!port) return;
    const parts = port.parts as Map<string, HideablePart>;
    const part = { level, label };
    parts.set(name, part);
    return () => {
      if (parts.get(name) === part) parts.delete(name);
    };
  }, [port, name, level, label]);
  if (hide.has(name)) return false;
  return level === 'view' || controls === 'full' || (level === 'min' && controls === 'min');
}

interface PartProps {
  /** What an author calls it to hide it. */
  readonly name: string;
  readonly level?: Level;
  /** What people call it. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A part of a figure that an author can leave out. */
export function Part({ name, level = 'full', label, children }: PartProps) {
  return useShown(name, level, label) ? children : null;
}

/** Whether the reader cannot change a control: it is locked itself, or everything that it changes is. */
export function isLocked(
  { lock }: FigureSettings,
  { locked }: Pick<FigureStore<Schema>, 'locked'>,
  name: string,
  keys: readonly string[] = [name],
): boolean {
  return lock.has(name) || (keys.length > 0 && keys.every((key) => locked.has(key)));
}

/** Offers something of the figure around this component, for as long as the component is there. */
export function useOffer(offer: Partial<Offer>): void {
  const port = usePort();
  const latest = useRef(offer);
  latest.current = offer;
  useEffect(() => {
    if (!port) return;
    const offers = port.offers as Record<string, unknown>;
    // What is offered follows the last render without being offered anew.
    const made: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(latest.current)) {
      made[key] =
        typeof value === 'function'
          ? (...args: unknown[]) =>
              (latest.current as Record<string, (...all: unknown[]) => unknown>)[key]?.(...args)
          : {
              playing: () => latest.current.player?.playing() ?? false,
              toggle: () => latest.current.player?.toggle(),
            };
    }
    Object.assign(offers, made);
    return () => {
      for (const [key, value] of Object.entries(made)) if (offers[key] === value) delete offers[key];
    };
  }, [port]);
}

interface FigurePortProps<S extends Schema> {
  readonly id: string;
  readonly prefix: string;
  readonly store: FigureStore<S>;
  readonly root: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** Around everything in a figure: makes its port and reports it to the page. */
export function FigureShell<S extends Schema>({ id, prefix, store, root, children }: FigurePortProps<S>) {
  const { onPort } = useFigureSettings();
  const port = useRef<FigurePort>(undefined);
  port.current ??= {
    id,
    prefix,
    // A store is read and written through its own schema, so its type need not be known outside.
    store: store as unknown as FigureStore<Schema>,
    root: () => root.current,
    offers: {},
    parts: new Map(),
  };
  useEffect(() => (port.current ? onPort?.(port.current) : undefined), [onPort]);
  useUndoKeys(root, store);
  return <PortContext value={port.current}>{children}</PortContext>;
}

/** The values of a port's figure. */
export function portValues(port: FigurePort): Values<Schema> {
  return port.store.values();
}
