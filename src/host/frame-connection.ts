/** The custom element's side of the message channel to the figure in its iframe. */
import { siteOrigin } from './element-address';
import { type Announcements, envelope, type Requests, type RequestType, SOURCE } from './protocol';

export interface FrameConnection {
  readonly ask: <T extends RequestType>(
    type: T,
    payload?: Requests[T]['payload'],
  ) => Promise<Requests[T]['result']>;
  /** Closes the channel and rejects pending requests with the reason. */
  readonly end: (why: string) => void;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

interface FromFigure {
  readonly source?: unknown;
  readonly id?: unknown;
  readonly type?: unknown;
  readonly payload?: { readonly ok?: boolean; readonly result?: unknown; readonly error?: string };
}

let last = 0;

/** Opens the channel to the figure in an iframe; requests are queued until it is ready. */
export function createFrameConnection(
  frame: HTMLIFrameElement,
  onMessage: <T extends keyof Announcements>(type: T, payload: Announcements[T]) => void,
): FrameConnection {
  const waiting = new Map<string, Waiting>();
  const unsent: (() => void)[] = [];
  let isReady = false;

  const listen = ({ source, origin, data }: MessageEvent<FromFigure | null>) => {
    if (source === null || source !== frame.contentWindow || origin !== siteOrigin) return;
    if (data?.source !== SOURCE) return;
    const { id, type, payload } = data;
    if (type === 'reply') {
      const one = waiting.get(String(id));
      waiting.delete(String(id));
      if (payload?.ok) one?.resolve(payload.result as never);
      else one?.reject(new Error(payload?.error));
      return;
    }
    if (type === 'ready') {
      isReady = true;
      for (const send of unsent.splice(0)) send();
    }
    onMessage(type as keyof Announcements, payload as never);
  };
  addEventListener('message', listen);

  return {
    ask(type, payload) {
      return new Promise((resolve, reject) => {
        const id = `element-${++last}`;
        waiting.set(id, { resolve, reject });
        const send = () => frame.contentWindow?.postMessage(envelope(id, type, payload), siteOrigin);
        if (isReady) send();
        else unsent.push(send);
      });
    },
    end(why) {
      removeEventListener('message', listen);
      for (const { reject } of waiting.values()) reject(new Error(why));
      waiting.clear();
    },
  };
}
