/** German: sharing. */
import type { text } from '#share/text';

export const share: typeof text = {
  title: (figure) => `„${figure}“ teilen`,
  tabs: 'Wie geteilt wird',
  more: 'Mehr',
  forms: {
    link: 'Link',
    iframe: 'iframe',
    picture: 'Bild',
    qr: 'QR-Code',
    platform: 'Moodle, Canvas',
    element: 'Eigenes Element',
    quarto: 'Quarto',
    myst: 'MyST',
    reveal: 'reveal.js',
    jupyter: 'Jupyter',
    markdown: 'Markdown',
    latex: 'LaTeX',
    bibtex: 'BibTeX',
  },
  snippets: {
    link: {
      noun: 'Link',
      where: 'Öffnet nur diese Abbildung, wie sie jetzt ist. Er passt in Mails, Chats und Notizen.',
    },
    page: {
      noun: 'Link zur Seite',
      where: 'Öffnet die ganze Seite, wie sie jetzt ist, mit allen Abbildungen.',
    },
    iframe: {
      noun: 'iframe',
      where: 'In das HTML Ihrer Seite einfügen, dort, wo die Abbildung stehen soll.',
    },
    address: {
      noun: 'Adresse',
      where: 'Lernplattformen und Baukästen, die nach einer Adresse zum Einbetten fragen, nehmen diese.',
    },
    element: {
      noun: 'Element',
      where:
        'In das HTML einer Seite einfügen, die Skripte laden darf: Es lädt die Abbildung, sobald sie nah ist, und nimmt die Höhe an, die sie braucht.',
    },
    quarto: { noun: 'Block', where: 'In eine .qmd-Datei einfügen, in eigene Zeilen.' },
    myst: {
      noun: 'Direktive',
      where: 'In eine Markdown-Datei eines MyST- oder Jupyter-Book-Projekts einfügen.',
    },
    slide: {
      noun: 'Folie',
      where: 'Zwischen die Folien eines reveal.js-Vortrags einfügen: Die Abbildung steht auf der Folie.',
    },
    background: {
      noun: 'Ganze Folie',
      where: 'Oder stattdessen dies einfügen: Die Abbildung füllt den ganzen Bildschirm.',
    },
    jupyter: {
      noun: 'Zelle',
      where: 'In eine Codezelle eines Notebooks einfügen und die Zelle ausführen.',
    },
    markdown: {
      noun: 'Markdown-Text',
      where:
        'Mit „Exportieren …“ ein Bild neben Ihrem Text speichern, dann dies einfügen: Das Bild führt zur Abbildung.',
    },
    latex: {
      noun: 'LaTeX-Text',
      where:
        'Mit „Exportieren …“ ein PDF neben Ihrer Arbeit speichern, dann dies einfügen: Das Bild führt zur Abbildung.',
    },
    bibtex: {
      noun: 'Eintrag der Abbildung',
      where: 'In Ihre .bib-Datei einfügen, um diese Abbildung in diesem Zustand zu zitieren.',
    },
    paper: {
      noun: 'Eintrag der Arbeit',
      where: 'Die Abbildungen folgen dieser Arbeit; bitte zitieren Sie auch sie.',
    },
  },
  frameTitle: (figure) => `${figure} (interaktive Abbildung)`,
  latexCaption: 'Ein Klick auf das Bild öffnet es als interaktive Abbildung.',
  bibtexPublished: 'Interaktive Abbildung, Minima at Infinity',
  copy: (noun) => `Kopieren: ${noun}`,
  copied: (noun) => `Kopiert: ${noun}.`,
  copyFailed:
    'Der Browser hat das Kopieren nicht erlaubt. Der Text ist markiert: Kopieren Sie ihn mit Strg+C, auf einem Mac mit Cmd+C.',
  send: 'Senden …',
  sendFailed: 'Der Browser konnte nicht senden. Kopieren Sie stattdessen den Link.',
  picture: 'Sichern Sie diese Abbildung als Bild, als Film oder als Tabelle ihrer Zahlen.',
  qr: {
    where:
      'Mit einem Telefon scannen, um diese Abbildung so zu öffnen, wie sie jetzt ist; oder für eine Folie oder ein Poster speichern.',
    label: 'QR-Code des Links zu dieser Abbildung',
    svg: 'Als SVG speichern',
    png: 'Als PNG speichern',
    tooLong: (letters) =>
      `Der Link hat ${letters} Zeichen, zu viele für einen QR-Code, den Telefone lesen können. Teilen Sie den Link selbst, oder beginnen Sie noch einmal mit einem Beispiel, dessen Link kurz ist.`,
  },
  preview: {
    title: 'Vorschau der eingebetteten Abbildung',
    size: (width, height, percent) =>
      `${width} × ${height} Pixel${percent === 100 ? '' : `, gezeigt mit ${percent} %`}`,
  },
  options: {
    heading: 'Was zu sehen ist',
    controls: { legend: 'Regler', full: 'alle', min: 'nur der wichtigste', none: 'keine' },
    theme: { legend: 'Farben', auto: 'automatisch', light: 'hell', dark: 'dunkel' },
    profile: { legend: 'Schrift und Linien', screen: 'Bildschirm', projector: 'Beamer' },
    gesture: {
      label: 'Mausrad und Finger',
      cooperative: 'scrollen die Seite; Strg zoomt',
      greedy: 'drehen und zoomen immer',
      none: 'scrollen immer die Seite',
    },
    background: {
      label: 'Hintergrund',
      paper: 'der der Seite',
      transparent: 'durchsichtig',
      colour: 'eine Farbe',
      pick: 'Farbe des Hintergrunds',
    },
    autoplay: 'spielt von selbst los',
    size: {
      label: 'Größe',
      whole: 'die ganze Abbildung',
      column: 'eine Textspalte, 720 × 480',
      page: 'eine breite Seite, 1080 × 720',
      slide: 'eine Folie, 960 × 600',
      phone: 'ein Telefon, 360 × 560',
      custom: 'eigene',
      width: 'Breite',
      height: 'Höhe',
      problem: (side, least, most) => `${side}: eine ganze Zahl von Pixeln, von ${least} bis ${most}.`,
    },
    parts: {
      summary: 'Einzelne Teile weglassen oder sperren',
      chosen: (hidden, locked) => `${hidden} weggelassen, ${locked} gesperrt`,
      part: 'Teil',
      hide: 'weglassen',
      lock: 'sperren',
      hideOne: (part) => `Weglassen: ${part}`,
      lockOne: (part) => `Sperren: ${part}`,
    },
    reset: 'Von vorn',
  },
};
