/** The glossary in English. */
import type { Terms } from '#story/glossary';

export const en: Terms = {
  neuron: {
    name: 'Neuron',
    meaning:
      'Weighs the inputs with its input weights w, applies the activation to the sum, and hands on the result times its output weight a: a σ(w·x).',
  },
  activation: {
    name: 'Activation function',
    meaning: 'The function σ that bends a neuron’s weighted sum, such as softplus, tanh or ReLU.',
  },
  landscape: {
    name: 'Loss landscape',
    meaning: 'The loss as a height above all parameters of the network. Training is a way downhill in it.',
  },
  saddle: {
    name: 'Saddle',
    meaning: 'A point without slope from which some directions lead down and others up.',
  },
  'saddle-line': {
    name: 'Saddle line',
    meaning:
      'The networks that come from copying one neuron of a trained network and sharing its output weight between the copies. All along the line the loss is the same and its slope is zero; γ is the place on it.',
  },
  plateau: {
    name: 'Plateau saddle',
    meaning:
      'A stretch of the saddle line on which no direction leads straight down: the flow comes to rest on it, although lower ground is near.',
  },
  channel: {
    name: 'Channel',
    meaning:
      'A valley of the loss landscape that runs parallel to a saddle line and falls gently for ever, while the two copies drift together and their output weights diverge.',
  },
  floor: {
    name: 'Floor of the channel',
    meaning: 'The least loss at each ε, over all other parameters: the curve at the bottom of the valley.',
  },
  infinity: {
    name: 'Minimum at infinity',
    meaning:
      'The end of a channel: the loss falls all the way towards it, and reaches its value only in the limit of infinite output weights, ε = 0.',
  },
  gated: {
    name: 'Gated linear unit',
    meaning:
      'A linear function of the input times a gate that lets it pass for some inputs and not for others. Here the gate is σ′(w·x) and the linear function is a Δ·x.',
  },
  limit: {
    name: 'Limit network',
    meaning:
      'The network at the end of a channel: the pair is replaced by a neuron c σ(w·x) and a gated linear unit a (Δ·x) σ′(w·x). All its parameters are finite.',
  },
  flow: {
    name: 'Gradient flow',
    meaning: 'Gradient descent with infinitely small steps: the path that follows the steepest way down.',
  },
  descent: {
    name: 'Gradient descent',
    meaning: 'Training in steps against the gradient, each as long as the learning rate η times the slope.',
  },
  curvature: {
    name: 'Curvature',
    meaning:
      'How fast the slope changes along a direction. The largest curvature, λmax, is how sharp the valley is across.',
  },
  hessian: {
    name: 'Hessian',
    meaning:
      'The matrix of all second derivatives of the loss. Its eigenvalues are the curvatures; if all are positive at a point without slope, that point is a minimum.',
  },
  edge: {
    name: 'Edge of stability',
    meaning:
      'Where λmax = 2/η: in any sharper valley, steps of gradient descent overshoot and bounce from wall to wall with growing swings.',
  },
  jump: {
    name: 'Jump',
    meaning:
      'A move along a channel: ε is halved while c, a, w and Δ stay, and then the flow settles to the floor again.',
  },
  certificate: {
    name: 'Certificate',
    meaning:
      'Two finite checks that a channel ends in a minimum at infinity: the limit network is at a strict minimum of its own loss, and h > 0.',
  },
  'road-back': {
    name: 'Road back',
    meaning: 'A valley along the saddle line with h < 0: it rises towards infinity, so the flow comes back.',
  },
  decay: {
    name: 'Weight decay',
    meaning: 'A term λ/2 · |θ|² added to the loss, which makes large weights costly.',
  },
};
