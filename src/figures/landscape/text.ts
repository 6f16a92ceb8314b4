/** The words of the figure `landscape`. */
import { inLanguage } from '#ui/language';
import { strings } from '#ui/strings';

export const text = inLanguage('landscape', {
  ...strings.figure,
  title: 'A loss landscape with a road to infinity',
  slice: {
    label: 'Slice',
    description: 'Which surface through the loss landscape is drawn.',
    descent: 'descent slice',
    plane: 'plane slice',
  },
  axis: {
    label: 'γ axis',
    description: 'How γ, the place along the saddle line, is spread on its axis.',
    linear: 'linear, to 3',
    log: 'logarithmic, to 1000',
    compact: 'to infinity',
    middle: 'from the middle, ½ to 2',
  },
  crop: {
    label: 'Surface',
    description: 'Whether parts are left out that are torn off the rest.',
    whole: 'where it is whole',
    all: 'all of it, torn',
  },
  leftOut: {
    plus: (stretches: string) => `Left out on the plus side: γ = ${stretches}.`,
    minus: (stretches: string) => `Left out on the minus side: γ = ${stretches}.`,
    why: 'There the way down ends in another valley, and the surface is torn.',
    finite: (gamma: string) => `The finite minimum is off this surface, at γ = ${gamma}.`,
  },
  gamma: {
    label: 'γ of the start',
    description: 'Where along the saddle line the ball is put: a_i − a_j = (2γ − 1) a*.',
  },
  along: {
    label: 'start across the line',
    description:
      'From the saddle line (0) to the foot on either side (−1 and 1), along the steepest descent.',
  },
  opt: {
    label: 'Optimizer',
    description: 'What moves the ball.',
    flow: 'gradient flow',
    gd: 'gradient descent',
    sgd: 'SGD',
    adam: 'Adam',
  },
  rate: { label: 'learning rate', description: 'Step size of gradient descent, SGD and Adam.' },
  time: {
    label: 'replay',
    description: 'Where on its way the ball is shown: from its start (0) to its end (1).',
  },
  cam: {
    label: 'camera',
    description: 'Direction around the vertical, angle from above (degrees), and zoom.',
  },
  balls: {
    label: 'balls at once',
    description: 'How many balls are dropped at random places of the surface.',
  },
  toss: {
    label: 'drop',
    description: 'Which random places the balls are dropped at: the seed, or 0 for no balls.',
  },
  show: {
    label: 'Function of',
    description:
      'Whose function is drawn: that of the network at the ball, or of a limit network at infinity.',
    ball: 'the network at the ball',
    plus: 'the limit network on the plus side',
    minus: 'the limit network on the minus side',
  },
  names: { time: 'the replay', balls: 'the number of balls' },
  another: 'Find another saddle line',
  previous: 'The picture still shows the previous network.',
  words: {
    gamma: 'along the saddle line',
    along: 'across it',
    rate: 'step size',
    time: 'replay',
    balls: 'balls',
  },
  parts: {
    ...strings.figure.parts,
    certificates: 'where the two roads lead',
    panels: 'function, spectrum and profiles',
    function: 'what the network computes',
    spectrum: 'curvature along the saddle line',
    profiles: 'loss across the saddle line',
    ways: 'ways to the other figures',
    clear: 'button that clears the tracks',
    swarm: 'many balls at once',
    leftOut: 'what is left out of the surface',
  },
  drop: 'Let the ball roll',
  stop: 'Stop',
  clear: 'Clear the tracks',
  swarm: {
    drop: (balls: string) => `Drop ${balls} balls`,
    waiting: 'The balls are dropped as soon as the landscape is complete.',
    channel: '→ ∞',
    finite: '→ finite minimum',
    rolling: 'rolling',
    unfinished: 'unfinished',
  },
  lossAxis: strings.landscape.loss,
  noWebgl: strings.landscape.noWebgl,
  computing: strings.landscape.computing,
  honest: {
    descent:
      'Descent slice: at each γ the steepest way down from the saddle line, with the difference of the two output weights held fixed. Crest and feet are exact, arc length is compressed (power 0.6), the climb beyond a foot is straight and stretched; where neighbouring ways end in different valleys the surface is torn.',
    plane:
      'Plane slice: the loss on saddle line + α · (direction of most negative curvature). Only the saddle line lies in it; whatever leaves it is shown by its shadow.',
  },
  off: 'distance of the ball from the drawn surface',
  certificate: {
    plus: 'The road on the plus side',
    minus: 'The road on the minus side',
  },
  ends: {
    channel: 'In the channel: the weights go to infinity and never arrive.',
    finite: 'Arrived at a finite minimum.',
    elsewhere: 'Stopped on its way.',
  },
  ball: 'The ball. Arrow keys move its start along and across the saddle line; Enter lets it roll.',
  toPair: 'Open this pair in the playground',
  toRide: 'Ride its channel to infinity',
  describe: {
    waiting: 'The landscape is being computed.',
    slice: (slice: string, gamma: string) =>
      `A ${slice} of the loss around a saddle line, its γ axis ${gamma}.`,
    road: (side: string, verdict: string, loss: string, h: string) =>
      `The road on the ${side} side: ${verdict}. Loss at infinity ${loss}, h = ${h}.`,
    ball: (gamma: string, loss: string) => `The ball is at γ = ${gamma}, loss ${loss}.`,
    swarm: (balls: string, channel: string, finite: string, rest: string) =>
      `Of ${balls} balls dropped at random places of this surface, ${channel} are in a channel to infinity, ${finite} at a finite minimum, and ${rest} on their way.`,
  },
});

/** Examples to start from; each teaches one thing. */
export const presetText = inLanguage('landscape/presets', {
  'paper-view': [
    'The paper’s view',
    'The plane through the saddle line: the channel is only its shadow here.',
  ],
  'both-roads': ['Both roads', 'One ridge, two valleys: one falls to infinity, the other leads back.'],
  'down-the-channel': [
    'Down the channel',
    'From γ = 1.5 the plus side ends in the channel: the weights never stop growing.',
  ],
  'to-the-minimum': [
    'To the finite minimum',
    'From the same point the minus side ends in an ordinary minimum.',
  ],
  'plateau-saddle': [
    'A plateau saddle',
    'One neuron, copied: beyond γ = 1 nothing descends from the line; it is the floor of a valley, flat along it.',
  ],
  'infinity-edge': [
    'The edge at infinity',
    'With γ compactified, infinity is an edge, and the limit network stands on it.',
  ],
  'top-view': ['From above, far out', 'To γ = 1000: the channel runs parallel to the saddle line for ever.'],
});
