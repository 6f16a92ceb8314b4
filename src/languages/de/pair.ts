/** German: the figure `pair`. */
import type { presetText, text } from '#figures/pair/text';
import { ui } from './ui';

export const pair: typeof text = {
  ...ui.figure,
  title: 'Zwei Neuronen werden eine Gated Linear Unit',
  act: { label: 'Aktivierung', description: 'Die Aktivierungsfunktion σ beider Neuronen.' },
  eps: {
    label: 'ε, halber Abstand der Eingangsgewichte',
    description:
      'Der halbe Abstand zwischen den Eingangsgewichten beider Neuronen; bei 0 ist das Paar sein Grenzwert.',
  },
  gap: {
    label: 'a_i − a_j, Differenz der Ausgangsgewichte',
    description: 'Die Differenz beider Ausgangsgewichte, a / ε: Sie wächst ohne Grenze, wenn ε kleiner wird.',
    sign: (positive) =>
      `Mit ${positive ? 'positivem' : 'negativem'} a ist auch a_i − a_j = a / ε ${positive ? 'positiv' : 'negativ'}. Ändern Sie zuerst das Vorzeichen von a.`,
    range: (low, high) =>
      `Mit diesem a geht a_i − a_j = a / ε von ${low} bis ${high}, oder es ist ∞ bei ε = 0.`,
    zero: 'Mit a = 0 sind die Ausgangsgewichte bei jedem ε gleich. Wählen Sie zuerst ein anderes a.',
  },
  a: {
    label: 'a, Gewicht der Gated Linear Unit',
    description: 'ε (a_i − a_j): das Gewicht der Gated Linear Unit im Grenzwert.',
  },
  c: {
    label: 'c, Gewicht des gewöhnlichen Neurons',
    description: 'a_i + a_j: das Ausgangsgewicht des gewöhnlichen Neurons im Grenzwert.',
  },
  w: {
    label: 'w, mittlere Eingangsgewichte',
    description: 'Die Mitte der beiden Vektoren der Eingangsgewichte, ohne den Bias.',
  },
  wlen: {
    label: 'Länge von w',
    description: 'Wie lang w ist: Ein längeres w macht das Neuron steiler.',
  },
  wdir: {
    label: 'Richtung von w',
    description: 'Die Richtung, in der die Eingabe des Neurons wächst.',
  },
  bias: {
    label: 'Bias von w',
    description: 'Das Mittel beider Bias-Werte: Er verschiebt die Kante des Neurons über das Quadrat.',
  },
  dir: {
    label: 'Richtung von Δ',
    description: 'Die Richtung, in der sich die beiden Eingangsgewichte unterscheiden.',
  },
  dbias: {
    label: 'Bias-Anteil von Δ',
    description:
      'Wie viel des Einheitsvektors Δ im Bias liegt: 0 für Neuronen, die sich nur in der Richtung unterscheiden.',
  },
  show: { label: 'Fläche', description: 'Welchen Teil des Paars die große Fläche zeigt.' },
  sheets: {
    label: 'Hineinsehen: beide Neuronen',
    description: 'Zeigt die beiden Neuronen als durchscheinende Flächen um ihre Summe.',
  },
  at: {
    label: 'Ort der Ablesung',
    description: 'Wo im Quadrat der Eingaben die Werte abgelesen werden.',
  },
  cam: {
    label: 'Kamera',
    description: 'Richtung um die Senkrechte, Winkel von oben (Grad) und Zoom.',
  },
  terms: {
    sum: 'das Paar',
    neuronI: 'Neuron i',
    neuronJ: 'Neuron j',
    neuron: 'ein Neuron',
    gated: 'eine Gated Linear Unit',
    limit: 'der Grenzwert',
    difference: 'Paar − Grenzwert',
  },
  toLimit: { pair: 'Paar bei ε', limit: 'Grenzwert, ε = 0', legend: 'Paar oder Grenzwert' },
  weights: {
    title: 'Eingangsgewichte',
    subtitle: 'ziehen Sie an den Pfeilen',
    wHandle: 'Pfeil w. Pfeiltasten bewegen ihn; Umschalt bewegt weit, Alt wenig.',
    iHandle: 'Spitze von w_i, vergrößert. Pfeiltasten links und rechts drehen Δ, auf und ab ändern ε.',
    jHandle: 'Spitze von w_j, vergrößert. Pfeiltasten links und rechts drehen Δ, auf und ab ändern ε.',
    magnified: 'Spitzen vergrößert',
    biases: 'beide Bias-Werte',
    bias: 'Bias',
    arms: 'Ausgangsgewichte',
  },
  error: {
    title: 'Wie weit vom Grenzwert',
    subtitle: '|Paar − Grenzwert| über dem Quadrat',
    mean: 'Mittel',
    max: 'Maximum',
    rms: 'quadratisches Mittel',
    slope: (order) => `Steigung ${order}`,
    zero: 'genau 0 für jedes ε: Ein lineares Paar ist sein eigener Grenzwert',
    relu: 'Der Grenzwert von ReLU hat eine Klippe: Der größte Fehler bleibt, nur die Mittel werden kleiner.',
    description: (mean, max) => `Mittlerer Fehler ${mean}, größter Fehler ${max}.`,
  },
  colours: 'Farben',
  words: {
    a: 'Gewicht der Gated Unit',
    c: 'Gewicht des Neurons',
    wlen: 'Länge von w',
    wdir: 'Richtung von w',
    bias: 'Bias',
    dir: 'Richtung von Δ',
    dbias: 'Bias in Δ',
  },
  names: { dir: 'Richtung von Δ', wdir: 'Richtung von w' },
  readAt: 'Werte abgelesen bei',
  readHow: 'zeigen Sie auf die Fläche, um anderswo abzulesen',
  magnified: (factor) => `${factor}-mal so hoch gezeichnet wie das Paar.`,
  probe: 'Ort, an dem Werte abgelesen werden. Pfeiltasten bewegen ihn.',
  clipped: 'Was höher ist, wird am Rahmen abgeschnitten.',
  sheetsCut: (size) =>
    `Die Neuronen verlassen den Rahmen: Sie reichen bis ±${size} und wachsen wie 1/ε, während ihre Summe bleibt.`,
  sheetsAway:
    'Bei ε = 0 sind die beiden Neuronen unendlich weit oben und unten: Im Rahmen ist nichts mehr von ihnen.',
  parts: {
    ...ui.figure.parts,
    tiles: 'Gleichung in Bildern',
    sliders: 'Regler der Gewichte',
    scale: 'Skala der Farben',
    neurons: 'Namen beider Flächen',
  },
  legend: 'Ausgabe',
  describe: {
    pair: (sigma, eps) => `Zwei Neuronen mit ${sigma} bei ε = ${eps}.`,
    limit: (sigma) => `Zwei Neuronen mit ${sigma} im Grenzwert ε = 0: ein Neuron und eine Gated Linear Unit.`,
    weights: (wi, wj, ai, aj) =>
      `Eingangsgewichte w_i = ${wi} und w_j = ${wj}, Ausgangsgewichte a_i = ${ai} und a_j = ${aj}.`,
    range: (low, high) => `Über dem Quadrat der Eingaben geht ihre Summe von ${low} bis ${high}.`,
    error: (mean) => `Vom Grenzwert weicht sie im Mittel um ${mean} ab.`,
    same: 'Sie ist genau der Grenzwert.',
    showing: (part) => `Die Fläche zeigt: ${part}.`,
  },
};

export const pairPresets: typeof presetText = {
  'softplus-glu': [
    'Eine Gated Linear Unit entsteht',
    'Bei kleinem ε ist die Summe ein Neuron und eine Gated Linear Unit, obwohl jedes Neuron riesig ist.',
  ],
  apart: [
    'Zwei gewöhnliche Neuronen',
    'Bei ε = 1 sind es einfach zwei Neuronen, weit auseinander, mit mäßigen Ausgangsgewichten.',
  ],
  derivative: [
    'Ein Differenzenquotient',
    'Mit c = 0 bleibt nur die Differenz übrig, und sie wird zur Ableitung.',
  ],
  'relu-cliff': [
    'Die Klippe von ReLU',
    'Das Tor von ReLU ist eine Stufe: Der Grenzwert springt bei w·x = 0, und kein endliches Paar tut das.',
  ],
  ridge: [
    'Ein Grat aus zwei Stufen',
    'Zwei Sigmoid-Stufen nebeneinander ergeben einen Grat: die Ableitung einer Stufe.',
  ],
  product: [
    'Multiplikation',
    'Das Tor des Quadrats ist linear, darum multipliziert die Gated Linear Unit zwei Richtungen.',
  ],
  'linear-gains-nothing': [
    'Lineare Neuronen gewinnen nichts',
    'Ohne Krümmung gibt es kein Tor: Das Paar gleicht seinem Grenzwert bei jedem ε.',
  ],
  'no-difference': [
    'Kein Unterschied, keine Einheit',
    'Mit a = 0 bleiben die Ausgangsgewichte gleich, und der Grenzwert ist ein einzelnes Neuron.',
  ],
  'swish-gate': [
    'Ein weiches Tor',
    'Ein langes w macht ein scharfes Tor: Die Einheit ist auf einer Seite linear und auf der anderen aus.',
  ],
};
