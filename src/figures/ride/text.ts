/** The words of the figure `ride`. */
import { inLanguage } from '#ui/language';
import { strings } from '#ui/strings';

export const text = inLanguage('ride', {
  ...strings.figure,
  title: 'How far is infinity?',
  lead: 'In a channel two output weights run away from each other for ever. Jump: halve ε, let gradient flow settle, and again. Or leave the weights behind and go to infinity at once.',
  side: {
    label: 'Road',
    description: 'Which side of the saddle line is ridden.',
    channel: 'the one to infinity',
    plus: 'plus side',
    minus: 'minus side',
  },
  jumps: { label: 'jumps', description: 'How many jumps have been made from the entrance of the channel.' },
  inf: { label: 'at infinity', description: 'Whether the end of the channel at infinity is shown.' },
  goal: { label: 'ε to play to', description: 'Play goes on until ε is at most this.' },
  factor: { label: 'factor of a jump', description: 'What a jump multiplies ε by before the flow settles.' },
  eta: { label: 'step size', description: 'Learning rate with which gradient descent would have to climb.' },
  words: { goal: 'play down to', factor: 'a jump takes ε times', eta: 'step size' },
  names: { factor: 'the factor' },
  jump: (factor: string) => `Jump: ε × ${factor}`,
  halve: 'Jump: halve ε',
  play: 'Play',
  stop: 'Stop',
  back: 'Undo jump',
  infinity: 'Go to infinity',
  fromInfinity: 'Back from infinity',
  another: 'Find another channel',
  stopSearch: 'Stop searching',
  settings: 'Network and settings',
  stops: {
    arrived: (epsilon: string) =>
      `At ε = ${epsilon} 64-bit numbers end: the sharpness hides all other curvature. Go the rest of the way to infinity directly.`,
    lost: 'The flow left this channel after the jump; take smaller jumps, or go to infinity directly.',
    'came-back': 'The flow undoes the jump: the loss rises towards infinity, this is a road back.',
  },
  finding: 'Looking for the entrance of the channel …',
  searching: 'Training networks from random seeds until one has another channel …',
  riding: 'Gradient flow is settling …',
  previous: 'The picture still shows the previous channel.',
  restarted: 'The computation broke off and was started again.',
  position: (jumps: number, epsilon: string, gap: string) =>
    `${jumps === 0 ? 'At the entrance' : jumps === 1 ? 'After 1 jump' : `After ${jumps} jumps`}: ε = ${epsilon}, a_i − a_j = ${gap}.`,
  positionName: 'where the ride is',
  took: (milliseconds: string) => `Jump and settling took ${milliseconds} ms.`,
  plots: {
    title: 'Six laws of the channel',
    subtitle: 'against 1/ε; dashed: predicted, line: fitted through the settled points',
    keys: 'Left and right arrow keys go through the points.',
    excess: 'loss − loss at infinity',
    excessBack: 'loss at infinity − loss',
    error: 'approximation error',
    largestEigenvalue: 'largest eigenvalue',
    c: 'c',
    minusC: '−c',
    a: 'a',
    cosine: 'cos(Δ, w)',
    minusCosine: '−cos(Δ, w)',
    constant: 'constant',
    predicted: 'predicted',
    floor: 'rounding',
    end: '64-bit ends',
    inverse: 'inverse distance of the pair',
    point: (title: string, jump: number, epsilon: string, value: string) =>
      `${title}: point ${jump}, ε = ${epsilon}, value ${value}`,
    none: 'no point yet',
    floorNote:
      'Grey: 64-bit rounding. Values there say nothing, hollow points are left out of the fits; the ride ends where the largest eigenvalue drowns all others.',
  },
  clock: {
    title: 'The clock',
    subtitle: 'how long gradient flow takes without jumps',
    flow: 'gradient flow',
    jumps: 'jumps',
    waiting: 'Following gradient flow …',
    sentence: (from: string, to: string, time: string, steps: string, eta: string) =>
      `From a_i − a_j\u00a0=\u00a0${from} to ${to}, ten times farther, gradient flow takes until t\u00a0=\u00a0${time}: ten thousand times longer. At step size η\u00a0=\u00a0${eta} that is ${steps} steps.`,
    backwards: 'h < 0: the flow does not climb here. It turns round, however far the jumps went.',
    unstable: (limit: string) =>
      `And with this step size gradient descent cannot even be here: 2/η = ${limit} is below the largest eigenvalue.`,
    slope: 'Slope of the loss along the channel',
    slopeIs: (slope: string) => `here ${slope} per unit of a_i − a_j; it falls like ε³`,
    shortcut: (time: string) => `The jumps so far spared the flow a time of ${time}.`,
  },
  sharpness: {
    title: 'Sharpness',
    subtitle: 'largest and smallest eigenvalue along gradient flow',
    channel: 'into the channel',
    back: 'on the road back',
    finite: 'to a finite minimum',
    note: 'In the channel one direction grows ever sharper and one ever flatter; at a finite minimum both come to rest.',
    noteBack: 'Both flows come to rest at finite weights: the road back does not lead to infinity.',
    none: 'No finite minimum was met beside this channel, so there is nothing to compare with.',
    negative: 'dashed: negative',
  },
  certificate: {
    title: 'Certificate',
    line: (verdict: string, loss: string, h: string) =>
      `${verdict}: loss at infinity\u00a0${loss}, h\u00a0=\u00a0${h}.`,
    prediction: 'off the flow’s loss by',
    predictionNote: 'how far L∞ + h ε² is from the loss of the last point',
    newton: (steps: number, milliseconds: string) =>
      `Newton’s method on the limit network: ${steps} ${steps === 1 ? 'step' : 'steps'}, ${milliseconds} ms.`,
    arrived: (steps: number, milliseconds: string) =>
      `Arrived. Newton’s method on the limit network took ${steps} ${steps === 1 ? 'step' : 'steps'} from the last point, ${milliseconds} ms.`,
  },
  describe: {
    settings: (network: string, jumps: number) => `A ride along a channel of ${network}, ${jumps} jumps far.`,
    paper: 'the paper’s network',
    trained: (seed: number, hidden: number) => `a network of ${hidden} neurons trained from seed ${seed}`,
    waiting: 'It is being computed.',
    point: (loss: string, excess: string) => `The loss is ${loss}, ${excess} from the loss at infinity.`,
    slopes: (list: string) => `Fitted powers of ε: ${list}.`,
    slope: (title: string, fitted: string, predicted: number) =>
      `${title} ${fitted} (predicted ${String(predicted).replace('-', '−')})`,
    verdict: (verdict: string, loss: string, h: string) => `${verdict}: loss at infinity ${loss}, h = ${h}.`,
  },
});

/** Examples to start from; each teaches one thing. */
export const presetText = inLanguage('ride/presets', {
  entrance: ['The paper’s channel', 'The entrance: from here the weights only ever grow. Jump.'],
  laws: [
    'Eight jumps',
    'Six straight lines: the loss and the error fall like ε², the sharpness grows like 1/ε², everything else stays.',
  ],
  rounding: [
    'To the end of the numbers',
    'After some sixteen halvings 64-bit numbers end. Infinity is still infinitely far away.',
  ],
  'at-once': [
    'At once',
    'The limit network has finite weights: Newton’s method is there in milliseconds, and certifies a minimum.',
  ],
  'road-back': [
    'The road back',
    'The other side of the same ridge: h < 0, the loss rises towards infinity, and the flow turns round.',
  ],
  'random-channel': [
    'A channel from a random seed',
    'Another network, another channel, the same six powers of ε: they are laws and not numbers.',
  ],
});
