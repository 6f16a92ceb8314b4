/** The words of the figure `triple`. */
import { inLanguage } from '#ui/language';
import { strings } from '#ui/strings';

export const text = inLanguage('triple', {
  ...strings.figure,
  title: 'Three neurons become a second derivative',
  act: {
    label: 'Activation',
    description: 'The activation function σ of all neurons; it needs a second derivative.',
  },
  eps: {
    label: 'ε, half the distance of the outer input weights',
    description:
      'Half the distance between the input weights of the outer two neurons, or of each pair; at 0 the neurons are their limit.',
  },
  group: {
    label: 'Neurons',
    description: 'Which neurons go to infinity together: three of them, or two pairs.',
    triple: 'three neurons',
    pairs: 'two pairs',
  },
  show: {
    label: 'Surface',
    description: 'What the large surface shows.',
    sum: 'sum',
    limit: 'limit',
    new: 'new part',
    difference: 'difference',
  },
  shown: {
    triple: {
      sum: 'the three neurons',
      limit: 'their limit',
      new: 'the second derivative in the limit',
      difference: 'three neurons − limit',
    },
    pairs: {
      sum: 'the two pairs',
      limit: 'their limit',
      new: 'the two gated linear units in the limit',
      difference: 'two pairs − limit',
    },
  },
  sheets: {
    label: 'See inside',
    description: 'Shows each neuron, or each pair, as a translucent sheet around the sum.',
  },
  a0: {
    label: 'strength of the ordinary neuron',
    description: 'The part of the output weights that stays finite: the weight of the ordinary neuron.',
  },
  a1: {
    label: 'strength of the gated linear unit',
    description: 'The part of the output weights that grows like 1/ε: the weight of the gated linear unit.',
  },
  a2: {
    label: 'strength of the second derivative',
    description:
      'The part of the output weights that grows like 1/ε²; with two pairs, the weight of the second gated linear unit.',
  },
  dir: {
    label: 'direction of the outer two',
    description: 'The direction in which the outer input weights differ.',
  },
  bend: {
    label: 'how far the middle one leaves the line',
    description: 'How far the middle input weight leaves the line between the outer ones, along w, times ε².',
  },
  wlen: { label: 'length of w', description: 'How long w is: a longer w makes steeper neurons.' },
  cam: {
    label: 'camera',
    description: 'Direction around the vertical, angle from above (degrees), and zoom.',
  },
  words: {
    a0: 'ordinary neuron',
    a1: 'gated unit',
    a2: 'second derivative',
    dir: 'where the outer two lie',
    bend: 'bend of the three',
    wlen: 'length of w',
  },
  pairWords: { a2: 'second gated unit', dir: 'where each pair lies' },
  names: { dir: 'the direction' },
  legend: 'output',
  pair: { first: 'first pair', second: 'second pair' },
  constant: {
    title: 'The constant of the second derivative',
    note: 'It is 1/(2√6) = 0.204 here. Equation (35) of the paper prints 1/12 = 0.083; with that, the error would not go to 0.',
  },
  tips: {
    title: 'Input weights',
    subtitle: (factor: string) => `tips magnified × ${factor}`,
    description: (first: string, second: string) =>
      `The outer tips are ${first} apart, the middle one is ${second} off their line.`,
    pairs: (apart: string) => `The two tips of each pair are ${apart} apart.`,
  },
  growth: {
    title: 'Who grows, who shrinks',
    subtitle: 'sizes against ε',
    outputs: 'output weights',
    apart: '|w_1 − w_3|',
    pairApart: '|w_1 − w_2|',
    bend: 'w_2 off the line',
    description: (weights: string, distance: string) =>
      `The largest output weight is ${weights}, the distance of the input weights ${distance}.`,
  },
  error: {
    title: 'How far from the limit',
    subtitle: '|neurons − limit| over the square',
    mean: 'mean',
    max: 'largest',
    rms: 'root mean square',
    slope: (order: string) => `slope ${order}`,
    zero: 'exactly 0 for every ε: linear neurons are their own limit',
    description: (mean: string, max: string) => `Mean error ${mean}, largest error ${max}.`,
  },
  magnified: (factor: string) => `Drawn ${factor} times higher than the sum.`,
  clipped: 'Taller parts are cut at the frame.',
  sheetsCut: (size: string) => `The neurons reach ±${size}, far out of the frame; their sum stays.`,
  sheetsAway: 'At ε = 0 the neurons are infinite: nothing of them is left in the frame.',
  pairsStay: 'Each pair stays finite, though its output weights grow like 1/ε.',
  parts: {
    ...strings.figure.parts,
    sliders: 'sliders of the weights',
    scale: 'scale of the colours',
    neurons: 'names of the sheets',
    tips: 'input weights',
    growth: 'sizes of the weights against ε',
    constant: 'note on the constant C',
  },
  describe: {
    triple: (sigma: string, eps: string) => `Three ${sigma} neurons at ε = ${eps}.`,
    tripleLimit: (sigma: string) =>
      `Three ${sigma} neurons in the limit ε = 0: a neuron, a gated linear unit and a second derivative.`,
    pairs: (sigma: string, eps: string) => `Two pairs of ${sigma} neurons at ε = ${eps}.`,
    pairsLimit: (sigma: string) =>
      `Two pairs of ${sigma} neurons in the limit ε = 0: two neurons plus two gated linear units.`,
    weights: (all: string) => `Their output weights are ${all}.`,
    range: (low: string, high: string) => `Over the square of inputs their sum goes from ${low} to ${high}.`,
    error: (mean: string) => `It differs from the limit by ${mean} on average.`,
    same: 'It is the limit exactly.',
    showing: (part: string) => `The surface shows ${part}.`,
  },
});

/** Examples to start from; each teaches one thing. */
export const presetText = inLanguage('triple/presets', {
  second: [
    'A second derivative is born',
    'Output weights above 10 000, up, down and up, leave a finite sum: the second derivative of the activation, times a square.',
  ],
  apart: ['Three ordinary neurons', 'At ε = 1 there are just three neurons with modest output weights.'],
  ridges: [
    'Two ridges from three neurons',
    'With all three along w the square is zero where the second derivative is largest: one bump becomes two ridges.',
  ],
  pairs: [
    'Two pairs at once',
    'Each pair becomes a gated linear unit of its own; side by side they are two first derivatives, not a second one.',
  ],
});
