/** The words of the figure `pair`. */
import { inLanguage } from '#ui/language';
import { strings } from '#ui/strings';

export const text = inLanguage('pair', {
  ...strings.figure,
  title: 'Two neurons become a gated linear unit',
  act: { label: 'Activation', description: 'The activation function σ of both neurons.' },
  eps: {
    label: 'ε, half the distance of the input weights',
    description:
      'Half the distance between the input weights of the two neurons; at 0 the pair is its limit.',
  },
  gap: {
    label: 'a_i − a_j, difference of the output weights',
    description: 'The difference of the two output weights, a / ε: it grows without bound as ε shrinks.',
    sign: (positive: boolean) =>
      `With a ${positive ? 'positive' : 'negative'}, a_i − a_j = a / ε is ${positive ? 'positive' : 'negative'} too. Change the sign of a first.`,
    range: (low: string, high: string) =>
      `With this a, a_i − a_j = a / ε goes from ${low} to ${high}, or is ∞ at ε = 0.`,
    zero: 'With a = 0 the output weights are equal for every ε. Choose another a first.',
  },
  a: {
    label: 'a, weight of the gated linear unit',
    description: 'ε (a_i − a_j): the weight of the gated linear unit in the limit.',
  },
  c: {
    label: 'c, weight of the ordinary neuron',
    description: 'a_i + a_j: the output weight of the ordinary neuron in the limit.',
  },
  w: {
    label: 'w, mean input weights',
    description: 'The mean of the two input weight vectors, without the bias.',
  },
  wlen: { label: 'length of w', description: 'How long w is: a longer w makes a steeper neuron.' },
  wdir: { label: 'direction of w', description: 'The direction in which the neuron’s input grows.' },
  bias: {
    label: 'bias of w',
    description: 'The mean of the two biases: it moves the neuron’s edge across the square.',
  },
  dir: { label: 'direction of Δ', description: 'The direction in which the two input weights differ.' },
  dbias: {
    label: 'bias part of Δ',
    description:
      'How much of the unit vector Δ lies in the bias: 0 for neurons that differ in direction only.',
  },
  show: { label: 'Surface', description: 'Which part of the pair the large surface shows.' },
  sheets: {
    label: 'See inside: both neurons',
    description: 'Shows the two neurons as translucent sheets around their sum.',
  },
  at: { label: 'point of the read-outs', description: 'Where in the square of inputs the values are read.' },
  cam: {
    label: 'camera',
    description: 'Direction around the vertical, angle from above (degrees), and zoom.',
  },
  terms: {
    sum: 'the pair',
    neuronI: 'neuron i',
    neuronJ: 'neuron j',
    neuron: 'a neuron',
    gated: 'a gated linear unit',
    limit: 'the limit',
    difference: 'pair − limit',
  },
  toLimit: { pair: 'pair at ε', limit: 'limit, ε = 0', legend: 'Pair or limit' },
  weights: {
    title: 'Input weights',
    subtitle: 'drag the arrows',
    wHandle: 'Arrow w. Arrow keys move it; Shift moves far, Alt moves little.',
    iHandle: 'Tip of w_i, magnified. Arrow keys left and right turn Δ, up and down change ε.',
    jHandle: 'Tip of w_j, magnified. Arrow keys left and right turn Δ, up and down change ε.',
    magnified: 'tips magnified',
    biases: 'biases',
    bias: 'bias',
    arms: 'output weights',
  },
  error: {
    title: 'How far from the limit',
    subtitle: '|pair − limit| over the square',
    mean: 'mean',
    max: 'largest',
    rms: 'root mean square',
    slope: (order: string) => `slope ${order}`,
    zero: 'exactly 0 for every ε: a linear pair is its own limit',
    relu: 'ReLU’s limit has a cliff: the largest error stays, only the averages shrink.',
    description: (mean: string, max: string) => `Mean error ${mean}, largest error ${max}.`,
  },
  colours: 'colours',
  words: {
    a: 'weight of the gated unit',
    c: 'weight of the neuron',
    wlen: 'length of w',
    wdir: 'direction of w',
    bias: 'bias',
    dir: 'direction of Δ',
    dbias: 'bias in Δ',
  },
  names: { dir: 'the direction of Δ', wdir: 'the direction of w' },
  readAt: 'Values read at',
  readHow: 'point at the surface to read elsewhere',
  magnified: (factor: string) => `Drawn ${factor} times higher than the pair.`,
  probe: 'Point where values are read. Arrow keys move it.',
  clipped: 'Taller parts are cut at the frame.',
  sheetsCut: (size: string) =>
    `The neurons leave the frame: they reach up to ±${size} and grow like 1/ε, while their sum stays.`,
  sheetsAway:
    'At ε = 0 the two neurons are infinitely far up and down: nothing of them is left inside the frame.',
  parts: {
    ...strings.figure.parts,
    tiles: 'the equation in pictures',
    sliders: 'sliders of the weights',
    scale: 'scale of the colours',
    neurons: 'names of both sheets',
  },
  legend: 'output',
  describe: {
    pair: (sigma: string, eps: string) => `Two ${sigma} neurons at ε = ${eps}.`,
    limit: (sigma: string) => `Two ${sigma} neurons in the limit ε = 0: a neuron plus a gated linear unit.`,
    weights: (wi: string, wj: string, ai: string, aj: string) =>
      `Input weights w_i = ${wi} and w_j = ${wj}, output weights a_i = ${ai} and a_j = ${aj}.`,
    range: (low: string, high: string) => `Over the square of inputs their sum goes from ${low} to ${high}.`,
    error: (mean: string) => `It differs from the limit by ${mean} on average.`,
    same: 'It is the limit exactly.',
    showing: (part: string) => `The surface shows ${part}.`,
  },
});

/** Examples to start from; each teaches one thing. */
export const presetText = inLanguage('pair/presets', {
  'softplus-glu': [
    'A gated linear unit is born',
    'At small ε the sum is a neuron plus a gated linear unit, though each neuron is huge.',
  ],
  apart: [
    'Two ordinary neurons',
    'At ε = 1 the pair is just two neurons, far apart, with modest output weights.',
  ],
  derivative: [
    'A finite difference',
    'With c = 0 nothing but the difference is left, and it becomes a derivative.',
  ],
  'relu-cliff': [
    'ReLU’s cliff',
    'The gate of ReLU is a step: the limit jumps where w·x = 0, and no finite pair does.',
  ],
  ridge: [
    'A ridge from two steps',
    'Two sigmoid steps side by side make a ridge: the derivative of one step.',
  ],
  product: [
    'Multiplication',
    'The square’s gate is linear, so the gated linear unit multiplies two directions.',
  ],
  'linear-gains-nothing': [
    'Linear neurons gain nothing',
    'Without a bend there is no gate: the pair equals its limit for every ε.',
  ],
  'no-difference': [
    'No difference, no unit',
    'With a = 0 the output weights stay equal, and the limit is a single neuron.',
  ],
  'swish-gate': [
    'A smooth gate',
    'A long w makes a sharp gate: the unit is linear on one side and off on the other.',
  ],
});
