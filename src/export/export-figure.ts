/** Makes a file of a figure, in any of the formats. */
import { captureFrame } from './capture';
import { csvOf, jsonOf } from './data-files';
import { drawPicture } from './draw-picture';
import { canvasBytes } from './encode';
import { isMotion } from './plan';
import { withWords } from './png';
import type { ExportedFile, ExportProgress, ExportRequest, ExportSource } from './request';
import { outputSize, problemOfSize } from './size';
import { type FileWords, pictureToSvg } from './svg-file';
import { text } from './text';

const types: Readonly<Record<'png' | 'svg' | 'csv' | 'json', string>> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  csv: 'text/csv',
  json: 'application/json',
};

/** What the file says of itself. */
export function wordsFor({ figure, port, link }: ExportSource): FileWords {
  const description = port.offers.words?.() ?? figure.describe(port.store.values());
  return { title: figure.title, description, link };
}

/** The name of a figure's file; pictures carry their size in it. */
function fileName({ figure }: Pick<ExportSource, 'figure'>, request: ExportRequest): string {
  const { width, height } = outputSize(request);
  const isData = request.format === 'csv' || request.format === 'json' || request.format === 'svg';
  return isData ? `${figure.id}.${request.format}` : `${figure.id}-${width}x${height}.${request.format}`;
}

async function pngOf(source: ExportSource, request: ExportRequest): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = await drawPicture(
    captureFrame(source.frame, request),
    document.createElement('canvas'),
    outputSize(request),
  );
  const { title, description, link } = wordsFor(source);
  const bytes = await canvasBytes(canvas);
  // A large canvas is not left to the garbage collector's leisure.
  canvas.width = 0;
  return withWords(bytes, { Title: title, Description: description, Source: link, Software: text.name });
}

async function svgOf(source: ExportSource, request: ExportRequest): Promise<string> {
  return pictureToSvg(captureFrame(source.frame, request), wordsFor(source));
}

/**
 * Makes a file of a figure that is held still at the width and height of the request.
 * @throws Error with a sentence that says what to do instead; an `AbortError` when it was called off.
 */
export async function exportFigure(
  source: ExportSource,
  request: ExportRequest,
  progress: ExportProgress = {},
): Promise<ExportedFile> {
  const problem = problemOfSize(request);
  if (problem !== undefined) throw new Error(problem);
  progress.signal?.throwIfAborted();
  const { format } = request;
  if (isMotion(format)) {
    if (source.figure.animations.length === 0) throw new Error(text.noMotion);
    const { renderAnimation } = await import('./animation/render-animation');
    return renderAnimation(source, request, progress);
  }
  if (format === 'pdf') throw new Error(text.pdfByPrint);
  const written: Readonly<Record<keyof typeof types, () => Promise<string | Uint8Array<ArrayBuffer>>>> = {
    png: () => pngOf(source, request),
    svg: () => svgOf(source, request),
    csv: async () => csvOf(source),
    json: async () => jsonOf(source),
  };
  const kind = format as keyof typeof types;
  const content = await written[kind]();
  progress.signal?.throwIfAborted();
  progress.onProgress?.(1);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name: fileName(source, request), type: types[kind], bytes };
}
