/** English. */
import type { Words } from './words';

export const en: Words = {
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
    label: 'The idea in three sketches',
    copy: [
      'Copy a neuron.',
      'Two copies share its output weight in any proportion γ, and the network computes what it did before.',
    ],
    line: [
      'A line of saddles.',
      'All these networks are critical points of the loss. Beside the line, a channel descends and never ends.',
    ],
    unit: [
      'At infinity, a new unit.',
      'There the two copies are a neuron and a linear function behind a gate: a gated linear unit.',
    ],
    saddleLine: 'saddle line',
    channel: 'channel → ∞',
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
    marks: { right: 'right', wrong: 'not this one' },
    rightIs: (option) => `Right is: ${option}`,
    see: 'See it in the figure',
    draw: {
      pad: 'Pad with axes, to draw a curve on',
      truePad: 'The true curve',
      how: 'Draw from left to right. By keyboard: left and right choose a point, up and down move it.',
      drawFirst: 'Draw the curve from one side to the other first, or let it be shown.',
      knot: (place) => `Height at ${place}`,
      yours: 'yours',
      truth: 'true',
      off: (share, distance) => {
        const how =
          share < 0.04
            ? 'Almost exactly'
            : share < 0.1
              ? 'Close'
              : share < 0.25
                ? 'Partly right'
                : 'It is quite another curve';
        return `${how}: on average yours is ${distance} from the true one, ${Math.round(100 * share)} % of its range.`;
      },
    },
    slope: {
      pad: 'Double logarithmic axes, with a line to turn',
      truePad: 'The true slope',
      how: 'Turn the line by its handle, or with the arrow keys.',
      turnFirst: 'Turn the line first, or let it be shown.',
      handle: 'Slope of the line',
      yours: 'yours',
      truth: 'computed',
      off: (yours, truth) => `Your slope is ${yours}, the computed one ${truth}.`,
    },
  },
  glossary: 'Words and symbols',
  references: 'References',
  reference: (number) => `reference ${number}`,
  backToText: 'back to the text',
  copy: { copy: 'Copy', copied: 'Copied', selected: 'Selected; copy it by hand' },
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
