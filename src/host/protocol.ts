/**
 * The message protocol between a host page and a figure in an iframe: the types of all messages, and their parser. Both
 * sides use it. The parser never throws: other scripts post messages to the same window.
 */
import type { Value } from '#state/schema';

export const SOURCE = 'minima-at-infinity';
export const PROTOCOL = 1;

/** The longest message that is read, in characters of its texts and one for each of its values. */
export const LONGEST_MESSAGE = 65_536;
const DEEPEST = 8;
const LONGEST_ID = 64;

export type Id = string | number;

/** Around every message, in both directions. */
export interface Envelope<Type extends string = string, Payload = unknown> {
  readonly source: typeof SOURCE;
  readonly v: typeof PROTOCOL;
  /** Of a request: chosen by who asks. Of a reply: that of its request. Else a running number. */
  readonly id: Id;
  readonly type: Type;
  readonly payload: Payload;
}

export interface StatePayload {
  readonly figure: string;
  /** As after the `#` of a link, without it; empty when everything is as at the start. */
  readonly hash: string;
  readonly values: Readonly<Record<string, Value>>;
  /** Whether something plays. */
  readonly isPlaying: boolean;
}

/** What can be set of a figure. */
export interface KeyOfFigure {
  readonly key: string;
  readonly label: string;
  readonly kind: 'number' | 'vector' | 'choice' | 'flag';
  readonly default: Value;
  /** What the reader cannot change; messages can. */
  readonly isLocked: boolean;
  /** Of numbers, and of each entry of vectors. A number on a logarithmic scale may also be 0 where `hasZero` says so. */
  readonly min?: number | readonly number[];
  readonly max?: number | readonly number[];
  readonly scale?: 'linear' | 'log';
  readonly hasZero?: boolean;
  readonly unit?: string;
  /** Of choices. */
  readonly options?: readonly string[];
}

export interface ReadyPayload {
  readonly figure: string;
  readonly title: string;
  /** Of the site. */
  readonly version: string;
  readonly presets: readonly { readonly id: string; readonly title: string; readonly teaches: string }[];
  readonly keys: readonly KeyOfFigure[];
  readonly state: StatePayload;
}

/** Messages that the figure sends without a request. */
export interface Announcements {
  /** The figure is drawn and answers. */
  readonly ready: ReadyPayload;
  readonly state: StatePayload & {
    /** Changed by the reader, not by a message or by playing that a message started. */
    readonly isUserInitiated: boolean;
    /** No gesture is under way: nothing follows until the next change. */
    readonly isFinal: boolean;
  };
  /** A talk or the article is at another step. */
  readonly step: { readonly index: number; readonly count: number; readonly title: string };
  /** A reader of the article has answered a question (src/story/parts/predict/report-answer.ts). */
  readonly answer: { readonly question: string; readonly answer: string; readonly isRight?: boolean };
  /** The height at which nothing is cut off, in CSS pixels; only of embeds with all controls. */
  readonly resize: { readonly height: number };
  readonly error: { readonly code: ErrorCode; readonly sentence: string };
}

export type ErrorCode =
  | 'unknown-figure'
  | 'unknown-preset'
  /** Not everything in the address could be shown as asked. */
  | 'link'
  | 'not-computed'
  | 'crashed';

export interface ScreenshotPayload {
  readonly format?: 'png' | 'svg';
  /** Of the layout, in CSS pixels; those of the frame when left out. */
  readonly width?: number;
  readonly height?: number;
  /** Pixels of the file for each of the layout. */
  readonly scale?: number;
  /** `paper`, `transparent` or `#rrggbb`. */
  readonly background?: string;
}

/** The requests of a host page, each with its payload and the result in the reply. */
export interface Requests {
  readonly getState: { readonly payload: undefined; readonly result: StatePayload };
  readonly setState: {
    /** A whole state as in a link, or some values. */
    readonly payload: { readonly hash?: string; readonly values?: Readonly<Record<string, unknown>> };
    /** Sentences about values that were refused or clamped. */
    readonly result: StatePayload & { readonly problems: readonly string[] };
  };
  readonly goto: {
    readonly payload: { readonly preset: string; readonly seconds?: number };
    /** `isComplete` is false when another change interrupted the motion. */
    readonly result: StatePayload & { readonly isComplete: boolean };
  };
  readonly play: { readonly payload: undefined; readonly result: StatePayload };
  readonly pause: { readonly payload: undefined; readonly result: StatePayload };
  readonly reset: { readonly payload: undefined; readonly result: StatePayload };
  readonly screenshot: {
    readonly payload: ScreenshotPayload;
    readonly result: { readonly name: string; readonly type: string; readonly bytes: ArrayBuffer };
  };
}

export type AnnouncementType = keyof Announcements;
export type RequestType = keyof Requests;

export type Reply =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: string };

/** Puts a message into its envelope. */
export function envelope<Type extends string, Payload>(
  id: Id,
  type: Type,
  payload: Payload,
): Envelope<Type, Payload> {
  return { source: SOURCE, v: PROTOCOL, id, type, payload };
}

/** Something unreadable: not plain data, too deep or too long. */
class Unreadable extends Error {}

interface Room {
  left: number;
}

function take(room: Room, amount: number): void {
  room.left -= amount;
  if (room.left < 0) throw new Unreadable();
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** A deep copy of plain data. Runs no getters; throws when the data are too large. */
function plainCopy(value: unknown, room: Room, depth: number): unknown {
  take(room, 1);
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'string') take(room, value.length);
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
      throw new Unreadable();
    return value;
  }
  if (depth >= DEEPEST) throw new Unreadable();
  const own = (key: string | number): unknown => {
    const found = Object.getOwnPropertyDescriptor(value, key);
    if (found && !('value' in found)) throw new Unreadable();
    return plainCopy(found?.value, room, depth + 1);
  };
  if (Array.isArray(value)) {
    take(room, value.length);
    return Array.from({ length: value.length }, (_, k) => own(k));
  }
  if (!isPlain(value)) throw new Unreadable();
  const copy = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value)) {
    take(room, key.length);
    copy[key] = own(key);
  }
  return copy;
}

/** A record of plain data, without a prototype. */
export type Plain = Readonly<Record<string, unknown>>;

/** Whether a value that was read is a record. */
export function isRecord(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(id: unknown): id is Id {
  return typeof id === 'string' ? id.length <= LONGEST_ID : typeof id === 'number' && Number.isFinite(id);
}

/** Reads a message; undefined when it is none of ours. Its payload is a copy of plain data. */
export function readEnvelope(data: unknown): Envelope | undefined {
  try {
    const plain = plainCopy(data, { left: LONGEST_MESSAGE }, 0);
    if (!isRecord(plain)) return undefined;
    const { source, v, id, type, payload } = plain;
    if (source !== SOURCE || v !== PROTOCOL || !isId(id) || typeof type !== 'string') return undefined;
    return envelope(id, type, payload);
  } catch {
    return undefined;
  }
}
