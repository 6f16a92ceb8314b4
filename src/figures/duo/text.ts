/** The words of the figure `duo`. */
import { inLanguage } from '#ui/language';
import { strings } from '#ui/strings';

export const text = inLanguage('duo', {
  ...strings.figure,
  title: 'Two neurons on the road to infinity',
  eps: {
    label: 'ε, distance of the two neurons',
    description: 'Half the distance of their input weights; the ball is at the lowest loss for it.',
  },
  sheets: {
    label: 'both neurons',
    description: 'Draw both neurons as translucent sheets around their sum.',
  },
  cam: {
    label: 'camera of the pair',
    description: 'Direction around the vertical, angle from above (degrees), and zoom.',
  },
  view: {
    label: 'camera of the landscape',
    description: 'Direction around the vertical, angle from above (degrees), and zoom.',
  },
  pair: {
    title: 'The pair',
    teaches: 'a finite difference turning into a derivative',
    camera: 'Camera of the pair. Arrow keys turn, plus and minus zoom, Home goes back. Drag to turn.',
    noWebgl: 'This browser gives us no WebGL, so the pair is shown from above as a flat map.',
  },
  landscape: {
    title: 'The landscape',
    teaches: 'the same two neurons on the floor of the channel',
    camera: 'Camera of the landscape. Arrow keys turn, plus and minus zoom, Home goes back. Drag to turn.',
    noWebgl: 'This browser gives us no WebGL, so the landscape is shown from above as a flat map.',
  },
  parts: {
    ...strings.figure.parts,
    pair: 'the pair',
    landscape: 'the landscape',
    headings: 'headings of both pictures',
  },
  place: 'place along the saddle line',
  output: 'output',
  neuronI: 'neuron i',
  neuronJ: 'neuron j',
  away: { i: 'neuron i: +∞', j: 'neuron j: −∞' },
  sum: 'their sum',
  ball: 'The ball on the floor of the channel. Arrow keys move it along.',
  gap: 'a_i − a_j',
  loss: 'loss',
  above: 'above the loss at infinity',
  describe: {
    settings: (eps: string) => `Two neurons at ε = ${eps} on the floor of a channel.`,
    waiting: 'The landscape is being computed.',
    pair: (ai: string, aj: string, c: string, a: string) =>
      `Their output weights are ${ai} and ${aj}; together they compute nearly ${c} σ(w·x) + ${a} (Δ·x) σ′(w·x).`,
    limit: (c: string, a: string) =>
      `Their output weights are infinite and of opposite sign; together they compute exactly ${c} σ(w·x) + ${a} (Δ·x) σ′(w·x), a neuron plus a gated linear unit.`,
    ball: (gamma: string, loss: string, above: string) =>
      `In the landscape the ball is at γ = ${gamma}, loss ${loss}, ${above} above the loss at infinity.`,
  },
});

/** Examples to start from; each teaches one thing. */
export const presetText = inLanguage('duo/presets', {
  entrance: [
    'The entrance',
    'Two rather different neurons where the channel begins, beside the saddle line.',
  ],
  'down-the-channel': [
    'Down the channel',
    'The neurons are nearly one, their output weights large and opposite; the loss hardly falls any more.',
  ],
  infinity: [
    'At infinity',
    'Infinite weights, a finite sum: a neuron plus a gated linear unit, and the lowest loss of the channel.',
  ],
});
