/**
 * The embedded side of the message channel: receives requests of the host page, replies, and announces events of the
 * figure. Messages from other windows or origins, and those of other protocols, are counted and ignored.
 */

import { type Clock, windowClock } from '#state/motion';
import type { FigurePort } from '#ui/figure-context';
import { answerRequest, type TakePicture } from './answer-request';
import { type HostedFigure, readyOf } from './figure-report';
import { createPlayback, type Playback } from './playback';
import {
  type Announcements,
  type AnnouncementType,
  type Envelope,
  envelope,
  type Id,
  type Reply,
  readEnvelope,
} from './protocol';
import { createStateReporter } from './state-reporter';

/** The part of a window that is needed; tests hand in their own. */
export interface FramedWindow {
  readonly parent: { postMessage(message: unknown, target: string, transfer?: Transferable[]): void };
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

export interface EmbedConnectionOptions {
  /** The only origin that messages are accepted from and sent to; any when undefined. */
  readonly origin: string | undefined;
  /** Of the site. */
  readonly version: string;
  /** Called with the number of ignored messages so far. */
  readonly onDropped?: (count: number) => void;
  readonly clock?: Clock;
}

/** A figure that is on the page. */
export interface ConnectedFigure {
  readonly playback: Playback;
  /** Announces that the figure is drawn. */
  readonly ready: () => void;
  readonly end: () => void;
}

export interface EmbedConnection {
  readonly connect: (figure: HostedFigure, port: FigurePort, takePicture?: TakePicture) => ConnectedFigure;
  readonly announce: <T extends AnnouncementType>(type: T, payload: Announcements[T]) => void;
  /** Reports the height of the content, also in the formats of Canvas (LTI) and H5P. */
  readonly reportHeight: (height: number) => void;
  readonly dispose: () => void;
}

/** Messages of other protocols that are understood: slide events of reveal.js and the resizer of H5P. */
function otherProtocol(data: unknown): 'start' | 'stop' | 'h5p-hello' | undefined {
  if (data === 'slide:start') return 'start';
  if (data === 'slide:stop') return 'stop';
  if (typeof data !== 'object' || data === null) return undefined;
  const { context, action } = data as { readonly context?: unknown; readonly action?: unknown };
  return context === 'h5p' && (action === 'hello' || action === 'ready' || action === 'resize')
    ? 'h5p-hello'
    : undefined;
}

/** Listens to the host page until it is disposed of. */
export function createEmbedConnection(win: FramedWindow, options: EmbedConnectionOptions): EmbedConnection {
  const { origin, version, onDropped, clock = windowClock() } = options;
  const isFramed = (win.parent as unknown) !== win;
  let dropped = 0;
  let running = 0;
  let height: number | undefined;
  let connected:
    | { readonly perform: (request: Envelope) => Promise<Reply>; readonly slide: (on: boolean) => void }
    | undefined;
  const waiting: Envelope[] = [];

  const post = (message: unknown, transfer: Transferable[] = []) => {
    if (isFramed) win.parent.postMessage(message, origin ?? '*', transfer);
  };
  const announce = <T extends AnnouncementType>(type: T, payload: Announcements[T]) =>
    post(envelope(++running, type, payload));
  const reply = (id: Id, answer: Reply) => {
    const bytes = answer.ok && (answer.result as { readonly bytes?: unknown }).bytes;
    post(envelope(id, 'reply', answer), bytes instanceof ArrayBuffer ? [bytes] : []);
  };
  const perform = async (request: Envelope) => {
    if (connected) reply(request.id, await connected.perform(request));
    else waiting.push(request);
  };
  const postToH5p = (action: string, sizes: Readonly<Record<string, number>> = {}) =>
    post({ context: 'h5p', action, ...sizes });
  const reportHeightToH5p = () => {
    // Each version of the resizer reads another name.
    if (height !== undefined) postToH5p('resize', { height, scrollHeight: height, clientHeight: height });
  };

  const receive = (event: MessageEvent) => {
    const isParent = isFramed && event.source === (win.parent as unknown);
    if (isParent && (origin === undefined || event.origin === origin)) {
      const request = readEnvelope(event.data);
      if (request) return void perform(request);
      const word = otherProtocol(event.data);
      if (word === 'h5p-hello') return reportHeightToH5p();
      if (word) return connected?.slide(word === 'start');
    }
    dropped += 1;
    onDropped?.(dropped);
  };
  win.addEventListener('message', receive);

  return {
    announce,
    reportHeight(next) {
      const isFirst = height === undefined;
      height = next;
      announce('resize', { height });
      post(JSON.stringify({ subject: 'lti.frameResize', height }));
      if (isFirst) postToH5p('hello');
      reportHeightToH5p();
    },
    connect(figure, port, takePicture) {
      const playback = createPlayback(figure, port, clock);
      const reporter = createStateReporter(figure, port, playback, clock, (payload) =>
        announce('state', payload),
      );
      let turn: Promise<unknown> = Promise.resolve();
      let resumes = false;
      const mine = {
        /** Requests run one after the other, so that each sees the effect of the one before. */
        perform(request: Envelope) {
          const answered = turn.then(() =>
            answerRequest(request, { figure, port, playback, reporter, takePicture }),
          );
          turn = answered.then(({ started }) => started);
          return answered.then(({ reply: later }) => later);
        },
        slide(on: boolean) {
          if (!on) resumes ||= playback.isPlaying();
          const acts = on ? resumes : playback.isPlaying();
          if (on) resumes = false;
          if (acts)
            turn = turn
              .then(() => reporter.byHost(() => (on ? playback.play() : playback.pause())))
              .catch(() => {});
        },
      };
      connected = mine;
      for (const request of waiting.splice(0)) void perform(request);
      return {
        playback: { ...playback, play: () => reporter.byHost(playback.play) },
        ready: () =>
          announce('ready', readyOf(figure, port.store, port.prefix, version, playback.isPlaying())),
        end() {
          if (connected === mine) connected = undefined;
          reporter.end();
          playback.motion.stop();
        },
      };
    },
    dispose: () => win.removeEventListener('message', receive),
  };
}
