/** German: exports. */
import type { motionText } from '#export/animation/text';
import type { text } from '#export/text';

const formats: typeof motionText.formats = {
  mp4: 'MP4',
  webm: 'WebM',
  gif: 'GIF',
  frames: 'PNG-Bilder im ZIP-Archiv',
};

export const motion: typeof motionText = {
  formats,
  noWebCodecs: (format) =>
    `Dieser Browser kann selbst keine Videos kodieren, darum gibt es kein ${formats[format]}. Wählen Sie GIF oder PNG-Bilder, oder nehmen Sie ein neueres Chrome, Edge, Firefox oder Safari.`,
  insecure: (format) =>
    `Browser kodieren Videos nur auf Seiten, die über HTTPS kamen, darum gibt es hier kein ${formats[format]}. Wählen Sie GIF oder PNG-Bilder.`,
  noCodec: (format, width, height) =>
    `Dieser Browser kann ${formats[format]} nicht mit ${width} × ${height} Pixeln kodieren. Wählen Sie eine kleinere Größe, GIF oder PNG-Bilder.`,
  tooSmall: 'Ein Video braucht in jeder Richtung mindestens 16 Pixel. Wählen Sie eine größere Größe.',
  gifTooLarge: (width, height) =>
    `Ein GIF mit ${width} × ${height} Pixeln wäre viel zu groß. Wählen Sie höchstens 1920 × 1080, oder MP4.`,
  gifTooFast: (most) =>
    `Ein GIF kann höchstens ${most} Bilder pro Sekunde zeigen. Wählen Sie weniger, oder MP4 oder WebM.`,
  codecs: { avc: 'H.264', av1: 'AV1', vp9: 'VP9', vp8: 'VP8' },
  rareInMp4: (codec) =>
    `Dieser Browser kodiert kein H.264, darum enthält das MP4 ${codec}: Browser und VLC spielen es ab, PowerPoint, Keynote und ältere Programme vielleicht nicht.`,
  trimmed: (width, height) =>
    `Videos haben in jeder Richtung eine gerade Zahl von Pixeln: Es werden ${width} × ${height}.`,
  opaque: 'Videos haben keine Transparenz: Der Hintergrund wird der der Seite.',
  nothingMoves: 'Wer diese Abbildung hier eingesetzt hat, hat festgelegt, was diese Animation bewegen würde.',
  unknown: (id, known) => `Die Abbildung hat keine Animation „${id}“. Sie hat: ${known}.`,
  noMotion: 'Geben Sie an, wie lang die Animation ist und wie viele Bilder sie in der Sekunde hat.',
  notNumbers: 'Sekunden und Bilder pro Sekunde müssen Zahlen über null sein.',
  tooManyFrames: (count, most) =>
    `Das wären ${count} Bilder; höchstens ${most} lassen sich auf einmal erzeugen. Wählen Sie weniger Sekunden oder weniger Bilder pro Sekunde.`,
  notDrawn:
    'Die Abbildung hat ein Bild der Animation nicht rechtzeitig gezeichnet. Schließen Sie andere Seiten und versuchen Sie es noch einmal.',
  notEncoded: (format) =>
    `Der Browser hat aufgehört, ${formats[format]} zu kodieren. Wählen Sie eine kleinere Größe oder ein anderes Format.`,
  comment: (link) => `Die Abbildung, wie sie exportiert wurde: ${link}`,
  linkFile: (link, count, framesPerSecond) =>
    `${count} Bilder, ${framesPerSecond} pro Sekunde. Die Abbildung, wie sie exportiert wurde:\n${link}\n`,
};

export const exporting: typeof text = {
  name: 'Minima at Infinity',
  formats: {
    png: 'PNG',
    svg: 'SVG',
    pdf: 'PDF',
    mp4: 'MP4',
    webm: 'WebM',
    gif: 'GIF',
    frames: 'PNG-Bilder',
    csv: 'CSV',
    json: 'JSON',
  },
  pdfByPrint: 'Ein PDF entsteht durch Drucken: Wählen Sie im Fenster, das sich öffnet, „Als PDF speichern“.',
  noMotion: 'In dieser Abbildung bewegt sich nichts.',
  failed: {
    gone: 'Die Abbildung ist nicht mehr auf der Seite.',
    memory: 'Die Grafikkarte hat nicht genug Speicher für dieses Bild.',
    vectors: 'Dieser Browser konnte die Beschriftung des Bildes nicht zeichnen. Wählen Sie stattdessen SVG.',
    canvas: (width, height) =>
      `Dieser Browser hat keinen Platz für ein Bild mit ${width} × ${height} Pixeln. Wählen Sie ein kleineres.`,
    typeface: (url) => `Die Schrift ${url} ließ sich nicht laden.`,
    encode: 'Dieser Browser konnte das Bild nicht schreiben. Wählen Sie ein kleineres.',
  },
  size: {
    numbers: 'Breite, Höhe und Maßstab müssen Zahlen über null sein.',
    small: (width, height) =>
      `Eine Abbildung braucht mindestens ${width} × ${height} Pixel der Seite. Wählen Sie eine größere Größe oder einen größeren Maßstab.`,
    large: (width, height, mostWidth, mostHeight) =>
      `${width} × ${height} Pixel sind zu viele: Möglich sind höchstens ${mostWidth} × ${mostHeight}.`,
  },
  dialog: {
    title: (figure) => `„${figure}“ exportieren`,
    format: 'Format',
    moreFormats: 'Weitere Formate',
    formatWords: {
      png: 'Pixel, für Folien und Seiten',
      svg: 'Buchstaben, Linien und Kurven als Vektoren; Flächen als Pixel',
      pdf: 'dasselbe, über das Druckfenster des Browsers',
      mp4: 'Film',
      webm: 'Film, kleiner',
      gif: 'läuft überall, groß',
      frames: 'PNG-Dateien im ZIP-Archiv',
      csv: 'die Zahlen hinter der Abbildung, als Tabellen',
      json: 'dasselbe mit der Adresse und allen Werten',
    },
    size: 'Größe in Pixeln',
    sizes: {
      screen: 'dieses Fenster',
      hd: '1280 × 720',
      fullHd: '1920 × 1080',
      fourK: '3840 × 2160',
      square: '1080 × 1080',
      custom: 'eine andere Größe',
    },
    width: 'Breite',
    height: 'Höhe',
    scale: 'Schrift und Linien',
    scaleUnit: 'mal so groß wie auf der Seite',
    background: 'Hintergrund',
    backgrounds: { paper: 'wie auf der Seite', transparent: 'keiner', colour: 'eine Farbe' },
    colour: 'Farbe',
    animation: 'Was sich bewegt',
    seconds: 'Sekunden',
    rate: 'Bilder pro Sekunde',
    preview: 'Vorschau',
    drawing: 'Die Vorschau wird gezeichnet …',
    start: 'Exportieren',
    print: 'Drucken …',
    cancel: 'Abbrechen',
    working: 'Die Datei wird erzeugt …',
    percent: (share) => `${Math.round(100 * share)} %`,
    left: (seconds) => `noch etwa ${seconds} s`,
    about: (size) => `etwa ${size}`,
    estimate: (size) => `Die Datei wird etwa ${size} groß.`,
    done: (name, size) => `Gespeichert als ${name}, ${size}.`,
    printed: 'Das Druckfenster wurde geöffnet.',
    stopped: 'Abgebrochen. Nichts wurde gespeichert.',
    laidOut: (width, height) => `Die Abbildung ist auf ${width} × ${height} angelegt.`,
    frames: (count) => `${count} Bilder.`,
    failed: 'Die Datei ließ sich nicht erzeugen. Wählen Sie eine kleinere Größe oder ein anderes Format.',
    bytes: 'Byte',
  },
};
