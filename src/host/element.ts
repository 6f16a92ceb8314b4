/**
 * The custom element `<minima-at-infinity figure="pair" state="eps=0.01">` for pages of other people: a frame with a figure,
 * made when it comes near, that follows the element's attributes and speaks in events and promises. Built as one small file.
 */
import { addressOf, frameAttributes, liveAttributes } from './element-address';
import { type Conversation, createConversation } from './element-talk';
import type {
  Announcements,
  ReadyPayload,
  Requests,
  RequestType,
  ScreenshotPayload,
  StatePayload,
} from './protocol';

const TAG = 'minima-at-infinity';
/** How far from being seen a frame is made, in CSS pixels. */
const NEAR = '400px';
/** Milliseconds after which a frame that has said nothing counts as not loaded. */
const PATIENCE = 30_000;

const english = {
  title: (figure: string) => `Interactive figure “${figure}” of Minima at Infinity`,
  link: 'Open this interactive figure on its own page',
  removed: 'The figure was taken off the page.',
  replaced: 'The figure was replaced by another one.',
  silent: 'The figure did not answer; its page may be out of reach.',
};

/** Here and not in `src/languages`: this script is alone in the page of somebody else. */
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

/** A figure in a page of somebody else. */
export class MinimaAtInfinity extends HTMLElement {
  static readonly observedAttributes = [...frameAttributes, ...liveAttributes, 'title'];

  readonly #link = document.createElement('a');
  /** Of its size: rules of the page around go before them. */
  readonly #size = new CSSStyleSheet();
  #text = english;
  #height = '40rem';
  #frame: HTMLIFrameElement | undefined;
  #talk: Conversation | undefined;
  #near: IntersectionObserver | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #isNear = false;
  #hasSpoken = false;
  #isDue = false;
  /** Of the figure that is shown: it goes on in a new frame. */
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
    this.#measure();
    this.#point();
    this.#near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#near?.disconnect();
        this.#isNear = true;
        this.#load();
      },
      { rootMargin: NEAR },
    );
    this.#near.observe(this);
  }

  disconnectedCallback(): void {
    this.#near?.disconnect();
    this.#isNear = false;
    this.#unload(this.#text.removed);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    if (name === 'width' || name === 'height' || name === 'controls') this.#measure();
    if (name === 'title') this.#name();
    else if (name === 'state') this.#follow(after ?? '');
    else if (name !== 'width' && name !== 'height') this.#loadAnew();
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

  /** Asks as soon as there is a figure to be asked; what is asked of an element out of sight makes it load. */
  #ask<T extends RequestType>(type: T, payload?: Requests[T]['payload']): Result<T> {
    if (!this.isConnected) return Promise.reject(new Error(this.#text.removed));
    this.#isNear = true;
    this.#load();
    return this.#talk?.ask(type, payload) ?? Promise.reject(new Error(this.#text.removed));
  }

  /** Where the link leads, and what it says in the language of the element, or of what is around it. */
  #point(): void {
    const lang = this.closest('[lang]')?.getAttribute('lang') ?? '';
    this.#text = /^de\b/i.test(lang) ? german : english;
    this.#link.href = addressOf(this, { embed: false });
    this.#link.textContent = this.#text.link;
  }

  #measure(): void {
    const height = this.getAttribute('height');
    // With all of its controls a figure says itself how high it is; without, it fits any frame.
    const fits = ['min', 'none'].includes(this.getAttribute('controls') ?? '');
    const own = height !== null ? lengthRule('height', height) : `height:${this.#height};`;
    const rules = fits && height === null ? '' : `${own}aspect-ratio:auto;`;
    this.#size.replaceSync(`:host{${lengthRule('width', this.getAttribute('width'))}${rules}}`);
  }

  #name(title?: string): void {
    if (!this.#frame) return;
    const figure = this.getAttribute('figure') ?? '';
    this.#frame.title = this.getAttribute('title') ?? title ?? this.#text.title(figure);
  }

  #follow(state: string): void {
    if (this.#shown) this.#shown.hash = undefined;
    if (this.#talk) this.setState(state).catch(() => {});
  }

  /** Once for all attributes that are changed together. */
  #loadAnew(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (!this.#frame || !this.isConnected) return;
      this.#unload(this.#text.replaced);
      this.#load();
    });
  }

  #load(): void {
    if (this.#frame || !this.#isNear || !this.isConnected) return;
    const key = `${this.getAttribute('figure')} ${this.getAttribute('preset')}`;
    // A new frame of the same figure goes on where the last one was.
    const hash = this.#shown?.key === key ? this.#shown.hash : undefined;
    this.#shown = { key, hash };
    const frame = document.createElement('iframe');
    frame.src = addressOf(this, { embed: true, ...(hash !== undefined && { state: hash }) });
    frame.allow = 'clipboard-write; fullscreen';
    this.#point();
    this.#link.hidden = true;
    this.#frame = frame;
    this.#name();
    this.#talk = createConversation(frame, (type, payload) => this.#hear(type, payload));
    // Also what the browser shows in place of a page that is out of reach counts as loaded.
    frame.addEventListener('load', () => {
      clearTimeout(this.#patience);
      if (!this.#hasSpoken) this.#patience = setTimeout(() => this.#giveUp(this.#text.silent), PATIENCE);
    });
    this.#hasSpoken = false;
    this.shadowRoot?.append(frame);
  }

  #unload(why: string): void {
    clearTimeout(this.#patience);
    this.#talk?.end(why);
    this.#talk = undefined;
    this.#frame?.remove();
    this.#frame = undefined;
    this.#link.hidden = false;
  }

  #giveUp(why: string): void {
    this.#unload(why);
    this.#tell('error', { code: 'silent', sentence: why });
  }

  #hear<T extends keyof Announcements>(type: T, payload: Announcements[T]): void {
    clearTimeout(this.#patience);
    this.#hasSpoken = true;
    if (type === 'ready') this.#name((payload as ReadyPayload).title);
    if (type === 'ready' && this.#shown) this.#shown.hash = (payload as ReadyPayload).state.hash;
    if (type === 'state' && this.#shown) this.#shown.hash = (payload as StatePayload).hash;
    if (type === 'resize') {
      this.#height = `${(payload as Announcements['resize']).height}px`;
      this.#measure();
    }
    this.#tell(type, payload);
  }

  #tell(type: string, detail: unknown): void {
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

// Two copies of the script on one page are one too many, but no mistake.
if (!customElements.get(TAG)) customElements.define(TAG, MinimaAtInfinity);
