/** What is told when something could not be computed. */
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
  'no-toy-channel': 'There is no channel 1 on these data; take another seed.',
  diverged: (step: string, rate: string) =>
    `The loss grew without bound by step ${step}; take a learning rate below ${rate}.`,
  stuck: (time: string) => `From time ${time} on no step is accurate enough; put the ball somewhere else.`,
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
