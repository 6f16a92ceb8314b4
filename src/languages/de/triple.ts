/** German: the figure `triple`. */
import type { presetText, text } from '#figures/triple/text';
import { ui } from './ui';

export const triple: typeof text = {
  ...ui.figure,
  title: 'Drei Neuronen werden eine zweite Ableitung',
  act: {
    label: 'Aktivierung',
    description: 'Die Aktivierungsfunktion σ aller Neuronen; sie braucht eine zweite Ableitung.',
  },
  eps: {
    label: 'ε, halber Abstand der äußeren Eingangsgewichte',
    description:
      'Der halbe Abstand zwischen den Eingangsgewichten der beiden äußeren Neuronen oder jedes Paars; bei 0 sind die Neuronen ihr Grenzwert.',
  },
  group: {
    label: 'Neuronen',
    description: 'Welche Neuronen zusammen ins Unendliche gehen: drei oder zwei Paare.',
    triple: 'drei Neuronen',
    pairs: 'zwei Paare',
  },
  show: {
    label: 'Fläche',
    description: 'Was die große Fläche zeigt.',
    sum: 'Summe',
    limit: 'Grenzwert',
    new: 'Neues',
    difference: 'Differenz',
  },
  shown: {
    triple: {
      sum: 'die drei Neuronen',
      limit: 'ihr Grenzwert',
      new: 'die zweite Ableitung im Grenzwert',
      difference: 'drei Neuronen − Grenzwert',
    },
    pairs: {
      sum: 'die beiden Paare',
      limit: 'ihr Grenzwert',
      new: 'die beiden Gated Linear Units im Grenzwert',
      difference: 'zwei Paare − Grenzwert',
    },
  },
  sheets: {
    label: 'Hineinsehen',
    description: 'Zeigt jedes Neuron oder jedes Paar als durchscheinende Fläche um die Summe.',
  },
  a0: {
    label: 'Stärke des gewöhnlichen Neurons',
    description: 'Der Teil der Ausgangsgewichte, der endlich bleibt: das Gewicht des gewöhnlichen Neurons.',
  },
  a1: {
    label: 'Stärke der Gated Linear Unit',
    description: 'Der Teil der Ausgangsgewichte, der wie 1/ε wächst: das Gewicht der Gated Linear Unit.',
  },
  a2: {
    label: 'Stärke der zweiten Ableitung',
    description:
      'Der Teil der Ausgangsgewichte, der wie 1/ε² wächst; bei zwei Paaren das Gewicht der zweiten Gated Linear Unit.',
  },
  dir: {
    label: 'Richtung der äußeren beiden',
    description: 'Die Richtung, in der sich die äußeren Eingangsgewichte unterscheiden.',
  },
  bend: {
    label: 'wie weit das mittlere von der Linie abweicht',
    description:
      'Wie weit das mittlere Eingangsgewicht die Linie zwischen den äußeren verlässt, längs w, mal ε².',
  },
  wlen: { label: 'Länge von w', description: 'Wie lang w ist: Ein längeres w macht steilere Neuronen.' },
  cam: {
    label: 'Kamera',
    description: 'Richtung um die Senkrechte, Winkel von oben (Grad) und Zoom.',
  },
  words: {
    a0: 'gewöhnliches Neuron',
    a1: 'Gated Unit',
    a2: 'zweite Ableitung',
    dir: 'wo die äußeren liegen',
    bend: 'Knick der drei',
    wlen: 'Länge von w',
  },
  pairWords: { a2: 'zweite Gated Unit', dir: 'wo jedes Paar liegt' },
  names: { dir: 'die Richtung' },
  legend: 'Ausgabe',
  pair: { first: 'erstes Paar', second: 'zweites Paar' },
  constant: {
    title: 'Die Konstante der zweiten Ableitung',
    note: 'Sie ist hier 1/(2√6) = 0,204. Gleichung (35) der Arbeit nennt 1/12 = 0,083; damit ginge der Fehler nicht gegen 0.',
  },
  tips: {
    title: 'Eingangsgewichte',
    subtitle: (factor) => `Spitzen ${factor}-fach vergrößert`,
    description: (first, second) =>
      `Die äußeren Spitzen sind ${first} voneinander entfernt, die mittlere ist ${second} neben ihrer Linie.`,
    pairs: (apart) => `Die beiden Spitzen jedes Paars sind ${apart} voneinander entfernt.`,
  },
  growth: {
    title: 'Was wächst, was schrumpft',
    subtitle: 'Größen gegen ε',
    outputs: 'Ausgangsgewichte',
    apart: '|w_1 − w_3|',
    pairApart: '|w_1 − w_2|',
    bend: 'w_2 neben der Linie',
    description: (weights, distance) =>
      `Das größte Ausgangsgewicht ist ${weights}, der Abstand der Eingangsgewichte ${distance}.`,
  },
  error: {
    title: 'Wie weit vom Grenzwert',
    subtitle: '|Neuronen − Grenzwert| über dem Quadrat',
    mean: 'Mittel',
    max: 'Maximum',
    rms: 'quadratisches Mittel',
    slope: (order) => `Steigung ${order}`,
    zero: 'genau 0 für jedes ε: Lineare Neuronen sind ihr eigener Grenzwert',
    description: (mean, max) => `Mittlerer Fehler ${mean}, größter Fehler ${max}.`,
  },
  magnified: (factor) => `${factor}-mal so hoch gezeichnet wie die Summe.`,
  clipped: 'Was höher ist, wird am Rahmen abgeschnitten.',
  sheetsCut: (size) => `Die Neuronen reichen bis ±${size}, weit aus dem Rahmen; ihre Summe bleibt.`,
  sheetsAway: 'Bei ε = 0 sind die Neuronen unendlich: Im Rahmen ist nichts mehr von ihnen.',
  pairsStay: 'Jedes Paar bleibt endlich, obwohl seine Ausgangsgewichte wie 1/ε wachsen.',
  parts: {
    ...ui.figure.parts,
    sliders: 'Regler der Gewichte',
    scale: 'Skala der Farben',
    neurons: 'Namen der durchscheinenden Flächen',
    tips: 'Eingangsgewichte',
    growth: 'Größen der Gewichte gegen ε',
    constant: 'Bemerkung zur Konstante',
  },
  describe: {
    triple: (sigma, eps) => `Drei Neuronen mit ${sigma} bei ε = ${eps}.`,
    tripleLimit: (sigma) =>
      `Drei Neuronen mit ${sigma} im Grenzwert ε = 0: ein Neuron, eine Gated Linear Unit und eine zweite Ableitung.`,
    pairs: (sigma, eps) => `Zwei Paare von Neuronen mit ${sigma} bei ε = ${eps}.`,
    pairsLimit: (sigma) =>
      `Zwei Paare von Neuronen mit ${sigma} im Grenzwert ε = 0: zwei Neuronen und zwei Gated Linear Units.`,
    weights: (all) => `Ihre Ausgangsgewichte sind ${all}.`,
    range: (low, high) => `Über dem Quadrat der Eingaben geht ihre Summe von ${low} bis ${high}.`,
    error: (mean) => `Vom Grenzwert weicht sie im Mittel um ${mean} ab.`,
    same: 'Sie ist genau der Grenzwert.',
    showing: (part) => `Die Fläche zeigt: ${part}.`,
  },
};

export const triplePresets: typeof presetText = {
  second: [
    'Eine zweite Ableitung entsteht',
    'Ausgangsgewichte über 10 000, hinauf, hinab und hinauf, lassen eine endliche Summe: die zweite Ableitung der Aktivierung, mal ein Quadrat.',
  ],
  apart: [
    'Drei gewöhnliche Neuronen',
    'Bei ε = 1 sind es einfach drei Neuronen mit mäßigen Ausgangsgewichten.',
  ],
  ridges: [
    'Zwei Grate aus drei Neuronen',
    'Liegen alle drei längs w, ist das Quadrat null, wo die zweite Ableitung am größten ist: Aus einem Buckel werden zwei Grate.',
  ],
  pairs: [
    'Zwei Paare zugleich',
    'Jedes Paar wird zu einer eigenen Gated Linear Unit; nebeneinander sind es zwei erste Ableitungen, keine zweite.',
  ],
};
