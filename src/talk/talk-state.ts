/** The state of a talk and its reducer: current step, open panels, typed digits, message. */
import { STEP_SECONDS, type Step, type Talk } from './steps';
import { text } from './text';

/** Where the steps come from: the presets, a file named in the query, or this window (dropped or edited). */
export type Origin = 'presets' | 'link' | 'own';

export interface TalkState {
  readonly talk: Talk;
  readonly origin: Origin;
  /** Which step is shown, from 0. */
  readonly at: number;
  /** Incremented whenever a step is to be shown, also the current one. */
  readonly arrivals: number;
  readonly list: boolean;
  readonly notes: boolean;
  readonly keys: boolean;
  readonly blank?: 'black' | 'white' | undefined;
  /** Digits of a step number being typed. */
  readonly typed: string;
  /** The message on screen. */
  readonly message?:
    | { readonly kind: 'problem' | 'done'; readonly lines: readonly string[]; readonly id: number }
    | undefined;
}

export type TalkAction =
  | { readonly type: 'next' | 'previous' | 'first' | 'last' | 'go' | 'escape' }
  | { readonly type: 'go-to'; readonly at: number }
  | { readonly type: 'digit'; readonly digit: string }
  | { readonly type: 'forget-digits' | 'dismiss-message' }
  | { readonly type: 'blank'; readonly colour: 'black' | 'white' }
  | { readonly type: 'list' | 'notes' | 'keys' }
  | {
      readonly type: 'open';
      readonly talk: Talk;
      readonly origin: Origin;
      readonly notices?: readonly string[];
    }
  | { readonly type: 'add' | 'start-over'; readonly view: View }
  | { readonly type: 'remove'; readonly at: number }
  | { readonly type: 'message'; readonly kind: 'problem' | 'done'; readonly lines: readonly string[] };

/** The visible state, to become a step. */
export type View = Pick<Step, 'figure' | 'values' | 'note'>;

/** The state when a talk is opened. */
export function initialTalk(talk: Talk, origin: Origin, at = 0): TalkState {
  return {
    talk,
    origin,
    at: Math.min(Math.max(0, at), talk.steps.length - 1),
    arrivals: 0,
    list: false,
    notes: false,
    keys: false,
    typed: '',
  };
}

function stepOf({ figure, values, note }: View): Step {
  return { figure, values, title: text.viewTitle(figure.title), note, seconds: STEP_SECONDS };
}

function withMessage(state: TalkState, kind: 'problem' | 'done', ...lines: string[]): TalkState {
  return { ...state, message: { kind, lines, id: (state.message?.id ?? 0) + 1 } };
}

/** Shows a step; clears typed digits and the blank screen. */
function goTo(state: TalkState, at: number): TalkState {
  return { ...state, at, arrivals: state.arrivals + 1, typed: '', blank: undefined };
}

/** The reducer. */
export function talkReducer(state: TalkState, action: TalkAction): TalkState {
  const { talk, at, typed, blank } = state;
  const count = talk.steps.length;
  switch (action.type) {
    case 'next':
    case 'previous': {
      // From a blank screen the first key press returns to the picture.
      if (blank) return { ...state, blank: undefined };
      const to = at + (action.type === 'next' ? 1 : -1);
      return to < 0 || to >= count ? { ...state, typed: '' } : goTo(state, to);
    }
    case 'first':
      return goTo(state, 0);
    case 'last':
      return goTo(state, count - 1);
    case 'go-to':
      return goTo(state, Math.min(Math.max(0, action.at), count - 1));
    case 'digit':
      return { ...state, typed: (typed + action.digit).slice(-4) };
    case 'forget-digits':
      return { ...state, typed: '' };
    case 'go': {
      const asked = Number(typed);
      if (asked >= 1 && asked <= count) return goTo(state, asked - 1);
      return withMessage({ ...state, typed: '' }, 'done', text.noStep(typed, count));
    }
    case 'blank':
      return { ...state, blank: blank === action.colour ? undefined : action.colour };
    case 'list':
    case 'notes':
    case 'keys':
      return { ...state, [action.type]: !state[action.type] };
    case 'escape':
      return closeTopmost(state);
    case 'open': {
      const opened = {
        ...initialTalk(action.talk, action.origin),
        arrivals: state.arrivals + 1,
        list: state.list,
        notes: state.notes,
      };
      const { notices = [] } = action;
      if (notices.length > 0) return withMessage(opened, 'problem', text.mended, ...notices);
      if (action.origin === 'presets') return opened;
      return withMessage(opened, 'done', text.opened(action.talk.title, action.talk.steps.length));
    }
    case 'add': {
      const steps = [...talk.steps.slice(0, at + 1), stepOf(action.view), ...talk.steps.slice(at + 1)];
      const added = { ...state, talk: { ...talk, steps }, origin: 'own' as const, at: at + 1 };
      return withMessage(added, 'done', text.added(at + 2));
    }
    case 'start-over': {
      const own = { title: text.newTalk, steps: [stepOf(action.view)] };
      return withMessage({ ...state, talk: own, origin: 'own', at: 0 }, 'done', text.added(1));
    }
    case 'remove': {
      if (count < 2) return state;
      const steps = talk.steps.filter((_, k) => k !== action.at);
      const left = { ...state, talk: { ...talk, steps }, origin: 'own' as const };
      if (action.at < at) return { ...left, at: at - 1 };
      return action.at > at ? left : goTo(left, Math.min(at, steps.length - 1));
    }
    case 'message':
      return withMessage(state, action.kind, ...action.lines);
    case 'dismiss-message':
      return { ...state, message: undefined };
  }
}

/** Closes the topmost open thing. */
function closeTopmost(state: TalkState): TalkState {
  if (state.keys) return { ...state, keys: false };
  if (state.typed !== '') return { ...state, typed: '' };
  if (state.blank) return { ...state, blank: undefined };
  if (state.message) return { ...state, message: undefined };
  if (state.list) return { ...state, list: false };
  return state.notes ? { ...state, notes: false } : state;
}
