/**
 * The embedded side of the talk between a page and a figure in its frame: hears requests, answers them, and says what
 * happens. Whatever does not come from the page around, or is none of ours, is counted and left alone.
 */

import { type Clock, windowClock } from '#state/motion';
import type { FigurePort } from '#ui/figure-context';
import { answerRequest, type TakePicture } from './answer';
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
import { tellState } from './tell-state';

/** The part of a window that is needed; tests hand in their own. */
export interface FramedWindow {
  readonly parent: { postMessage(message: unknown, target: string, transfer?: Transferable[]): void };
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

export interface FrameSideOptions {
  /** The only origin that is heard and spoken to; any when left out. */
  readonly origin: string | undefined;
  /** Of the site. */
  readonly version: string;
  /** Told how many messages were left alone so far. */
  readonly onDropped?: (count: number) => void;
  readonly clock?: Clock;
}

/** A figure that is on the page. */
export interface ConnectedFigure {
  readonly playback: Playback;
  /** Says that it is drawn. */
  readonly ready: () => void;
  readonly end: () => void;
}

export interface FrameSide {
  readonly connect: (figure: HostedFigure, port: FigurePort, takePicture?: TakePicture) => ConnectedFigure;
  readonly announce: <T extends AnnouncementType>(type: T, payload: Announcements[T]) => void;
  /** Tells the height of the content, also in the words of learning platforms. */
  readonly tellHeight: (height: number) => void;
  readonly dispose: () => void;
}

/** The other words that are understood: those of reveal.js, and of the script with which H5P fits its frames. */
function foreignWord(data: unknown): 'start' | 'stop' | 'h5p-hello' | undefined {
  if (data === 'slide:start') return 'start';
  if (data === 'slide:stop') return 'stop';
  if (typeof data !== 'object' || data === null) return undefined;
  const { context, action } = data as { readonly context?: unknown; readonly action?: unknown };
  return context === 'h5p' && (action === 'hello' || action === 'ready' || action === 'resize')
    ? 'h5p-hello'
    : undefined;
}

/** Listens to the page around for as long as it is not disposed of. */
export function createFrameSide(win: FramedWindow, options: FrameSideOptions): FrameSide {
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
  const tellH5p = (action: string, sizes: Readonly<Record<string, number>> = {}) =>
    post({ context: 'h5p', action, ...sizes });
  const fitH5p = () => {
    // One name for each generation of the script.
    if (height !== undefined) tellH5p('resize', { height, scrollHeight: height, clientHeight: height });
  };

  const hear = (event: MessageEvent) => {
    const isParent = isFramed && event.source === (win.parent as unknown);
    if (isParent && (origin === undefined || event.origin === origin)) {
      const request = readEnvelope(event.data);
      if (request) return void perform(request);
      const word = foreignWord(event.data);
      if (word === 'h5p-hello') return fitH5p();
      if (word) return connected?.slide(word === 'start');
    }
    dropped += 1;
    onDropped?.(dropped);
  };
  win.addEventListener('message', hear);

  return {
    announce,
    tellHeight(next) {
      const isFirst = height === undefined;
      height = next;
      announce('resize', { height });
      post(JSON.stringify({ subject: 'lti.frameResize', height }));
      if (isFirst) tellH5p('hello');
      fitH5p();
    },
    connect(figure, port, takePicture) {
      const playback = createPlayback(figure, port, clock);
      const told = tellState(figure, port, playback, clock, (payload) => announce('state', payload));
      let turn: Promise<unknown> = Promise.resolve();
      let resumes = false;
      const mine = {
        /** One after the other, so that each finds what the one before has left. */
        perform(request: Envelope) {
          const answered = turn.then(() =>
            answerRequest(request, { figure, port, playback, told, takePicture }),
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
              .then(() => told.byHost(() => (on ? playback.play() : playback.pause())))
              .catch(() => {});
        },
      };
      connected = mine;
      for (const request of waiting.splice(0)) void perform(request);
      return {
        playback: { ...playback, play: () => told.byHost(playback.play) },
        ready: () =>
          announce('ready', readyOf(figure, port.store, port.prefix, version, playback.isPlaying())),
        end() {
          if (connected === mine) connected = undefined;
          told.end();
          playback.motion.stop();
        },
      };
    },
    dispose: () => win.removeEventListener('message', hear),
  };
}
