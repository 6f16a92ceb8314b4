/**
 * What workers answered once, told again: a landscape takes seconds, and most tests look at what the page does with it.
 * Answers are recorded from the built page itself, anew for every build of its worker. Tests of the computing itself
 * open their pages with `computing: 'real'`.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../scripts/lib/paths';

/** Figures whose first computations are worth remembering. */
const FIGURES = ['landscape', 'toy'] as const;
/** The file, beside any page, from which pages fetch what is remembered. */
export const ANSWERS = '/remembered-answers.json';

/** A message of a worker, its typed arrays as text. */
type Packed = Readonly<Record<string, unknown>>;

/** One job that was begun and came to its end: as it was asked for, and all that was said of it. */
interface Remembered {
  readonly question: string;
  readonly answers: readonly Packed[];
}

/** In the page while it is recorded. */
interface Recorder {
  readonly done: Remembered[];
  readonly begun: Map<number, { question: string; answers: Packed[] }>;
}

/** Runs in the page, before its scripts: keeps what workers are asked and say. */
function record(): void {
  const arrays = [Float64Array, Float32Array, Uint8Array, Int32Array, Uint32Array];
  const recorder: Recorder = { done: [], begun: new Map() };
  Object.assign(window, { recorder });
  const textOf = (bytes: Uint8Array) => {
    let text = '';
    for (let k = 0; k < bytes.length; k += 4096) text += String.fromCharCode(...bytes.slice(k, k + 4096));
    return btoa(text);
  };
  const pack = (value: unknown): unknown => {
    if (ArrayBuffer.isView(value)) {
      if (!arrays.some((kind) => value instanceof kind))
        throw new Error(`cannot keep a ${value.constructor.name}`);
      const { buffer, byteOffset, byteLength } = value;
      return { array: value.constructor.name, bytes: textOf(new Uint8Array(buffer, byteOffset, byteLength)) };
    }
    if (typeof value === 'number' && !Number.isFinite(value)) return { number: String(value) };
    if (Array.isArray(value)) return value.map(pack);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pack(inner)]));
  };
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }: MessageEvent<{ id: number; type: string }>) => {
        const one = recorder.begun.get(data.id);
        one?.answers.push(pack(data) as Packed);
        if (one && data.type === 'end') recorder.done.push(one);
        if (['end', 'failed'].includes(data.type)) recorder.begun.delete(data.id);
      });
    }
    override postMessage(message: { type: string; id: number; job?: string; request?: unknown }) {
      if (message.type === 'start') {
        const question = JSON.stringify(pack([message.job, message.request]));
        recorder.begun.set(message.id, { question, answers: [] });
      } else {
        recorder.begun.delete(message.id);
      }
      super.postMessage(message);
    }
  };
}

/** Runs in the page, before its scripts: workers say at once what is remembered, and compute the rest. */
export function remember(): void {
  const kinds = { Float64Array, Float32Array, Uint8Array, Int32Array, Uint32Array };
  const unpack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unpack);
    if (typeof value !== 'object' || value === null) return value;
    const { array, bytes, number } = value as { array?: keyof typeof kinds; bytes?: string; number?: string };
    if (array && bytes !== undefined)
      return new kinds[array](Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)).buffer);
    if (number) return Number(number);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpack(inner)]));
  };
  // The same text as when it was recorded: arrays as text, in the same order.
  const questionOf = (job: unknown, request: unknown) =>
    JSON.stringify([job, request], (_, value: unknown) => {
      if (!ArrayBuffer.isView(value)) {
        return typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value;
      }
      const all = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return { array: value.constructor.name, bytes: btoa(String.fromCharCode(...all)) };
    });
  let answers: Promise<readonly { question: string; answers: readonly Packed[] }[]> | undefined;
  const known = () => {
    answers ??= fetch('./remembered-answers.json').then(
      (response) => response.json() as Promise<readonly Remembered[]>,
    );
    return answers;
  };
  interface Message {
    readonly type: string;
    readonly id: number;
    readonly job?: string;
    readonly request?: unknown;
  }
  const remembered = ['landscape', 'toy-landscape', 'toy-run', 'toy-edge', 'toy-stalls'];
  /** Jobs that go on with what an earlier one made. */
  const needsWorld = (job = '') => ['run', 'place'].includes(job);
  const Original = window.Worker;
  window.Worker = class extends Original {
    /** The landscape that was told, not computed. */
    told: Message | undefined;
    waiting: Message[] | undefined;
    ended = false;
    readonly cancelled = new Set<number>();

    override postMessage(message: Message) {
      if (message.type === 'cancel') this.cancelled.add(message.id);
      if (message.type === 'start' && remembered.includes(message.job ?? '')) {
        void this.tell(message);
      } else if (this.waiting) {
        this.waiting.push(message);
      } else if (this.told && needsWorld(message.job)) {
        this.waiting = [message];
        this.compute({ ...this.told, id: -1 });
      } else {
        super.postMessage(message);
      }
    }

    override terminate() {
      this.ended = true;
      super.terminate();
    }

    /** Has the landscape computed after all, then sends what waits for it. */
    compute(message: Message) {
      const { told } = this;
      this.told = undefined;
      const heard = ({ data }: MessageEvent<{ id: number; type: string }>) => {
        if (data.id !== -1 || !['end', 'failed'].includes(data.type)) return;
        this.removeEventListener('message', heard);
        const { waiting = [] } = this;
        this.waiting = undefined;
        if (told) for (const one of waiting) this.postMessage(one);
      };
      this.addEventListener('message', heard);
      super.postMessage(message);
    }

    async tell(message: Message) {
      const found = await known()
        .then((all) => all.find(({ question }) => question === questionOf(message.job, message.request)))
        .catch(() => undefined);
      if (this.ended || this.cancelled.has(message.id)) return;
      if (message.job === 'landscape') this.told = found && message;
      if (!found) {
        super.postMessage(message);
        return;
      }
      for (const answer of found.answers) {
        await new Promise((resolve) => setTimeout(resolve));
        if (this.ended || this.cancelled.has(message.id)) return;
        const data = { ...(unpack(answer) as object), id: message.id };
        this.dispatchEvent(new MessageEvent('message', { data }));
      }
    }
  };
}

/** Names the worker of this build. */
function workerName(): string {
  const found = readdirSync(join(root, 'dist/assets')).find((name) => name.startsWith('job-worker'));
  if (!found) throw new Error('the built site has no worker');
  return found.replace(/\.js$/, '');
}

const folder = join(root, 'artifacts/test');

/** The file of the answers of this build, recorded or not. */
export function answersFile(): string {
  return join(folder, `${workerName()}.json`);
}

/**
 * Records the answers from the built site, unless they are there already.
 *
 * @throws Error when a figure is not computed within a minute.
 */
export async function recordAnswers(browser: Browser, siteUrl: string): Promise<void> {
  if (existsSync(answersFile())) return;
  mkdirSync(folder, { recursive: true });
  const all: Remembered[] = [];
  for (const figure of FIGURES) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addInitScript(record);
    const page = await context.newPage();
    await page.goto(`${siteUrl}?figure=${figure}`);
    await page.waitForFunction(
      () => {
        const { recorder } = window as unknown as { recorder: Recorder };
        return recorder.done.length > 0 && recorder.begun.size === 0;
      },
      undefined,
      { timeout: 120_000, polling: 500 },
    );
    all.push(...(await page.evaluate(() => (window as unknown as { recorder: Recorder }).recorder.done)));
    await context.close();
  }
  writeFileSync(answersFile(), JSON.stringify(all));
}
