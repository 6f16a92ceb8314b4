/** A page of the browser, laid out at a size. */
import { messageLine } from '../message';
import type { Chromium } from './chromium';

export interface Tab {
  /**
   * Opens an address and waits until the still says `data-ready`, or `data-error`.
   *
   * @returns what the still says is wrong with it, undefined when it is ready
   * @throws Error when the page does not load, or says nothing for too long.
   */
  show(address: string): Promise<string | undefined>;
  /** Runs a function in the page; it must not need anything around it. Rejects with what it throws. */
  run<About, Made>(work: (about: About) => Made | Promise<Made>, about: About): Promise<Made>;
  /** The page on sheets of the size that it says itself, the first of them. */
  print(): Promise<Uint8Array>;
  /** What went wrong so far: errors that nobody caught, and those on its console. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** What the page calls once the still has something to say. */
const TELL = 'minimaTell';

/** Runs in the page before everything else. (No function in it has a name: tsx would mark it by a helper of its own.) */
function watch(tell: string): void {
  new MutationObserver((_, observer) => {
    const { ready, error } = document.documentElement?.dataset ?? {};
    if (error === undefined && ready !== 'true') return;
    observer.disconnect();
    (window as unknown as Record<string, (said: string) => void>)[tell]?.(JSON.stringify({ error }));
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready', 'data-error'] });
}

interface Thrown {
  readonly text: string;
  readonly exception?: { readonly description?: string; readonly value?: unknown };
}

/** What a browser says of a plain value; undefined for anything else. */
function valueLine(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function lineOf({ text, exception }: Thrown): string {
  return messageLine(exception?.description ?? valueLine(exception?.value) ?? text);
}

/** Waits, but not for ever. */
function within<T>(task: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The page says nothing for ${milliseconds / 1000} s.`)),
      milliseconds,
    );
  });
  return Promise.race([task, late]).finally(() => clearTimeout(timer));
}

/**
 * Opens an empty page.
 *
 * @param patience milliseconds after which waiting for a page is given up
 */
export async function openTab(
  { browser, session }: Pick<Chromium, 'browser' | 'session'>,
  size: { readonly width: number; readonly height: number },
  patience: number,
): Promise<Tab> {
  // A context of its own: nothing of an earlier page is kept in it.
  const { browserContextId } = await browser.send('Target.createBrowserContext');
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const page = session(sessionId as string);
  const complaints: string[] = [];
  page.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    complaints.push(lineOf(exceptionDetails as Thrown)),
  );
  page.on('Runtime.consoleAPICalled', ({ type, args }) => {
    const [said] = args as readonly { readonly value?: unknown; readonly description?: string }[];
    if (type === 'error')
      complaints.push(messageLine(valueLine(said?.value) ?? said?.description ?? 'an error'));
  });
  page.on('Log.entryAdded', ({ entry }) => {
    const { level, text } = entry as { readonly level: string; readonly text: string };
    if (level === 'error') complaints.push(messageLine(text));
  });
  let told: (said: string) => void = () => {};
  page.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === TELL) told(payload as string);
  });
  let lost: (error: Error) => void = () => {};
  page.on('Inspector.targetCrashed', () => lost(new Error('The page has crashed.')));
  const metrics = { ...size, deviceScaleFactor: 1, mobile: false };
  const features = [
    { name: 'prefers-color-scheme', value: 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ];
  // They are done in this order; nothing has to wait for the answer to the one before.
  await Promise.all([
    page.send('Page.enable'),
    page.send('Runtime.enable'),
    page.send('Log.enable'),
    page.send('Inspector.enable'),
    page.send('Runtime.addBinding', { name: TELL }),
    page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${String(watch)})(${JSON.stringify(TELL)})`,
    }),
    page.send('Emulation.setDeviceMetricsOverride', metrics),
    page.send('Emulation.setEmulatedMedia', { media: '', features }),
    page.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
    page.send('Emulation.setLocaleOverride', { locale: 'en-GB' }),
    page.send('Emulation.setTimezoneOverride', { timezoneId: 'UTC' }),
  ]);
  return {
    complaints,
    async show(address) {
      const said = new Promise<string>((resolve, reject) => {
        [told, lost] = [resolve, reject];
      });
      const shown = page.send('Page.navigate', { url: address }).then(({ errorText }) => {
        if (errorText !== undefined)
          throw new Error(`The page does not load: ${valueLine(errorText) ?? 'no reason is given'}.`);
        return said;
      });
      const { error } = JSON.parse(await within(shown, patience)) as { readonly error?: string };
      return error;
    },
    async run<About, Made>(work: (about: About) => Made | Promise<Made>, about: About) {
      const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
        expression: `(${String(work)})(${JSON.stringify(about)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(lineOf(exceptionDetails as Thrown));
      return (result as { readonly value: Made }).value;
    },
    async print() {
      const before = complaints.length;
      const { data } = await page.send('Page.printToPDF', {
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: false,
        pageRanges: '1',
      });
      // Browsers fetch for the printer what was to be loaded later, even pictures of the article that is put away here.
      complaints.length = before;
      return Buffer.from(data as string, 'base64');
    },
    async close() {
      await browser.send('Target.disposeBrowserContext', { browserContextId });
    },
  };
}
