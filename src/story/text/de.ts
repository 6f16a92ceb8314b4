/** German. */
import type { Words } from './words';

export const de: Words = {
  title: 'Minima at Infinity',
  description:
    'Two neurons of an ordinary network can drift together while their output weights diverge, and become a gated linear unit. See it, drag it, check it.',
  headline: 'At infinity, two neurons become something new.',
  wonder:
    'Drag ε to zero: the output weights of two neurons fly apart without end, and together they settle down to a unit that neither of them could be.',
  skip: 'Skip to the text',
  theme: 'Light or dark',
  contents: 'Chapters',
  readingTime: (minutes) => `${minutes} minutes to read, longer to play`,
  noScript: 'The figures move with JavaScript; without it, here is each as a picture, and all of the text.',
  chapters: {
    'two-neurons': 'Two neurons become one new unit',
    copy: 'Where channels begin: copy a neuron',
    road: 'A landscape with a road to infinity',
    ride: 'Why nobody arrives, and how to arrive anyway',
    toy: 'The smallest example',
    meaning: 'What it means',
  },
  otherLanguage: { en: 'English', de: 'Deutsch' },
  figure: {
    more: 'All controls',
    less: 'Fewer controls',
    ownPage: 'On its own page',
    picture: (title) => `Picture of the figure “${title}” as it begins.`,
  },
  schematic: {
    label: 'Der Gedanke in drei Skizzen',
    copy: [
      'Ein Neuron kopieren.',
      'Zwei Kopien teilen sich sein Ausgangsgewicht in beliebigem Verhältnis γ, und das Netz berechnet dasselbe wie zuvor.',
    ],
    line: [
      'Eine Linie von Sattelpunkten.',
      'All diese Netze sind kritische Punkte des Verlusts. Neben der Linie fällt ein Kanal ab, der nie endet.',
    ],
    unit: [
      'Im Unendlichen eine neue Einheit.',
      'Dort sind die beiden Kopien ein Neuron und eine lineare Funktion hinter einem Tor: eine Gated Linear Unit.',
    ],
    saddleLine: 'Sattellinie',
    channel: 'Kanal → ∞',
  },
  derivation: 'Derivation',
  back: 'and back',
  value: { scrub: 'drag, or use the arrow keys' },
  predict: {
    heading: 'Guess first',
    check: 'Check',
    skip: 'Just show me',
    answer: 'Answer',
    right: 'Yes.',
    wrong: 'Not quite.',
    chooseFirst: 'Choose one first, or let it be shown.',
    marks: { right: 'richtig', wrong: 'diese nicht' },
    rightIs: (option) => `Richtig ist: ${option}`,
    see: 'In der Abbildung ansehen',
    draw: {
      pad: 'Achsen, zwischen die Sie eine Kurve zeichnen',
      truePad: 'Die wahre Kurve',
      how: 'Zeichnen Sie von links nach rechts. Mit der Tastatur: links und rechts wählen einen Punkt, auf und ab bewegen ihn.',
      drawFirst: 'Zeichnen Sie die Kurve zuerst von einer Seite zur anderen, oder lassen Sie sie zeigen.',
      knot: (place) => `Höhe bei ${place}`,
      yours: 'Ihre',
      truth: 'die wahre Kurve',
      off: (share, distance) => {
        const how =
          share < 0.04
            ? 'Fast genau'
            : share < 0.1
              ? 'Nah dran'
              : share < 0.25
                ? 'Zum Teil richtig'
                : 'Das ist eine ganz andere Kurve';
        return `${how}: Im Mittel liegt Ihre Kurve ${distance} neben der wahren, das sind ${Math.round(100 * share)} % von deren Spanne.`;
      },
    },
    slope: {
      pad: 'Doppelt logarithmische Achsen mit einer drehbaren Geraden',
      truePad: 'Die wahre Steigung',
      how: 'Drehen Sie die Gerade an ihrem Griff oder mit den Pfeiltasten.',
      turnFirst: 'Drehen Sie zuerst die Gerade, oder lassen Sie es zeigen.',
      handle: 'Steigung der Geraden',
      yours: 'Ihre',
      off: (yours, truth) => `Ihre Steigung ist ${yours}, die berechnete ${truth}.`,
    },
  },
  glossary: 'Words and symbols',
  references: 'References',
  reference: (number) => `Quelle ${number}`,
  backToText: 'zurück zum Text',
  copy: { copy: 'Kopieren', copied: 'Kopiert', selected: 'Markiert; bitte von Hand kopieren' },
  teach: 'For teachers',
  now: (value) => `now ${value}`,
  symbols: {
    epsilon: 'half the distance between the input weights of the pair',
    w: 'the middle of the two input weights',
    wi: 'input weights of neuron i',
    wj: 'input weights of neuron j',
    w0: 'the bias: the last entry of w',
    delta: 'the direction from the middle to neuron i, of length 1',
    delta0: 'the last entry of Δ, which belongs to the bias',
    a: 'ε times the difference of the output weights: the strength of the gated linear unit',
    ai: 'output weight of neuron i',
    aj: 'output weight of neuron j',
    c: 'the sum of the output weights: the strength of the ordinary neuron that is left',
    sigma: 'the activation function',
    gamma: 'how the output weight is shared between the two copies; the place along the saddle line',
    alpha: 'the distance from the saddle line',
    h: 'how the loss bends at infinity: positive, and the channel falls towards infinity',
    loss: 'the loss: the mean squared error',
    lambda: 'the largest eigenvalue of the Hessian: the sharpness of the valley',
    s: 'the way downhill from the saddle line',
    eta: 'the learning rate',
    t: 'the time of gradient flow',
    x: 'the input, with a constant 1 as its last entry',
    x1: 'first input',
    x2: 'second input',
  },
  footer: {
    paper:
      'After F. Martinelli, A. van Meegen, B. Şimşek, W. Gerstner and J. Brea, Flat Channels to Infinity in Neural Loss Landscapes, NeurIPS 2025,',
    privacy: 'Everything is computed in your browser; nothing leaves it.',
  },
};
