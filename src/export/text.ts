/** The words of exports. */
import { fixedText } from '#state/number-text';
import { inLanguage } from '#ui/language';
export const text = inLanguage('export', {
  name: 'Minima at Infinity',
  formats: {
    png: 'PNG',
    svg: 'SVG',
    pdf: 'PDF',
    mp4: 'MP4',
    webm: 'WebM',
    gif: 'GIF',
    frames: 'PNG frames',
    csv: 'CSV',
    json: 'JSON',
  },
  pdfByPrint: 'A PDF is made by printing: choose “Save as PDF” in the window that opens.',
  noMotion: 'This figure has nothing that moves.',
  failed: {
    gone: 'The figure is not on the page any more.',
    memory: 'The graphics card has no memory for this picture.',
    vectors: 'This browser could not draw the labels of the picture. Choose SVG instead.',
    canvas: (width: number, height: number) =>
      `This browser has no room for a picture of ${width} × ${height} pixels. Choose a smaller one.`,
    typeface: (url: string) => `The typeface ${url} could not be loaded.`,
    encode: 'This browser could not write the picture. Choose a smaller one.',
  },
  size: {
    numbers: 'Width, height and scale must be numbers above zero.',
    small: (width: number, height: number) =>
      `A figure needs at least ${width} × ${height} pixels of the page. Choose a larger one, or a larger scale.`,
    large: (width: number, height: number, mostWidth: number, mostHeight: number) =>
      `${width} × ${height} pixels are too many: at most ${mostWidth} × ${mostHeight} are possible.`,
  },
  dialog: {
    title: (figure: string) => `Export “${figure}”`,
    format: 'Format',
    moreFormats: 'More formats',
    formatWords: {
      png: 'pixels, for slides and pages',
      svg: 'letters, lines and curves as vectors; surfaces as pixels',
      pdf: 'the same, by the browser’s print window',
      mp4: 'film',
      webm: 'film, smaller',
      gif: 'plays anywhere, large',
      frames: 'PNGs in a ZIP archive',
      csv: 'the numbers behind the figure, as tables',
      json: 'the numbers with the address and all values',
    },
    size: 'Size in pixels',
    sizes: {
      screen: 'this window',
      hd: '1280 × 720',
      fullHd: '1920 × 1080',
      fourK: '3840 × 2160',
      square: '1080 × 1080',
      custom: 'another size',
    },
    width: 'Width',
    height: 'Height',
    scale: 'Letters and lines',
    scaleUnit: 'times the page’s',
    background: 'Background',
    backgrounds: { paper: 'as on the page', transparent: 'none', colour: 'one colour' },
    colour: 'Colour',
    animation: 'What moves',
    seconds: 'Seconds',
    rate: 'Frames a second',
    preview: 'Preview',
    drawing: 'Drawing the preview …',
    start: 'Export',
    print: 'Print …',
    cancel: 'Cancel',
    working: 'Making the file …',
    percent: (share: number) => `${Math.round(100 * share)} %`,
    left: (seconds: number) => `about ${seconds} s left`,
    about: (size: string) => `about ${size}`,
    estimate: (size: string) => `The file will have about ${size}.`,
    done: (name: string, size: string) => `Saved as ${name}, ${size}.`,
    printed: 'The print window was opened.',
    stopped: 'Cancelled. Nothing was saved.',
    laidOut: (width: string, height: string) => `The figure is laid out at ${width} × ${height}.`,
    frames: (count: number) => `${count} frames.`,
    failed: 'The file could not be made. Choose a smaller size or another format.',
    bytes: 'bytes',
  },
});

/** A number of bytes for people. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} ${text.dialog.bytes}`;
  const kilo = bytes / 1000;
  return kilo < 1000 ? `${Math.round(kilo)} kB` : `${fixedText(kilo / 1000, 1)} MB`;
}
