/** What is filled in for an export, and the request that it makes. */
import type { FigureDefinition } from '#figures/figure';
import type { ExportFormat, ExportRequest } from './request';

export type SizeChoice = 'screen' | 'hd' | 'fullHd' | 'fourK' | 'square' | 'custom';

export interface ExportForm {
  readonly format: ExportFormat;
  readonly size: SizeChoice;
  /** Pixels of the file. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the file for each of the page. */
  readonly scale: number;
  readonly background: 'paper' | 'transparent' | 'colour';
  readonly colour: `#${string}`;
  readonly animation: string;
  readonly seconds: number;
  readonly rate: number;
}

export interface Screen {
  readonly width: number;
  readonly height: number;
  /** Pixels of the screen for each of the page. */
  readonly ratio: number;
}

type Sizes = Pick<ExportForm, 'width' | 'height' | 'scale'>;

/** Every choice of a size but the reader's own; a page of 1280 pixels is what the figures are made for. */
export function sizeOf(choice: Exclude<SizeChoice, 'custom'>, { width, height, ratio }: Screen): Sizes {
  const fixed: Readonly<Record<Exclude<SizeChoice, 'custom' | 'screen'>, Sizes>> = {
    hd: { width: 1280, height: 720, scale: 1 },
    fullHd: { width: 1920, height: 1080, scale: 1.5 },
    fourK: { width: 3840, height: 2160, scale: 3 },
    square: { width: 1080, height: 1080, scale: 1.5 },
  };
  if (choice !== 'screen') return fixed[choice];
  return { width: Math.round(width * ratio), height: Math.round(height * ratio), scale: ratio };
}

/** What stands in the form when it opens. */
export function firstForm({ animations }: Pick<FigureDefinition, 'animations'>, screen: Screen): ExportForm {
  return {
    format: 'png',
    size: 'fullHd',
    ...sizeOf('fullHd', screen),
    background: 'paper',
    colour: '#ffffff',
    animation: animations[0]?.id ?? '',
    seconds: animations[0]?.seconds ?? 8,
    rate: 30,
  };
}

export function isMotion(format: ExportFormat): boolean {
  return format === 'mp4' || format === 'webm' || format === 'gif' || format === 'frames';
}

export function isData(format: ExportFormat): boolean {
  return format === 'csv' || format === 'json';
}

/** The request that a form stands for. */
export function requestOf(form: ExportForm): ExportRequest {
  const { format, width, height, scale, background, colour, animation, seconds, rate } = form;
  return {
    format,
    width: width / scale,
    height: height / scale,
    scale,
    background: background === 'colour' ? colour : background,
    ...(isMotion(format) && { motion: { animation, seconds, framesPerSecond: rate } }),
  };
}

/** The same picture as small as a preview. */
export function previewOf(request: ExportRequest, width: number): ExportRequest {
  const { motion: _, ...still } = request;
  const scale = Math.min(request.scale, width / Math.max(request.width, request.height));
  return { ...still, format: 'png', scale };
}
