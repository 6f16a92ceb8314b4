/**
 * Talking with a browser by the DevTools protocol over its pipe: requests with answers, and events. Playwright does more
 * than pictures need, and takes half a second to load.
 */
import type { Readable, Writable } from 'node:stream';

/** What belongs to an answer or an event, as the protocol has it. */
type Fields = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Fields;
  readonly result?: Fields;
  readonly error?: { readonly message: string };
}

/** One end of the conversation: the browser itself, or one of its pages. */
export interface Session {
  /** Rejects with the browser's sentence, and when the browser is gone. */
  send(method: string, params?: Fields): Promise<Fields>;
  on(method: string, listener: (params: Fields) => void): void;
}

export interface Pipe {
  readonly browser: Session;
  /** The session of a page, by the name that `Target.attachToTarget` gave it. */
  session(name: string): Session;
  /** Ends the conversation: what is not answered is rejected with the reason. */
  end(reason: Error): void;
}

/** Messages are JSON with a zero byte after each. */
const END = '\0';

/**
 * Begins a conversation.
 *
 * @param to what the browser reads from
 * @param from what it writes to
 */
export function openPipe(to: Writable, from: Readable): Pipe {
  const waiting = new Map<number, { resolve: (result: Fields) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, ((params: Fields) => void)[]>();
  const keyOf = (method: string, session: string | undefined) => `${session ?? ''} ${method}`;
  let ended: Error | undefined;
  let last = 0;

  function take({ id, sessionId, method, params = {}, result = {}, error }: Message): void {
    if (id === undefined) {
      for (const listener of listeners.get(keyOf(method ?? '', sessionId)) ?? []) listener(params);
      return;
    }
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result);
  }

  const end = (reason: Error) => {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };

  // Large files come in many pieces, which are put together once.
  let pieces: string[] = [];
  from.setEncoding('utf8');
  from.on('data', (text: string) => {
    const parts = text.split(END);
    for (const [k, part] of parts.entries()) {
      pieces.push(part);
      if (k === parts.length - 1) break;
      const whole = pieces.join('');
      pieces = [];
      take(JSON.parse(whole) as Message);
    }
  });
  for (const stream of [to, from]) stream.on('error', end);
  from.on('close', () => end(new Error('the browser is gone')));

  const session = (name?: string): Session => ({
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        const id = ++last;
        waiting.set(id, { resolve, reject });
        to.write(
          JSON.stringify({ id, method, params, ...(name !== undefined && { sessionId: name }) }) + END,
        );
      }),
    on(method, listener) {
      const key = keyOf(method, name);
      listeners.set(key, [...(listeners.get(key) ?? []), listener]);
    },
  });
  return { browser: session(), session, end };
}
