/** The words of the figure `census`. */

import { networkText } from '#landscape/text';
import type { TrainedClass } from '#math/grouping/classify';
import type { VerdictCode } from '#math/grouping/verdict';
import { inLanguage } from '#ui/language';
import { strings } from '#ui/strings';

const count = (number: number, one: string, many: string) =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

const verdicts: Readonly<Record<VerdictCode, string>> = {
  'minimum-at-infinity': 'certified: a minimum at infinity',
  'finite-minimum': 'a minimum at finite weights',
  'comes-back': 'the loss rises towards infinity: it comes back',
  'saddle-at-infinity': 'the limit is a saddle point',
  'plateau-saddle': 'exact copies on a plateau saddle',
  sharp: 'neurons that sharpen into steps between the samples',
  undecided: 'second order does not decide',
  'not-certified': 'neurons run together; where to is not certified',
  'no-limit': 'no minimum is near, finite or at infinity',
};

const classes: Readonly<Record<TrainedClass, string>> = {
  finite: 'finite minimum',
  channel: 'one pair to infinity',
  other: 'other infinite',
  unfinished: 'unfinished',
};

export const text = inLanguage('census', {
  ...strings.figure,
  title: 'How often does training run to infinity?',
  lead: 'Each dot is a small network, trained from random weights until it is certain where it ends. Train some more.',
  target: networkText.target,
  act: { label: 'Activation', description: 'The activation of the hidden neurons.' },
  dims: { label: 'input dimension d', description: 'Coordinates of an input.', words: 'inputs' },
  width: {
    label: 'hidden neurons r',
    description: 'Neurons in each hidden layer.',
    words: 'hidden neurons',
  },
  depth: {
    label: 'hidden layers',
    description: 'Hidden layers of each network, all of the same width.',
    words: 'hidden layers',
  },
  biases: { label: 'biases', description: 'Whether the neurons and the output have biases.' },
  samples: { label: 'samples N', description: 'Samples that each network learns.', words: 'samples' },
  runs: {
    label: 'networks',
    description: 'How many networks are trained at a time.',
    words: 'networks to train',
  },
  seed: {
    label: 'first seed',
    description: 'Number from which the first network, its data and its target are drawn; the others follow.',
    words: 'first seed',
  },
  shown: {
    label: 'how many are shown',
    description: 'Share of the networks that are shown, in the order of their seeds.',
  },
  run: { label: 'chosen network', description: 'Seed of the network that is read; 0 for none.' },
  only: {
    label: 'what stands out',
    description: 'Networks of which class stand out in all plots.',
    all: 'all networks',
  },
  side: {
    label: 'Plot',
    description: 'Which plot stands below the dots where there is room for one.',
    shares: 'shares',
    losses: 'losses',
    groups: 'groups',
    course: 'one run',
  },
  names: { runs: 'networks', seed: 'first seed', depth: 'layers' },
  class: classes,
  verdict: verdicts,
  group: {
    neuron: 'copies',
    pair: 'pair',
    triple: 'triple',
    quadruple: 'quadruple',
    crease: 'step',
    tail: 'tail',
  },
  train: (runs: number) => `Train ${runs} networks`,
  pause: 'Pause',
  resume: 'Continue',
  stop: 'Leave it',
  clear: 'Forget my runs',
  save: 'Save runs',
  openFile: 'Open a file of runs',
  progress: (done: number, total: number) => `${done} of ${total} trained`,
  left: (minutes: string) => `about ${minutes} min left`,
  paused: 'paused',
  growing: { title: 'One network after the other', seconds: 8 },
  loading: 'Loading the precomputed runs …',
  none: 'No network of these settings is trained yet.',
  counts: {
    title: 'Where they end',
    precomputed: 'precomputed',
    own: 'computed now',
    share: 'share',
    interval: '95 % interval',
    paper: 'channels by the paper’s criterion',
    paperNote: 'norm above 1,000 and cosine distance below 0.01, which knows no certificate',
    ours: 'certified to end at infinity',
    layers: 'at infinity by layer',
    layersNote: 'of the runs to infinity: in how many a group of this layer goes there, 1 nearest the inputs',
  },
  scatter: {
    title: 'Channels have twins with huge output weights',
    subtitle: 'the two most similar neurons of each network',
    cosine: 'cosine distance of their input weights',
    weights: '|a_i| + |a_j|',
  },
  shares: {
    title: 'Where they end, by the target',
    subtitle: 'share of the networks of each roughness, with 95 % intervals',
    roughness: 'roughness s of the target',
    share: 'share',
  },
  losses: {
    title: 'What they reach',
    subtitle: 'loss at the end; at infinity where a run goes there',
  },
  groups: {
    title: 'What goes to infinity together',
    subtitle: 'groups of neurons in these networks, by where the networks end',
    count: 'groups',
    pair: 'pairs',
    triple: 'triples',
    quadruple: 'quadruples',
    copies: 'copies',
    lone: 'lone neurons',
  },
  course: {
    title: 'Along one run',
    subtitle: 'choose a dot, and train its network once more',
    follow: 'Train it again and record',
    computing: (seed: number) => `Training network ${seed} again …`,
    waiting: 'Not recorded yet.',
    groups: (neurons: string, isLoose: boolean) =>
      isLoose
        ? `no neurons run together here; measured for the most similar ones, ${neurons}`
        : `measured for the neurons that run together: ${neurons}`,
    share: 'share of an update',
    shares: 'share of each update parallel to the saddle line',
    pairShare: 'output weights',
    groupShare: 'and input weights along their mean',
    eigenvalue: 'eigenvalues of the Hessian',
    eigenvalues: 'largest and smallest eigenvalue of the Hessian',
    largest: 'largest',
    smallest: 'smallest',
    negative: 'where it is negative',
    point: (time: string, pair: string, group: string, smallest: string, largest: string) =>
      `t = ${time}: ${pair} of the update is parallel by the output weights, ${group} with the input weights; eigenvalues from ${smallest} to ${largest}.`,
  },
  open: {
    ride: {
      button: 'Ride its channel',
      words: 'From this dot on, with exactly these weights; they are trained again there.',
    },
    landscape: {
      button: 'See its landscape',
      words: 'This minimum, with one of its neurons copied; it is trained again there.',
    },
    none: {
      deep: 'Ride, landscape and course show networks of one hidden layer.',
      finite: 'This activation has no second derivative, so its minimum has no landscape here.',
      other: 'Not exactly one pair goes to infinity: neither ride nor landscape can show this network.',
      unfinished: 'No minimum is known for this network, so there is none to open.',
    },
  },
  chosen: {
    title: (seed: number) => `Network ${seed}`,
    none: 'Choose a dot: press it, or use the arrow keys.',
    loss: 'loss',
    lossAtInfinity: 'loss at infinity',
    cosine: 'cosine distance',
    weights: '|a_i| + |a_j|',
    norm: 'norm (the paper’s)',
    time: 'flow time',
    groups: 'groups',
    layer: (layer: number) => `layer ${layer}`,
  },
  notices: {
    unkept: 'This browser keeps nothing for this page: save your runs before you leave.',
    unloaded: 'The precomputed runs did not load. Your own can still be trained.',
    added: (added: number, known: number, versions: number, bad: number) =>
      [
        added > 0 || (known === 0 && versions === 0 && bad === 0)
          ? `${count(added, 'run was', 'runs were')} added.`
          : 'Nothing was added.',
        ...(known > 0 ? [`${count(known, 'was', 'were')} here already.`] : []),
        ...(versions > 0
          ? [`${count(versions, 'line is', 'lines are')} of another version of the census.`]
          : []),
        ...(bad > 0
          ? [
              `${count(bad, 'line is no run', 'lines are no runs')}; open a file that “Save runs” or npm run census wrote.`,
            ]
          : []),
      ].join(' '),
    plane: 'The Rosenbrock targets are functions of two coordinates: set the input dimension to 2.',
    file: 'This file could not be read.',
  },
  describe: {
    settings: (
      runs: number,
      width: number,
      depth: number,
      act: string,
      dims: number,
      target: string,
      biases: boolean,
    ) =>
      `The census holds ${count(runs, 'network', 'networks')} with ${depth === 1 ? '' : `${depth} layers of `}${width} ${act} neurons, ${dims} inputs, ${biases ? 'with' : 'without'} biases, learning ${target}.`,
    counts: (finite: number, channel: number, other: number, unfinished: number) =>
      `${finite} end in a finite minimum, ${channel} with one pair at infinity, ${other} at infinity in another way, ${unfinished} are unfinished.`,
    groups: (list: string) => `Groups of neurons: ${list}.`,
    waiting: 'Their runs are loading.',
  },
  parts: {
    scatter: 'the dots of all networks',
    shares: 'the shares by roughness',
    losses: 'the losses',
    groups: 'the groups',
    course: 'the course of one run',
    open: 'the way to ride and landscape',
    counts: 'the counts',
    train: 'the button that trains',
    chosen: 'the chosen network',
  },
});

/** Examples to start from; each teaches one thing. */
export const presetText = inLanguage('census/presets', {
  usual: ['Four softplus neurons', 'More networks run to infinity than stop at a finite minimum.'],
  smooth: ['A smooth target', 'On a smooth target fewer runs go to infinity, and more stay finite.'],
  rough: ['A rough target', 'On a rough target almost none stays finite.'],
  two: ['Two neurons', 'Already two neurons run to infinity together.'],
  rosenbrock: ['The function of Rosenbrock', 'The target of the paper’s first figures.'],
});
