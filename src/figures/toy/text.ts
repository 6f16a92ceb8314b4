/** The words of the figure `toy`. */

import { inLanguage } from '#ui/language';
import { strings } from '#ui/strings';
import type { ToyEdgeKind, ToyRunner } from '#workers/toy-messages';

const runnerNames: Readonly<Record<ToyRunner, string>> = {
  flow: 'gradient flow, infinite data',
  data: 'gradient flow, 4,096 samples',
  sgd: 'SGD, η = 0.1, batches of 16',
  adam: 'Adam, its defaults, batches of 16',
};

export const text = inLanguage('toy', {
  ...strings.figure,
  title: 'Four parameters, and the best of them at infinity',
  lead: 'Two neurons without bias learn a curve from infinitely many samples. Everything is known here: the landscape, both channels, and what waits at their ends.',
  view: {
    label: 'Landscape',
    description: 'The landscape seen from above, or as a surface.',
    map: 'as a map',
    surface: 'as a surface',
  },
  axis: {
    label: 'γ axis',
    description: 'How γ, the place along the saddle line, is spread on its axis.',
    log: 'logarithmic',
    linear: 'linear',
  },
  gamma: {
    label: 'γ of the start',
    description: 'Where along the saddle line runs start: a_1 − a_2 = (2γ − 1) a*.',
    words: 'start along the line',
  },
  alpha: {
    label: 'α of the start',
    description: 'Where across the saddle line runs start, along the direction of steepest fall.',
    words: 'start across it',
  },
  follow: {
    label: 'Follow',
    description: 'Whose function is drawn.',
  },
  time: {
    label: 'replay',
    description: 'How much of the runs is shown: from their start (0) to the end of the longest (1).',
    words: 'replay',
  },
  seed: {
    label: 'seed',
    description: 'Number from which the samples and the order of the batches are drawn.',
    words: 'samples and batches',
  },
  w: {
    label: 'w at infinity',
    description: 'The slope of the limit network c σ(wx) + a x σ′(wx), with the best c and a.',
    words: 'slope of the limit',
  },
  eta: {
    label: 'step size η',
    description: 'Step size of full-batch gradient descent in channel 1.',
    words: 'step size',
  },
  decay: {
    label: 'weight decay λ',
    description: 'Strength λ of the term λ/2 |θ|² that is added to the loss.',
    words: 'weight decay',
  },
  cam: {
    label: 'camera',
    description: 'Direction around the vertical, angle from above (degrees), and zoom.',
  },
  runner: runnerNames,
  runnerShort: { flow: 'flow', data: 'flow, samples', sgd: 'SGD', adam: 'Adam' } satisfies Record<
    ToyRunner,
    string
  >,
  names: { time: 'the replay', seed: 'the seed' },
  play: 'Let them run',
  stop: 'Stop',
  map: {
    title: 'The landscape',
    saddle: 'saddle line',
    channel: (channel: 1 | 2) => `channel ${channel} → ∞`,
    optimum: 'optimum',
    start: 'The start of the runs. Arrow keys move it along and across the saddle line; Enter lets them run.',
    picture: 'The loss over γ and α, seen from above; a click moves the start.',
    scale: 'loss',
    note: 'Over the two other directions the loss is minimised, outwards from the saddle line. The time of SGD and Adam is their number of steps times the step size.',
    remark: 'the remark below',
    computing: 'Computing the landscape …',
    running: 'Four runs are on their way …',
    ready: '',
  },
  table: {
    title: 'the runs in numbers',
    run: 'from the same start',
    gamma: 'γ',
    difference: 'a_1 − a_2',
    loss: 'loss',
    t: 'time',
  },
  verdict: {
    title: 'what came of the runs',
    channel: (channel: 1 | 2, gamma: string, sgd: string, adam: string) =>
      `Gradient flow is in channel ${channel} at γ = ${gamma} and never arrives. SGD stopped at γ = ${sgd}, Adam at γ = ${adam}, after 100,000 steps.`,
    finite: (gamma: string) => `With weight decay the flow comes to rest at γ = ${gamma}.`,
  },
  learn: {
    title: 'What can be learnt',
    target: 'target',
    saddle: 'on the saddle line',
    channel1: 'at the end of channel 1',
    channel2: 'at the end of channel 2',
    loss: 'loss',
    axis: 'f(x)',
  },
  ball: { title: 'What the followed run computes', now: 'its function now' },
  limit: {
    title: 'The loss at infinity',
    subtitle: 'l(w, 0): the least loss over a and c of the limit network',
    curve: 'The loss at infinity over w, with three critical points. Arrow keys move w.',
    band: 'h > 0: the loss falls towards infinity',
    channel1: 'channel 1',
    saddle: 'saddle line',
    channel2: 'channel 2',
    function: 'The limit network at this w',
    whole: 'both parts together',
    neuron: 'c σ(wx)',
    gated: 'a x σ′(wx)',
    goTo: (name: string) => `Set w to ${name}`,
    stable: 'Here h > 0: a road to infinity, if it is critical.',
    unstable: 'Here h < 0: from here the loss falls back towards finite weights.',
  },
  decayed: {
    title: 'With weight decay',
    none: 'Without weight decay both optima are at infinity. A little of it pulls them back.',
    minimum: (channel: 1 | 2, gamma: string, difference: string, loss: string) =>
      `Channel ${channel}: optimum at γ = ${gamma}, a_1 − a_2 = ${difference}, loss ${loss}.`,
    beyond: (channel: 1 | 2) => `Channel ${channel}: the optimum is still beyond γ = 900.`,
    gone: (channel: 1 | 2) => `Channel ${channel}: such a strong decay leaves no optimum of its own there.`,
  },
  edge: {
    title: 'The edge of stability',
    lead: 'Gradient descent on all 4,096 samples, from the entrance of channel 1. The channel gets sharper all the way; where λ_max meets 2/η, the step is too long and the run stops climbing for good.',
    sharpness: 'Sharpness λ_max and 2/η',
    distance: 'How far up the channel',
    stalls: 'Where each step size stalls',
    steps: 'iterations',
    count: (steps: number) => steps.toLocaleString('en'),
    limit: '2/η',
    predicted: 'predicted: λ_max = 2/η',
    measured: 'measured: stalled',
    climbing: 'still climbing',
    end: {
      stalled: (eta: string, difference: string, sharpness: string, limit: string) =>
        `At η = ${eta} the run stalls at a_1 − a_2 = ${difference}: there λ_max is ${sharpness}, and 2/η is ${limit}.`,
      climbing: (eta: string, difference: string, sharpness: string, limit: string) =>
        `At η = ${eta} the run is at a_1 − a_2 = ${difference} and still climbing after 60,000 steps: λ_max is ${sharpness}, below 2/η = ${limit}.`,
      left: (eta: string, difference: string, sharpness: string, limit: string) =>
        `At η = ${eta} already the entrance is too sharp: the run is thrown back to a_1 − a_2 = ${difference}, where λ_max is ${sharpness} and 2/η is ${limit}.`,
      diverged: (eta: string) =>
        `At η = ${eta} training diverges within a few steps. Take a smaller step, below 1.1.`,
    } satisfies Record<ToyEdgeKind, (...args: [string, string, string, string]) => string>,
    predictedAt: 'predicted a_1 − a_2',
    running: 'Descending …',
  },
  describe: {
    settings: (gamma: string, alpha: string, seed: number, decay: string) =>
      `Four runs start at γ = ${gamma}, α = ${alpha} (seed ${seed}, weight decay ${decay}).`,
    waiting: 'The landscape is being computed.',
    limits: (first: string, saddle: string, second: string) =>
      `At infinity: channel 1 with loss ${first}, the saddle line with ${saddle}, channel 2 with ${second}, the best of all.`,
    run: (name: string, gamma: string, loss: string) =>
      `${name.charAt(0).toUpperCase()}${name.slice(1)}: γ = ${gamma}, loss ${loss}.`,
  },
});

/** Examples to start from; each teaches one thing. */
export const presetText = inLanguage('toy/presets', {
  best: [
    'The best is at infinity',
    'Gradient flow goes on for ever in channel 2; SGD and Adam give up near γ = 3, with twice its loss.',
  ],
  other: [
    'The other side of the crest',
    'A start slightly below the saddle line ends in channel 1: a local minimum, also at infinity.',
  ],
  paper: [
    'As the paper shows it',
    'With γ linear to 50 the channels are parallel to the saddle line, and SGD has hardly left the edge.',
  ],
  surface: ['As a surface', 'A crest between two valleys that never end: one shallow, one deep.'],
  decay: [
    'A little weight decay',
    'With λ = 10⁻⁵ the optimum of channel 2 is at γ = 3.3, where SGD and Adam were anyway.',
  ],
  crest: [
    'The crest at infinity',
    'At w = 1.4 the best a is 0: one neuron, copied. Both channels are better.',
  ],
  small: [
    'A smaller step gets farther',
    'At η = 0.133 the run still climbs after 60,000 steps; at 0.316 it has long stalled.',
  ],
  diverge: ['Too large a step', 'At η = 2 even the entrance of the channel is too steep: training diverges.'],
});
