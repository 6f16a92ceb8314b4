/** A figure on a sheet of paper of its own size, alone and as vectors: printing it makes the PDF. */
import { captureFrame } from './capture';
import { wordsFor } from './export-figure';
import type { ExportRequest, ExportSource } from './request';
import { problemOfSize } from './size';
import { pictureToSvg } from './svg-file';
import { text } from './text';
import './print.css';

/**
 * Lays the figure out for the printer, over everything else on the page.
 * @returns what takes the sheet away
 */
export async function layOutForPrint(source: ExportSource, request: ExportRequest): Promise<() => void> {
  const problem = problemOfSize(request);
  if (problem !== undefined) throw new Error(problem);
  const { width, height } = request;
  const words = wordsFor(source);
  const svg = await pictureToSvg(captureFrame(source.frame, { ...request, scale: 1 }), words, false);
  // An element of this page, not an image: it is set in the page's typefaces, and its text can be searched.
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (!(drawn instanceof SVGSVGElement)) throw new Error(text.failed.vectors);
  drawn.classList.add('print-sheet');
  // The size of the sheet is that of the figure: 96 pixels of the page are an inch.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page{size:${width}px ${height}px;margin:0}`);
  const title = document.title;
  document.adoptedStyleSheets.push(sheet);
  document.body.append(document.adoptNode(drawn));
  document.documentElement.classList.add('printing');
  // Browsers name the PDF after the page.
  document.title = words.title;
  return () => {
    document.title = title;
    document.documentElement.classList.remove('printing');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    drawn.remove();
  };
}

/** Opens the browser's print window for the figure; resolves when it is closed. */
export async function printFigure(source: ExportSource, request: ExportRequest): Promise<void> {
  const clear = await layOutForPrint(source, request);
  try {
    const closed = new Promise((resolve) => {
      window.addEventListener('afterprint', resolve, { once: true });
    });
    window.print();
    await closed;
  } finally {
    clear();
  }
}
