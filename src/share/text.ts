/** The words of sharing. */
import { inLanguage } from '#ui/language';

export const text = inLanguage('share', {
  title: (figure: string) => `Share “${figure}”`,
  tabs: 'How to share it',
  more: 'More',
  /** The tabs. */
  forms: {
    link: 'Link',
    iframe: 'iframe',
    picture: 'Picture',
    qr: 'QR code',
    platform: 'Moodle, Canvas',
    element: 'Custom element',
    quarto: 'Quarto',
    myst: 'MyST',
    reveal: 'reveal.js',
    jupyter: 'Jupyter',
    markdown: 'Markdown',
    latex: 'LaTeX',
    bibtex: 'BibTeX',
  },
  /** What each snippet is called, and where it is to be pasted. */
  snippets: {
    link: {
      noun: 'link',
      where: 'Opens this figure alone, as you see it now. It works in mails, chats and notes.',
    },
    page: { noun: 'link to the page', where: 'Opens the whole page as it is now, with every figure on it.' },
    iframe: { noun: 'iframe', where: 'Paste it into the HTML of your page, where the figure is to stand.' },
    address: {
      noun: 'address',
      where: 'Learning platforms and site builders that ask for an address to embed take this one.',
    },
    element: {
      noun: 'element',
      where:
        'Paste it into the HTML of a page that can load scripts: it loads the figure once it is near and takes the height that the figure needs.',
    },
    quarto: { noun: 'block', where: 'Paste it into a .qmd file, on lines of its own.' },
    myst: { noun: 'directive', where: 'Paste it into a Markdown file of a MyST or Jupyter Book project.' },
    slide: {
      noun: 'slide',
      where: 'Paste it among the slides of a reveal.js talk: the figure stands on the slide.',
    },
    background: {
      noun: 'full slide',
      where: 'Or paste this one instead: the figure fills the whole screen.',
    },
    jupyter: { noun: 'cell', where: 'Paste it into a code cell of a notebook and run the cell.' },
    markdown: {
      noun: 'Markdown',
      where:
        'Save a picture with “Export …” beside your text, then paste this: the picture leads to the figure.',
    },
    latex: {
      noun: 'LaTeX',
      where:
        'Save a PDF with “Export …” beside your paper, then paste this: the picture leads to the figure.',
    },
    bibtex: {
      noun: 'entry of the figure',
      where: 'Paste it into your .bib file to cite this figure in this state.',
    },
    paper: { noun: 'entry of the paper', where: 'The figures follow this paper; please cite it too.' },
  },
  frameTitle: (figure: string) => `${figure} (interactive figure)`,
  latexCaption: 'Click the picture to open it as an interactive figure.',
  bibtexPublished: 'Interactive figure, Minima at Infinity',
  copy: (noun: string) => `Copy the ${noun}`,
  copied: (noun: string) => `Copied: the ${noun}.`,
  copyFailed:
    'The browser did not allow copying. The text is marked: copy it with Ctrl+C, or Cmd+C on a Mac.',
  send: 'Send …',
  sendFailed: 'The browser could not send it. Copy the link instead.',
  picture: 'Save this figure as a picture, a film or a table of its numbers.',
  qr: {
    where: 'Scan it with a telephone to open this figure as it is now; or save it for a slide or a poster.',
    label: 'QR code of the link to this figure',
    svg: 'Save as SVG',
    png: 'Save as PNG',
    tooLong: (letters: number) =>
      `The link has ${letters} letters, too many for a QR code that telephones can read. Share the link itself, or start again from an example, whose link is short.`,
  },
  preview: {
    title: 'Preview of the embedded figure',
    size: (width: number, height: number, percent: number) =>
      `${width} × ${height} pixels${percent === 100 ? '' : `, shown at ${percent} %`}`,
  },
  options: {
    heading: 'What is shown',
    controls: { legend: 'Controls', full: 'all', min: 'main only', none: 'none' },
    theme: { legend: 'Colours', auto: 'automatic', light: 'light', dark: 'dark' },
    profile: { legend: 'Type and lines', screen: 'screen', projector: 'projector' },
    gesture: {
      label: 'Wheel and fingers',
      cooperative: 'scroll the page; Ctrl zooms',
      greedy: 'always turn and zoom',
      none: 'always scroll the page',
    },
    background: {
      label: 'Background',
      paper: 'the page’s own',
      transparent: 'transparent',
      colour: 'a colour',
      pick: 'Colour of the background',
    },
    autoplay: 'starts playing by itself',
    size: {
      label: 'Size',
      whole: 'the whole figure',
      column: 'a column of text, 720 × 480',
      page: 'a wide page, 1080 × 720',
      slide: 'a slide, 960 × 600',
      phone: 'a telephone, 360 × 560',
      custom: 'my own',
      width: 'width',
      height: 'height',
      problem: (side: string, least: number, most: number) =>
        `The ${side} is a whole number of pixels from ${least} to ${most}.`,
    },
    parts: {
      summary: 'Leave out or lock single parts',
      chosen: (hidden: number, locked: number) => `${hidden} left out, ${locked} locked`,
      part: 'part',
      hide: 'leave out',
      lock: 'lock',
      hideOne: (part: string) => `Leave out: ${part}`,
      lockOne: (part: string) => `Lock: ${part}`,
    },
    reset: 'Start over',
  },
});
