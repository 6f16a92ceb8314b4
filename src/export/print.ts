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
  const svg = await pictureToSvg(captureFrame(source.frame, request), words);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = new Image(width, height);
  image.src = url;
  image.alt = words.description;
  image.className = 'print-sheet';
  try {
    await image.decode();
  } catch {
    throw new Error(text.failed.vectors);
  }
  // The size of the sheet is that of the figure: 96 pixels of the page are an inch.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page{size:${width}px ${height}px;margin:0}`);
  const title = document.title;
  document.adoptedStyleSheets.push(sheet);
  document.body.append(image);
  document.documentElement.classList.add('printing');
  // Browsers name the PDF after the page.
  document.title = words.title;
  return () => {
    document.title = title;
    document.documentElement.classList.remove('printing');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    image.remove();
    URL.revokeObjectURL(url);
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
