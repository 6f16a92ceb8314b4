/** What is told when something could not be computed, and the words for networks of the census. */
import { inLanguage } from '#ui/language';

export const text = inLanguage('problems', {
  'no-workers': 'This browser does not let the page compute in the background; use a current one.',
  silent: (seconds: string) =>
    `The computation has not answered for ${seconds} seconds. It was started again.`,
  crashed: 'The computation broke off. It was started again.',
  unreadable: 'A result could not be read. The computation was started again.',
  unexpected: (message: string) =>
    `The computation failed (${message}); choose other settings, and please report it.`,
  'no-landscape': 'There is no landscape yet: wait until it is computed, or choose another network.',
  'no-ride': 'There is no channel yet: wait until one is found, or choose another network.',
  'no-columns': 'There is nothing of the surface yet; wait a moment.',
  'no-minimum': (attempts: string) =>
    `No new finite minimum from ${attempts} random starts; try another seed, or fewer neurons.`,
  'no-output-weight': (neuron: string) =>
    `Neuron ${neuron} has output weight 0, so γ means nothing; copy another one.`,
  'no-way-down':
    'No way down could be followed from this saddle line; copy another neuron, or change the seed.',
  'no-channel': {
    either:
      'Neither side of this saddle line leads into a channel; copy another neuron, change the seed, or find another channel.',
    plus: 'The plus side of this saddle line does not lead into a channel; copy another neuron, change the seed, or find another channel.',
    minus:
      'The minus side of this saddle line does not lead into a channel; copy another neuron, change the seed, or find another channel.',
  },
  'no-other-channel': (seeds: string, width: string) =>
    `No other channel from ${seeds} random seeds for ${width} hidden neurons; take another activation, or another number of neurons.`,
  'census-settings':
    'No census has networks with these settings; choose a dot of the census and open it from there.',
  'census-end': {
    finite:
      'This network does not end in a finite minimum, so it has no saddle line of its own; choose another dot of the census.',
    channel:
      'This network does not end with exactly one pair at infinity, so it has no channel to ride; choose another dot of the census.',
  },
  'no-toy-channel': 'There is no channel 1 on these data; take another seed.',
  diverged: (step: string, rate: string) =>
    `The loss grew without bound by step ${step}; take a learning rate below ${rate}.`,
  stuck: (time: string) => `From time ${time} on no step is accurate enough; put the ball somewhere else.`,
});

/** Of networks of the census, which other figures can show. */
export const networkText = inLanguage('networks', {
  finite: 'a finite one of the census',
  channel: 'a channel of the census',
  target: {
    label: 'Target',
    description: 'The function that the networks learn: a Gaussian process of this roughness, or Rosenbrock.',
    rosenbrock: 'Rosenbrock’s function',
    'rosenbrock-shifted': 'Rosenbrock, shifted',
    'gp0.1': 'random, s = 0.1 (smooth)',
    'gp0.5': 'random, s = 0.5',
    gp2: 'random, s = 2',
    gp10: 'random, s = 10 (rough)',
  },
  run: {
    label: 'network of the census',
    description: 'Inputs, hidden neurons, biases (1 or 0), samples and seed of a network of the census.',
    entries: ['inputs', 'hidden neurons', 'biases', 'samples', 'seed'],
  },
  is: (seed: number, width: number, act: string, dims: number, biases: boolean, target: string) =>
    `network ${seed} of the census: ${width} ${act} neurons, ${dims} inputs, ${biases ? 'biases' : 'no biases'}; target: ${target}`,
});

/** The words of a certificate. */
export const certificateText = inLanguage('certificate', {
  verdict: {
    'minimum-at-infinity': 'A minimum at infinity',
    'road-back': 'An optimum at finite ε',
    'saddle-at-infinity': 'A saddle point at infinity',
    undecided: 'Undecided',
    'no-limit': 'No critical point at infinity near here',
  },
  because: {
    'minimum-at-infinity':
      'The limit network is at a strict minimum, and h > 0: the loss falls all the way to infinity.',
    'road-back':
      'The limit network is at a strict minimum, but h < 0: the loss rises towards infinity, so the flow comes back.',
    'saddle-at-infinity': 'The Hessian of the limit network has a negative eigenvalue.',
    undecided: 'An eigenvalue or h is zero to rounding.',
    'no-limit': '',
  },
  lossAtInfinity: 'loss at infinity',
  eigenvalue: 'smallest eigenvalue',
  gradient: 'largest gradient entry',
});
