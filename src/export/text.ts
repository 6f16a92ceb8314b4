/** The words of exports. */
export const text = {
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
    vectors: 'This browser could not draw the labels of the picture. Choose SVG instead.',
    canvas: (width: number, height: number) =>
      `This browser has no room for a picture of ${width} × ${height} pixels. Choose a smaller one.`,
    encode: 'This browser could not write the picture. Choose a smaller one.',
  },
  size: {
    numbers: 'Width, height and scale must be numbers above zero.',
    small: (width: number, height: number) =>
      `A figure needs at least ${width} × ${height} pixels of the page. Choose a larger one, or a larger scale.`,
    large: (width: number, height: number, mostWidth: number, mostHeight: number) =>
      `${width} × ${height} pixels are too many: at most ${mostWidth} × ${mostHeight} are possible.`,
  },
} as const;
