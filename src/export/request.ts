/** What is asked of an export, and what comes of it. One table for the dialog, the host's messages and the command. */
import type { FigureDefinition } from '#figures/figure';
import type { FigurePort } from '#ui/figure-context';
import type { ThemeName } from '#ui/theme';

export type PictureFormat = 'png' | 'svg' | 'pdf';
export type MotionFormat = 'mp4' | 'webm' | 'gif' | 'frames';
export type DataFormat = 'csv' | 'json';
export type ExportFormat = PictureFormat | MotionFormat | DataFormat;

export interface ExportRequest {
  readonly format: ExportFormat;
  /** Size in which the figure is laid out, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the file for each pixel of the layout: how large letters and lines are in a file of a given size. */
  readonly scale: number;
  readonly background: 'paper' | 'transparent' | `#${string}`;
  /** For moving pictures. */
  readonly motion?: {
    readonly animation: string;
    readonly seconds: number;
    readonly framesPerSecond: number;
  };
}

export interface ExportedFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A figure that is held still at the size of the request. */
export interface ExportSource {
  /** What it is: its title, its words, its data, its animations. */
  readonly figure: FigureDefinition;
  readonly port: FigurePort;
  /** The `.figure-frame`, laid out at the width and height of the request. */
  readonly frame: HTMLElement;
  readonly theme: ThemeName;
  /** The address that shows what the file shows; it is written into the file. */
  readonly link: string;
}

/** What is to be expected of an export that is on its way. */
export interface ExportEstimate {
  readonly secondsLeft: number;
  /** Of the finished file; unknown until enough of it is made. */
  readonly bytes?: number;
}

export interface ExportProgress {
  readonly signal?: AbortSignal;
  /** The share that is done, 0 to 1, and for moving pictures what is to be expected. */
  readonly onProgress?: (done: number, estimate?: ExportEstimate) => void;
}
