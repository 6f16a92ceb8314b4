/** German: the figure `duo`. */
import type { presetText, text } from '#figures/duo/text';
import { ui } from './ui';

export const duo: typeof text = {
  ...ui.figure,
  title: 'Zwei Neuronen auf dem Weg ins Unendliche',
  eps: {
    label: 'ε, Abstand der beiden Neuronen',
    description: 'Der halbe Abstand ihrer Eingangsgewichte; die Kugel liegt beim kleinsten Verlust dafür.',
  },
  sheets: {
    label: 'beide Neuronen',
    description: 'Zeichnet beide Neuronen als durchscheinende Flächen um ihre Summe.',
  },
  cam: {
    label: 'Kamera des Paars',
    description: 'Richtung um die Senkrechte, Winkel von oben (Grad) und Zoom.',
  },
  view: {
    label: 'Kamera der Landschaft',
    description: 'Richtung um die Senkrechte, Winkel von oben (Grad) und Zoom.',
  },
  pair: {
    title: 'Das Paar',
    teaches: 'ein Differenzenquotient wird zur Ableitung',
    camera: 'Kamera des Paars. Pfeiltasten drehen, Plus und Minus zoomen, Pos1 führt zurück. Ziehen dreht.',
    noWebgl: 'Dieser Browser bietet kein WebGL, darum ist das Paar von oben als flache Karte zu sehen.',
  },
  landscape: {
    title: 'Die Landschaft',
    teaches: 'dieselben zwei Neuronen auf dem Grund des Kanals',
    camera:
      'Kamera der Landschaft. Pfeiltasten drehen, Plus und Minus zoomen, Pos1 führt zurück. Ziehen dreht.',
    noWebgl: 'Dieser Browser bietet kein WebGL, darum ist die Landschaft von oben als flache Karte zu sehen.',
  },
  parts: {
    ...ui.figure.parts,
    pair: 'Paar',
    landscape: 'Landschaft',
    headings: 'Überschriften beider Bilder',
  },
  place: 'Ort entlang der Sattellinie',
  output: 'Ausgabe',
  neuronI: 'Neuron i',
  neuronJ: 'Neuron j',
  away: { i: 'Neuron i: +∞', j: 'Neuron j: −∞' },
  sum: 'ihre Summe',
  ball: 'Die Kugel auf dem Grund des Kanals. Pfeiltasten bewegen sie entlang.',
  gap: 'a_i − a_j',
  loss: 'Verlust',
  above: 'über dem Verlust im Unendlichen',
  describe: {
    settings: (eps) => `Zwei Neuronen bei ε = ${eps} auf dem Grund eines Kanals.`,
    waiting: 'Die Landschaft wird berechnet.',
    pair: (ai, aj, c, a) =>
      `Ihre Ausgangsgewichte sind ${ai} und ${aj}; zusammen berechnen sie fast ${c} σ(w·x) + ${a} (Δ·x) σ′(w·x).`,
    limit: (c, a) =>
      `Ihre Ausgangsgewichte sind unendlich und von entgegengesetztem Vorzeichen; zusammen berechnen sie genau ${c} σ(w·x) + ${a} (Δ·x) σ′(w·x), ein Neuron und eine Gated Linear Unit.`,
    ball: (gamma, loss, above) =>
      `In der Landschaft liegt die Kugel bei γ = ${gamma}, Verlust ${loss}, ${above} über dem Verlust im Unendlichen.`,
  },
};

export const duoPresets: typeof presetText = {
  entrance: ['Der Eingang', 'Zwei recht verschiedene Neuronen, wo der Kanal beginnt, neben der Sattellinie.'],
  'down-the-channel': [
    'Im Kanal',
    'Die Neuronen sind fast eins, ihre Ausgangsgewichte groß und entgegengesetzt; der Verlust fällt kaum noch.',
  ],
  infinity: [
    'Im Unendlichen',
    'Unendliche Gewichte, eine endliche Summe: ein Neuron und eine Gated Linear Unit, und der kleinste Verlust des Kanals.',
  ],
};
