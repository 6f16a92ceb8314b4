/**
 * The custom element `<minima-at-infinity figure="pair" state="eps=0.01">` for host pages: an iframe with a figure, loaded
 * lazily. It follows the element's attributes, dispatches events and answers with promises. Built as one small file.
 */
import { addressOf, frameAttributes, liveAttributes } from './element-address';
import { createFrameConnection, type FrameConnection } from './frame-connection';
import type {
  Announcements,
  ReadyPayload,
  Requests,
  RequestType,
  ScreenshotPayload,
  StatePayload,
} from './protocol';

const TAG = 'minima-at-infinity';
/** Margin around the viewport within which the iframe is loaded. */
const LOAD_MARGIN = '400px';
/** Milliseconds without a message after which the iframe counts as failed. */
const ANSWER_TIMEOUT = 30_000;

const english = {
  title: (figure: string) => `Interactive figure “${figure}” of Minima at Infinity`,
  link: 'Open this interactive figure on its own page',
  removed: 'The figure was taken off the page.',
  replaced: 'The figure was replaced by another one.',
  silent: 'The figure did not answer; its page may be out of reach.',
};

/** Here and not in `src/languages`: the host page loads this script alone. */
const german: typeof english = {
  title: (figure) => `Interaktive Abbildung „${figure}“ aus Minima at Infinity`,
  link: 'Diese interaktive Abbildung auf ihrer eigenen Seite öffnen',
  removed: 'Die Abbildung wurde von der Seite genommen.',
  replaced: 'Die Abbildung wurde durch eine andere ersetzt.',
  silent: 'Die Abbildung antwortet nicht; vielleicht ist ihre Seite nicht erreichbar.',
};

const css = `
:host { display: block; position: relative; max-width: 100%; width: 100%; aspect-ratio: 16 / 10; }
:host([hidden]) { display: none; }
iframe { display: block; position: absolute; inset: 0; width: 100%; height: 100%; border: 0; color-scheme: normal; }
a { position: absolute; inset: 0; display: grid; place-content: center; padding: 1em; font: 1rem/1.4 sans-serif;
  text-align: center; color: inherit; }
a[hidden] { display: none; }
`;

/** A rule for a length given as an attribute: `640`, `100%`, `20rem`; nothing for what is none. */
function lengthRule(property: 'width' | 'height', value: string | null): string {
  if (value === null) return '';
  const length = /^\d+(\.\d+)?$/.test(value.trim()) ? `${value.trim()}px` : value;
  return CSS.supports(property, length) ? `${property}:${length};` : '';
}

type Result<T extends RequestType> = Promise<Requests[T]['result']>;

/** The custom element. */
export class MinimaAtInfinity extends HTMLElement {
  static readonly observedAttributes = [...frameAttributes, ...liveAttributes, 'title'];

  readonly #link = document.createElement('a');
  /** Width and height; rules of the host page override them. */
  readonly #size = new CSSStyleSheet();
  #text = english;
  #height = '40rem';
  #frame: HTMLIFrameElement | undefined;
  #connection: FrameConnection | undefined;
  #observer: IntersectionObserver | undefined;
  #timeout: ReturnType<typeof setTimeout> | undefined;
  #isNear = false;
  #hasAnswered = false;
  #isReloadQueued = false;
  /** The state of the shown figure, to restore it in a new iframe. */
  #shown: { readonly key: string; hash: string | undefined } | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    // A sheet made by a script is allowed also where the page's policy forbids inline styles.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet, this.#size];
    this.#link.target = '_top';
    root.append(this.#link);
  }

  connectedCallback(): void {
    this.#updateSize();
    this.#updateLink();
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#observer?.disconnect();
        this.#isNear = true;
        this.#load();
      },
      { rootMargin: LOAD_MARGIN },
    );
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#isNear = false;
    this.#unload(this.#text.removed);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    if (name === 'width' || name === 'height' || name === 'controls') this.#updateSize();
    if (name === 'title') this.#updateTitle();
    else if (name === 'state') this.#applyState(after ?? '');
    else if (name !== 'width' && name !== 'height') this.#reload();
  }

  /** The state of the figure. */
  getState(): Result<'getState'> {
    return this.#ask('getState');
  }

  /** Sets a whole state by the text of a link, or some values. */
  setState(state: string | Requests['setState']['payload']['values']): Result<'setState'> {
    return this.#ask('setState', typeof state === 'string' ? { hash: state } : { values: state ?? {} });
  }

  /** Goes to a preset, in some seconds or at once. */
  goto(preset: string, seconds = 0): Result<'goto'> {
    return this.#ask('goto', { preset, seconds });
  }

  play(): Result<'play'> {
    return this.#ask('play');
  }

  pause(): Result<'pause'> {
    return this.#ask('pause');
  }

  reset(): Result<'reset'> {
    return this.#ask('reset');
  }

  /** A picture of the figure as it is. */
  async screenshot(asked: ScreenshotPayload = {}): Promise<File> {
    const { name, type, bytes } = await this.#ask('screenshot', asked);
    return new File([bytes], name, { type });
  }

  /** Sends a request once the figure is ready; loads an element that is still out of view. */
  #ask<T extends RequestType>(type: T, payload?: Requests[T]['payload']): Result<T> {
    if (!this.isConnected) return Promise.reject(new Error(this.#text.removed));
    this.#isNear = true;
    this.#load();
    return this.#connection?.ask(type, payload) ?? Promise.reject(new Error(this.#text.removed));
  }

  /** Sets address and text of the link, in the language of the nearest `lang` attribute. */
  #updateLink(): void {
    const lang = this.closest('[lang]')?.getAttribute('lang') ?? '';
    this.#text = /^de\b/i.test(lang) ? german : english;
    this.#link.href = addressOf(this, { embed: false });
    this.#link.textContent = this.#text.link;
  }

  #updateSize(): void {
    const height = this.getAttribute('height');
    // With all controls the figure reports its height; with fewer it fits any height.
    const fits = ['min', 'none'].includes(this.getAttribute('controls') ?? '');
    const own = height !== null ? lengthRule('height', height) : `height:${this.#height};`;
    const rules = fits && height === null ? '' : `${own}aspect-ratio:auto;`;
    this.#size.replaceSync(`:host{${lengthRule('width', this.getAttribute('width'))}${rules}}`);
  }

  #updateTitle(title?: string): void {
    if (!this.#frame) return;
    const figure = this.getAttribute('figure') ?? '';
    this.#frame.title = this.getAttribute('title') ?? title ?? this.#text.title(figure);
  }

  #applyState(state: string): void {
    if (this.#shown) this.#shown.hash = undefined;
    if (this.#connection) this.setState(state).catch(() => {});
  }

  /** Reloads once for all attributes changed in the same task. */
  #reload(): void {
    if (this.#isReloadQueued) return;
    this.#isReloadQueued = true;
    queueMicrotask(() => {
      this.#isReloadQueued = false;
      if (!this.#frame || !this.isConnected) return;
      this.#unload(this.#text.replaced);
      this.#load();
    });
  }

  #load(): void {
    if (this.#frame || !this.#isNear || !this.isConnected) return;
    const key = `${this.getAttribute('figure')} ${this.getAttribute('preset')}`;
    // A new iframe of the same figure restores the state of the last one.
    const hash = this.#shown?.key === key ? this.#shown.hash : undefined;
    this.#shown = { key, hash };
    const frame = document.createElement('iframe');
    frame.src = addressOf(this, { embed: true, ...(hash !== undefined && { state: hash }) });
    frame.allow = 'clipboard-write; fullscreen';
    this.#updateLink();
    this.#link.hidden = true;
    this.#frame = frame;
    this.#updateTitle();
    this.#connection = createFrameConnection(frame, (type, payload) => this.#receive(type, payload));
    // The browser's own error page fires `load` too, so only a message proves that the figure is there.
    frame.addEventListener('load', () => {
      clearTimeout(this.#timeout);
      if (!this.#hasAnswered) this.#timeout = setTimeout(() => this.#fail(this.#text.silent), ANSWER_TIMEOUT);
    });
    this.#hasAnswered = false;
    this.shadowRoot?.append(frame);
  }

  #unload(why: string): void {
    clearTimeout(this.#timeout);
    this.#connection?.end(why);
    this.#connection = undefined;
    this.#frame?.remove();
    this.#frame = undefined;
    this.#link.hidden = false;
  }

  #fail(why: string): void {
    this.#unload(why);
    this.#dispatch('error', { code: 'silent', sentence: why });
  }

  #receive<T extends keyof Announcements>(type: T, payload: Announcements[T]): void {
    clearTimeout(this.#timeout);
    this.#hasAnswered = true;
    if (type === 'ready') this.#updateTitle((payload as ReadyPayload).title);
    if (type === 'ready' && this.#shown) this.#shown.hash = (payload as ReadyPayload).state.hash;
    if (type === 'state' && this.#shown) this.#shown.hash = (payload as StatePayload).hash;
    if (type === 'resize') {
      this.#height = `${(payload as Announcements['resize']).height}px`;
      this.#updateSize();
    }
    this.#dispatch(type, payload);
  }

  #dispatch(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`minima-${type}`, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'minima-at-infinity': MinimaAtInfinity;
  }
  interface HTMLElementEventMap {
    'minima-ready': CustomEvent<Announcements['ready']>;
    'minima-state': CustomEvent<Announcements['state']>;
    'minima-step': CustomEvent<Announcements['step']>;
    'minima-answer': CustomEvent<Announcements['answer']>;
    'minima-resize': CustomEvent<Announcements['resize']>;
    'minima-error': CustomEvent<{ readonly code: string; readonly sentence: string }>;
  }
}

// The script may be on the page twice.
if (!customElements.get(TAG)) customElements.define(TAG, MinimaAtInfinity);
