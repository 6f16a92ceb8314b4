/** The words of the figure `train`. */
import { inLanguage } from '#ui/language';
import { strings } from '#ui/strings';

export const text = inLanguage('train', {
  ...strings.figure,
  title: 'Is it done?',
  lead: 'A network with two hidden neurons learns the grey curve from a random start. Train it until the loss looks flat, then look closer.',
  method: {
    label: 'Optimizer',
    description: 'Adam at 0.02 or gradient descent at 0.1, both on the exact loss over all inputs.',
    adam: 'Adam',
    gd: 'gradient descent',
  },
  seed: {
    label: 'seed',
    description: 'The number from which the four weights at the start are drawn.',
    symbol: 'the number of the random start',
  },
  steps: {
    label: 'steps',
    description: 'Steps of training so far; the loss looks flat after 3,000.',
    symbol: 'the number of steps',
  },
  reveal: {
    label: 'look closer',
    description: '1 shows both neurons and the loss on logarithmic axes, 0 does not.',
  },
  infinity: {
    label: 'way to infinity',
    description: 'How far the network has gone from where it was trained, 0, to its limit at infinity, 1.',
  },
  parts: {
    ...strings.figure.parts,
    function: 'the function of the network',
    neurons: 'the two neurons and their output weights',
    loss: 'the loss',
    verdict: 'what has come of it, in a sentence',
    tally: 'where the runs so far ended',
    next: 'the button that goes on',
    again: 'the buttons for another and for the same start',
  },
  target: 'target',
  plots: {
    function: 'What the network computes, and the target',
    neurons: 'The two neurons',
    limit: 'A neuron and a gated linear unit',
    copies: 'One neuron, twice',
    loss: 'Loss',
    above: 'loss above its limit',
    steps: 'steps',
    step: 'step',
    plateau: 'looked flat',
  },
  buttons: {
    train: 'Train',
    pause: 'Pause',
    closer: 'Look closer',
    skip: 'Skip to infinity',
    on: 'On to infinity',
    next: 'Another start',
    again: 'Same start again',
  },
  verdict: {
    start: 'Two neurons with random weights, and the curve that they are to learn.',
    training: 'The loss falls fast at first, then hardly at all.',
    flat: 'The loss has gone flat. Is it done?',
    moving: 'Not done: the loss still falls, and the two output weights grow apart.',
    still: 'Both neurons have become the same. Nothing moves any more.',
    way: 'The output weights grow without bound. Their sum hardly moves.',
    channel2: (loss: string, share: string) =>
      `At infinity the two neurons are one neuron and a gated linear unit. The loss is ${loss}, ${share} % below where it looked flat.`,
    channel1: (loss: string, share: string) =>
      `At infinity again, in another channel: one neuron and a gated linear unit, but a loss of ${loss}, ${share} % below where it looked flat.`,
    copies: (loss: string) =>
      `Two copies of one neuron, with finite weights: this run was done, at a loss of ${loss}.`,
    open: 'No limit is certified for this run.',
  },
  tally: {
    title: 'You have seen',
    channel2: 'channel 2',
    channel1: 'channel 1',
    copies: 'exact copies',
    unseen: 'not seen yet',
    times: (name: string, count: number) => `${name} × ${count}`,
  },
  error: (times: string) => `error × ${times}`,
  films: {
    act: { title: 'Training, a closer look, infinity' },
    train: { title: 'Training until the loss is flat', seconds: 7 },
    closer: { title: 'A closer look', seconds: 5 },
    skip: { title: 'The skip to infinity', seconds: 6 },
  },
  describe: {
    trained: (method: string, seed: number, steps: string, loss: string) =>
      `Two erf neurons after ${steps} steps of ${method} from random start ${seed}: loss ${loss}.`,
    weights: (ai: string, aj: string, wi: string, wj: string) =>
      `Output weights ${ai} and ${aj}, input weights ${wi} and ${wj}.`,
    limit: (c: string, w: string, a: string) => `The limit network is ${c} σ(${w} x) + ${a} x σ′(${w} x).`,
  },
});

/** Examples to start from; each teaches one thing. */
export const presetText = inLanguage('train/presets', {
  start: ['A random start', 'Two neurons with random weights learn a curve like a stair with three treads.'],
  flat: ['The loss is flat', 'After 3,000 steps of Adam the loss looks flat on an ordinary axis.'],
  closer: [
    'Looked at closer',
    'On logarithmic axes the loss has never stopped falling, and the output weights grow apart.',
  ],
  infinity: [
    'At infinity',
    'Newton’s method lands on the limit network: a neuron plus a gated linear unit, and a lower loss.',
  ],
  other: [
    'Another channel',
    'From another start training goes to infinity as well, and learns the curve less well.',
  ],
  copies: [
    'Exact copies',
    'From a third start both neurons become copies of one neuron, and all weights stay finite.',
  ],
});
