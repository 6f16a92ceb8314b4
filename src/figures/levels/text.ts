/** The words of the figure `levels`. */
import type { LevelKind } from '#math/levels/level-kind';
import { inLanguage } from '#ui/language';
import { strings } from '#ui/strings';

export const text = inLanguage('levels', {
  ...strings.figure,
  title: 'Where random starts end',
  lead: 'Small networks learn one function from many random starts. Their losses end on few levels. From two neurons on, most of these levels are at infinity.',
  copyLead:
    'The finite minimum of two neurons, with one neuron copied: it keeps the share γ of its output weight, the copy gets 1 − γ. After a small step training goes on. What the paper calls “other minima” are channels: minima at infinity.',
  view: {
    label: 'Show',
    description: 'The levels of loss of all widths, or what becomes of one neuron that is copied.',
    levels: 'levels of loss',
    copy: 'one neuron copied',
  },
  biases: { label: 'with biases', description: 'Whether the neurons and the output have biases.' },
  width: { label: 'neurons', description: 'Hidden neurons of the networks that are looked at.' },
  level: {
    label: 'level',
    description: 'Which level of this width is looked at, counted from the lowest loss.',
  },
  gamma: {
    label: 'share γ of the copy',
    description: 'The neuron keeps the share γ of its output weight, the copy gets the share 1 − γ.',
    words: 'share kept',
  },
  end: {
    label: 'Network at the end',
    description: 'Which of the two ends of training is looked at.',
    lower: 'of lower loss',
    higher: 'of higher loss',
  },
  names: { width: 'the number of neurons' },
  kind: {
    finite: 'finite minimum',
    infinite: 'minimum at infinity',
    copies: 'with copied neurons',
    open: 'not certified',
  } satisfies Record<LevelKind, string>,
  levels: {
    title: 'Levels of loss',
    axis: 'loss',
    width: 'hidden neurons',
    shares: 'Shares with 95 % intervals',
    share: 'share of runs (%)',
    infinite: 'end at infinity',
    copies: 'have copied neurons',
    longer: 'longer: more runs end there',
    now: 'computed now',
    label: 'Levels of loss. Left and right go to another number of neurons, up and down to another level.',
    point: (width: number, kind: string, loss: string, count: number, runs: number) =>
      `${width} ${width === 1 ? 'neuron' : 'neurons'}, ${kind}, loss ${loss}, ${count} of ${runs} runs`,
  },
  train: {
    start: (count: number, width: number) =>
      `Train ${count} more with ${width} ${width === 1 ? 'neuron' : 'neurons'}`,
    stop: 'Stop',
    done: (done: number, count: number) => `${done} of ${count} trained`,
    counted: (before: number, now: number) => `${before} runs precomputed, ${now} computed now`,
    button: 'train more networks',
  },
  summary: {
    title: 'this number of neurons in words',
    text: (width: number, infinite: string, copies: string, solutions: number) =>
      `With ${width} ${width === 1 ? 'neuron' : 'neurons'}, ${infinite} of the runs end at infinity and ${copies} have copied neurons. They found ${solutions} different ${solutions === 1 ? 'network' : 'networks'}.`,
    share: (share: string, low: string, high: string) => `${share} % (${low} to ${high} %)`,
    open: (count: number) => `${count} ${count === 1 ? 'run has' : 'runs have'} no certified end.`,
  },
  network: {
    title: 'The network there',
    function: 'Its function (shades) and the target (lines)',
    weights: 'Input weights, with the output weight of each',
    caption: (count: number, runs: number, seed: number) =>
      `${count} of ${runs} runs; the one of seed ${seed}:`,
    atGamma: (gamma: string) => `training from γ = ${gamma}`,
    waiting: 'Training …',
    loss: 'loss where training was left',
    infinity: 'loss at infinity',
    minimum: 'loss of the minimum',
    first: 'w_1',
    second: 'w_2',
    verdict: {
      finite: 'All weights are finite, and the loss rises in every direction.',
      infinite: (h: string) =>
        `h = ${h} > 0: the loss falls all the way, while output weights of opposite sign grow without bound.`,
      copies: 'Copies have the same input weights: the loss is no lower than that of fewer neurons.',
      copiesInfinite:
        'Copies have the same input weights, and other neurons go to infinity: fewer neurons do as well.',
      open: 'No limit is certified. Mostly one neuron grows by itself, into a crease of the function.',
    },
  },
  copy: {
    outcome: 'what comes of this γ in words',
    line: 'saddle line',
    stable: 'stays',
    axis: 'loss',
    ends: 'The loss at the end of training against γ. Arrow keys move γ.',
    eigenvalues: 'Eigenvalues of the Hessian',
    eigenvalue: 'eigenvalue',
    parting: 'parts the copies',
    turning: 'How fast the eigenvectors turn',
    degrees: 'degrees each 0.1 of γ',
    computing: 'Computing eigenvalues …',
    sentence: {
      stays: (gamma: string, loss: string) =>
        `At γ = ${gamma} a small step away from the line leads back to it: the loss stays ${loss}.`,
      leaves: (gamma: string, high: string, low: string) =>
        `At γ = ${gamma} a small step leads down, to one side to ${high}, to the other to ${low}. Both ends are minima at infinity.`,
      waiting: 'Training from both sides of the line …',
    },
  },
  animation: { title: 'γ from −2 to 3', seconds: 8 },
  describe: {
    levels: (width: number, count: number) =>
      `Losses of trained networks with 1 to 5 neurons; with ${width} they end on ${count} levels.`,
    chosen: (point: string) => `Chosen: ${point}.`,
    copy: (gamma: string) =>
      `The minimum of two neurons, loss 0.74332, with one neuron copied at share γ = ${gamma}.`,
    settings: (width: number) => `Losses at which training ends, for networks with ${width} hidden neurons.`,
  },
});

/** Examples to start from; each teaches one thing. */
export const presetText = inLanguage('levels/presets', {
  two: ['Two neurons', 'Three levels: one finite minimum, and two at infinity, where two of three runs end.'],
  three: [
    'Three neurons: no finite minimum',
    'Not one finite minimum: runs end at infinity, or with a copied neuron.',
  ],
  biases: [
    'With biases',
    'No copies are left, and of three neurons only a few of a hundred runs go to infinity.',
  ],
  outside: [
    'Copied, and outside',
    'With γ outside 0 to 1 training leaves the copied minimum, and both ways lead to infinity.',
  ],
  between: ['Copied, and between', 'With γ between 0 and 1 the copied minimum is stable: training stays.'],
});
