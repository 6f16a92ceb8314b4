/** German: the figure `line`. */
import type { presetText, text } from '#figures/line/text';
import { ui } from './ui';

export const line: typeof text = {
  ...ui.figure,
  title: 'Zwei Neuronen fliegen auseinander, ihre Summe bleibt',
  lead: 'Ziehen Sie ε auf null. Die Ausgangsgewichte eilen nach plus und minus unendlich, und die Achse folgt ihnen. Ihre Summe kommt zur Ruhe.',
  eps: {
    label: 'ε, Abstand der beiden Neuronen',
    description: 'Die Hälfte des Abstands ihrer Eingangsgewichte.',
  },
  a: {
    label: 'a, Gewicht der Gated Linear Unit',
    description: 'ε mal der Differenz der beiden Ausgangsgewichte.',
  },
  c: { label: 'c, Gewicht des gewöhnlichen Neurons', description: 'Die Summe der beiden Ausgangsgewichte.' },
  w: { label: 'w, mittleres Eingangsgewicht', description: 'Das Mittel der beiden Eingangsgewichte.' },
  words: { a: 'der Gated Linear Unit', c: 'des Neurons', w: 'mittleres Eingangsgewicht' },
  parts: {
    ...ui.figure.parts,
    neurons: 'die beiden Neuronen und ihre Ausgangsgewichte',
    sum: 'ihre Summe und das Ziel',
    sliders: 'alle Regler der Gewichte',
  },
  target: 'Ziel',
  neurons: 'Die beiden Neuronen',
  limit: 'Ein Neuron und eine Gated Linear Unit',
  sum: 'Ihre Summe',
  dashed: 'gestrichelt: ihr Grenzwert',
  describe: {
    pair: (eps, ai, aj) =>
      `Zwei erf-Neuronen mit einer Eingabe bei ε = ${eps}, mit den Ausgangsgewichten ${ai} und ${aj}.`,
    limit: (c, w, a) =>
      `Bei ε = 0 sind die Ausgangsgewichte unendlich, und die Summe ist ${c} σ(${w} x) + ${a} x σ′(${w} x): ein Neuron und eine Gated Linear Unit.`,
    near: (distance) => `Ihre Summe ist höchstens ${distance} von ihrem Grenzwert entfernt.`,
  },
};

export const linePresets: typeof presetText = {
  apart: ['Auseinander', 'Zwei verschiedene Neuronen; ihre Summe ist weit von der Treppe entfernt.'],
  racing: ['In Fahrt', 'Ausgangsgewichte von Hunderten, und eine Summe, die beinahe zur Ruhe gekommen ist.'],
  infinity: [
    'Im Unendlichen',
    'Ein Neuron und eine Gated Linear Unit: besser können zwei Neuronen diese Treppe nicht.',
  ],
  shallow: [
    'Der andere Kanal',
    'Ein anderes Minimum im Unendlichen, dessen Summe keine Stufe in der Mitte hat.',
  ],
  'no-gate': [
    'Ohne Gated Linear Unit',
    'Mit a = 0 divergiert nichts: zwei Kopien eines Neurons, wie nah sie sich auch sind.',
  ],
};
