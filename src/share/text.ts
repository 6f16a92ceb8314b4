/** The words of sharing. */

export const text = {
  title: (figure: string) => `Share “${figure}”`,
  frameTitle: (figure: string) => `${figure}, interactive figure`,
  latexCaption: 'Click the picture to open it as an interactive figure.',
  bibtexPublished: 'Interactive figure, Minima at Infinity',
} as const;
