/**
 * What a program that drives the still composition finds on its page once `data-ready` is there: `window.minima`. The
 * screenshot command is such a program.
 */
import { exportFigure } from './export-figure';
import { base64 } from './fonts';
import { type FormatHere, formatsHere } from './formats';
import { figureLink, siteOf } from './link';
import { layOutForPrint } from './print';
import type { ExportRequest, ExportSource } from './request';
import { text } from './text';

/** What a program asks for: width and height are those of the window, in pixels of the page. */
export interface StillRequest extends ExportRequest {
  /** Where the site is published, for the link in the file. Without it a copy on this computer writes `?figure=…#…`. */
  readonly site?: string;
}

/** A file as text that programs can fetch from a page. */
export interface StillFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly base64: string;
}

export interface StillHook {
  /** Makes a file of the figure. Rejects with a sentence. */
  readonly export: (request: StillRequest) => Promise<StillFile>;
  /** What this browser can write of this figure at the size of the window times a scale (1 unless told). */
  readonly formats: (scale?: number) => Promise<readonly FormatHere[]>;
  /**
   * Shows the figure as vectors alone on a sheet of its own size, to be printed to a PDF: with Playwright,
   * `page.pdf({ preferCSSPageSize: true, printBackground: true })`. Resolves once it is there.
   */
  readonly print: (request: StillRequest) => Promise<void>;
}

declare global {
  interface Window {
    minima?: StillHook;
  }
}

/** Puts the hook on the page; returns what takes it away. */
export function installStillHook(still: Omit<ExportSource, 'link' | 'frame'>): () => void {
  const sourceFor = ({ site }: StillRequest): ExportSource => {
    const frame = still.port.root()?.closest<HTMLElement>('.figure-frame');
    if (!frame) throw new Error(text.failed.gone);
    return { ...still, frame, link: figureLink(still.port, siteOf(window.location, site)) };
  };
  const hook: StillHook = {
    async export(request) {
      const { name, type, bytes } = await exportFigure(sourceFor(request), request);
      return { name, type, base64: base64(bytes) };
    },
    formats: (scale = 1) => formatsHere(still.figure, window.innerWidth * scale, window.innerHeight * scale),
    async print(request) {
      await layOutForPrint(sourceFor(request), request);
    },
  };
  window.minima = hook;
  return () => {
    if (window.minima === hook) delete window.minima;
  };
}
