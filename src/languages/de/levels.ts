/** German: the figure `levels`. */
import type { presetText, text } from '#figures/levels/text';
import { ui } from './ui';

const neurons = (width: number) => `${width} ${width === 1 ? 'Neuron' : 'Neuronen'}`;

export const levels: typeof text = {
  ...ui.figure,
  title: 'Wo zufällige Starts enden',
  lead: 'Kleine Netze lernen eine Funktion, von vielen zufälligen Starts aus. Ihr Verlust endet auf wenigen Stufen. Ab zwei Neuronen liegen die meisten davon im Unendlichen.',
  copyLead:
    'Das endliche Minimum von zwei Neuronen, mit einem kopierten Neuron: Es behält den Anteil γ seines Ausgangsgewichts, die Kopie bekommt 1 − γ. Nach einem kleinen Schritt geht das Training weiter. Was der Artikel „andere Minima“ nennt, sind Kanäle: Minima im Unendlichen.',
  view: {
    label: 'Zeigen',
    description: 'Die Stufen des Verlusts für alle Breiten, oder was aus einem kopierten Neuron wird.',
    levels: 'Stufen des Verlusts',
    copy: 'ein Neuron kopiert',
  },
  biases: { label: 'mit Bias', description: 'Ob die Neuronen und der Ausgang einen Bias haben.' },
  width: { label: 'Neuronen', description: 'Verborgene Neuronen der betrachteten Netze.' },
  level: {
    label: 'Stufe',
    description: 'Welche Stufe dieser Breite betrachtet wird, gezählt vom kleinsten Verlust an.',
  },
  gamma: {
    label: 'Anteil γ der Kopie',
    description:
      'Das Neuron behält den Anteil γ seines Ausgangsgewichts, die Kopie bekommt den Anteil 1 − γ.',
    words: 'behaltener Anteil',
  },
  end: {
    label: 'Netz am Ende',
    description: 'Welches der beiden Enden des Trainings betrachtet wird.',
    lower: 'mit kleinerem Verlust',
    higher: 'mit größerem Verlust',
  },
  names: { width: 'die Zahl der Neuronen' },
  kind: {
    finite: 'endliches Minimum',
    infinite: 'Minimum im Unendlichen',
    copies: 'mit kopierten Neuronen',
    open: 'nicht zertifiziert',
  },
  levels: {
    title: 'Stufen des Verlusts',
    axis: 'Verlust',
    width: 'verborgene Neuronen',
    shares: 'Anteile mit 95-%-Intervallen',
    share: 'Anteil der Läufe (%)',
    infinite: 'enden im Unendlichen',
    copies: 'haben kopierte Neuronen',
    longer: 'länger: mehr Läufe enden dort',
    now: 'jetzt berechnet',
    label:
      'Stufen des Verlusts. Links und rechts führen zu einer anderen Zahl von Neuronen, auf und ab zu einer anderen Stufe.',
    point: (width, kind, loss, count, runs) =>
      `${neurons(width)}, ${kind}, Verlust ${loss}, ${count} von ${runs} Läufen`,
  },
  train: {
    start: (count, width) => `${count} weitere mit ${neurons(width)} trainieren`,
    stop: 'Anhalten',
    done: (done, count) => `${done} von ${count} trainiert`,
    counted: (before, now) => `${before} Läufe vorab berechnet, ${now} jetzt`,
    button: 'weitere Netze trainieren',
  },
  summary: {
    title: 'diese Zahl von Neuronen in Worten',
    text: (width, infinite, copies, solutions) =>
      `Mit ${neurons(width)} enden ${infinite} der Läufe im Unendlichen, und ${copies} haben kopierte Neuronen. Sie fanden ${solutions} ${solutions === 1 ? 'Netz' : 'verschiedene Netze'}.`,
    share: (share, low, high) => `${share} % (${low} bis ${high} %)`,
    open: (count) => `${count} ${count === 1 ? 'Lauf hat' : 'Läufe haben'} kein zertifiziertes Ende.`,
  },
  network: {
    title: 'Das Netz dort',
    function: 'Seine Funktion (Flächen) und das Ziel (Linien)',
    weights: 'Eingangsgewichte, mit dem Ausgangsgewicht von jedem',
    caption: (count, runs, seed) => `${count} von ${runs} Läufen; der mit Startzahl ${seed}:`,
    atGamma: (gamma) => `Training ab γ = ${gamma}`,
    waiting: 'Training läuft …',
    loss: 'Verlust, wo das Training aufhörte',
    infinity: 'Verlust im Unendlichen',
    minimum: 'Verlust des Minimums',
    first: 'w_1',
    second: 'w_2',
    verdict: {
      finite: 'Alle Gewichte sind endlich, und der Verlust steigt in jeder Richtung.',
      infinite: (h) =>
        `h = ${h} > 0: Der Verlust fällt bis zuletzt, während Ausgangsgewichte mit verschiedenem Vorzeichen über jede Grenze wachsen.`,
      copies:
        'Kopien haben dieselben Eingangsgewichte: Der Verlust ist nicht kleiner als mit weniger Neuronen.',
      copiesInfinite:
        'Kopien haben dieselben Eingangsgewichte, und andere Neuronen gehen ins Unendliche: Weniger Neuronen können dasselbe.',
      open: 'Kein Grenzwert ist zertifiziert. Meist wächst ein Neuron für sich allein, zu einem Knick der Funktion.',
    },
  },
  copy: {
    outcome: 'was bei diesem γ geschieht, in Worten',
    line: 'Sattellinie',
    stable: 'bleibt',
    axis: 'Verlust',
    ends: 'Der Verlust am Ende des Trainings über γ. Pfeiltasten bewegen γ.',
    eigenvalues: 'Eigenwerte der Hesse-Matrix',
    eigenvalue: 'Eigenwert',
    parting: 'trennt die Kopien',
    turning: 'Wie schnell sich die Eigenvektoren drehen',
    degrees: 'Grad je 0,1 von γ',
    computing: 'Eigenwerte werden berechnet …',
    sentence: {
      stays: (gamma, loss) =>
        `Bei γ = ${gamma} führt ein kleiner Schritt von der Linie zu ihr zurück: Der Verlust bleibt ${loss}.`,
      leaves: (gamma, high, low) =>
        `Bei γ = ${gamma} führt ein kleiner Schritt hinab, auf der einen Seite zu ${high}, auf der anderen zu ${low}. Beide Enden sind Minima im Unendlichen.`,
      waiting: 'Training von beiden Seiten der Linie aus …',
    },
  },
  animation: { title: 'γ von −2 bis 3', seconds: 8 },
  describe: {
    levels: (width, count) =>
      `Verluste trainierter Netze mit 1 bis 5 Neuronen; mit ${width} enden sie auf ${count} Stufen.`,
    chosen: (point) => `Gewählt: ${point}.`,
    copy: (gamma) =>
      `Das Minimum von zwei Neuronen, Verlust 0,74332, mit einem kopierten Neuron beim Anteil γ = ${gamma}.`,
    settings: (width) =>
      `Verluste, auf denen das Training endet, für Netze mit ${width} verborgenen Neuronen.`,
  },
};

export const levelsPresets: typeof presetText = {
  two: [
    'Zwei Neuronen',
    'Drei Stufen: ein endliches Minimum und zwei im Unendlichen, wo zwei von drei Läufen enden.',
  ],
  three: [
    'Drei Neuronen: kein endliches Minimum',
    'Kein einziges endliches Minimum: Läufe enden im Unendlichen oder mit einem kopierten Neuron.',
  ],
  biases: [
    'Mit Bias',
    'Kopien gibt es keine mehr, und mit drei Neuronen gehen von hundert Läufen nur wenige ins Unendliche.',
  ],
  outside: [
    'Kopiert, und außerhalb',
    'Mit γ außerhalb von 0 bis 1 verlässt das Training das kopierte Minimum, und beide Wege führen ins Unendliche.',
  ],
  between: [
    'Kopiert, und dazwischen',
    'Mit γ zwischen 0 und 1 ist das kopierte Minimum stabil: Das Training bleibt dort.',
  ],
};
