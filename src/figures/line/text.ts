/** The words of the figure `line`. */
import { inLanguage } from '#ui/language';
import { strings } from '#ui/strings';

export const text = inLanguage('line', {
  ...strings.figure,
  title: 'Two neurons fly apart, their sum stays',
  lead: 'Drag ε to zero. The output weights race to plus and minus infinity, and the axis follows. Their sum settles.',
  eps: {
    label: 'ε, distance of the two neurons',
    description: 'Half the distance of their input weights.',
  },
  a: {
    label: 'a, weight of the gated linear unit',
    description: 'ε times the difference of both output weights.',
  },
  c: { label: 'c, weight of the ordinary neuron', description: 'The sum of both output weights.' },
  w: { label: 'w, mean input weight', description: 'The mean of both input weights.' },
  words: { a: 'of the gated unit', c: 'of the neuron', w: 'mean input weight' },
  parts: {
    ...strings.figure.parts,
    neurons: 'the two neurons and their output weights',
    sum: 'their sum, and the target',
    sliders: 'all sliders of the weights',
  },
  target: 'target',
  neurons: 'The two neurons',
  limit: 'A neuron and a gated linear unit',
  sum: 'Their sum',
  dashed: 'dashed: its limit',
  describe: {
    pair: (eps: string, ai: string, aj: string) =>
      `Two erf neurons of one input at ε = ${eps}, with output weights ${ai} and ${aj}.`,
    limit: (c: string, w: string, a: string) =>
      `At ε = 0 the output weights are infinite, and the sum is ${c} σ(${w} x) + ${a} x σ′(${w} x): a neuron plus a gated linear unit.`,
    near: (distance: string) => `Their sum is at most ${distance} away from its limit.`,
  },
});

/** Examples to start from; each teaches one thing. */
export const presetText = inLanguage('line/presets', {
  apart: ['Apart', 'Two different neurons; their sum is far from the stair.'],
  racing: ['Racing', 'Output weights of hundreds, and a sum that has nearly come to rest.'],
  infinity: [
    'At infinity',
    'A neuron plus a gated linear unit: the best that two neurons can do with this stair.',
  ],
  shallow: ['The other channel', 'Another minimum at infinity, whose sum has no tread in the middle.'],
  'no-gate': [
    'No gated unit',
    'With a = 0 nothing diverges: two copies of one neuron, however close they are.',
  ],
});
