/** Every sentence and label that people read, in one place. */
import { inLanguage } from './language';

export const strings = inLanguage('ui', {
  site: {
    title: 'Minima at Infinity',
    headline: 'At infinity, two neurons become something new.',
    lead: 'Drag ε to zero. One picture shows what two neurons compute together while their output weights fly apart, the other where they are in the loss landscape of the network that they belong to.',
    theme: 'Light or dark',
    skip: 'Skip to the figure',
    unknownFigure: (id: string, known: string) => `There is no figure called “${id}”. There are: ${known}.`,
    unknownPreset: (id: string, figure: string, known: string) =>
      `The figure “${figure}” has no example called “${id}”. It has: ${known}.`,
    openFigure: 'Open the figure on its page.',
    loading: 'Preparing the figure …',
    crashed: 'This figure stopped working. Reload the page to start it again; your link keeps its state.',
    footer: {
      paper: 'After',
      paperText:
        'F. Martinelli, A. van Meegen, B. Şimşek, W. Gerstner and J. Brea, Flat Channels to Infinity in Neural Loss Landscapes, NeurIPS 2025,',
      privacy: 'Everything is computed in your browser; nothing leaves it.',
    },
  },
  dialog: {
    close: 'Close',
  },
  still: {
    crashed: 'The figure stopped working.',
    'not-computed': 'What the figure shows could not be computed.',
    timeout: 'The figure did not come to rest in time.',
  },
  notice: {
    intro: 'Not everything in this link could be shown as asked:',
    unreadable: (name: string, said: string, shown: string) =>
      `${name}: “${said}” is not a value it can have; showing ${shown}.`,
    outside: (name: string, said: string, shown: string) =>
      `${name}: ${said} is out of range; showing ${shown}.`,
    version: (said: string) => `The link is of version ${said} of this page, which this one does not know.`,
    dismiss: 'Dismiss',
  },
  number: {
    notANumber: (text: string) => `“${text}” is not a number. Write it like 0.05, 5e-2 or 1/20.`,
    twoReadings: (text: string, whole: string, fraction: string) =>
      `“${text}” can be read in two ways. Write ${whole} or ${fraction}.`,
    range: (name: string, low: string, high: string) => `${name} goes from ${low} to ${high}.`,
    rangeOrZero: (name: string, low: string, high: string) => `${name} is 0, or between ${low} and ${high}.`,
    whole: (name: string) => `${name} is a whole number.`,
    unchanged: 'Nothing was changed.',
    box: (name: string) => `${name}, typed`,
  },
  figure: {
    undo: 'Undo',
    redo: 'Redo',
    reset: 'Reset',
    copyLink: 'Copy link',
    copied: 'Link copied: it opens this figure as you see it.',
    copyFailed: 'The browser did not allow copying; the address bar has the link.',
    share: 'Share …',
    export: 'Export …',
    locked: 'Whoever put this figure here has fixed this.',
    dataCsv: 'Data as CSV',
    dataJson: 'Data as JSON',
    presets: 'Start from',
    presetPick: 'an example …',
    play: 'Play ε → 0',
    pause: 'Pause',
    more: 'More controls',
    gestureHint: 'Hold Ctrl and scroll to zoom',
    contextLost: 'The graphics card took the picture away; it is drawn again as soon as it allows.',
    noWebgl:
      'This browser gives us no WebGL, so the surface is shown from above as a flat map. Every control works.',
    camera: 'Camera. Arrow keys turn, plus and minus zoom, Home goes back. Drag to turn.',
    described: 'What the figure shows now',
    inputs: { first: 'first input', second: 'second input' },
    /** What people call the parts that an author can leave out. */
    parts: {
      lead: 'the sentences below the title',
      title: 'title',
      axes: 'axes',
      names: 'names of the lines',
      legend: 'legend',
      formula: 'formula',
      numbers: 'numbers',
      remark: 'remark below the picture',
      epsilon: 'ε in words, where its slider is not shown',
      presets: 'examples to start from',
      toolbar: 'undo, reset, link and data',
      description: 'the figure in words',
    },
  },
  animations: {
    epsilon: { id: 'epsilon', title: 'ε → 0', seconds: 8 },
    trajectory: { id: 'trajectory', title: 'The trajectory', seconds: 8 },
    ride: { id: 'ride', title: 'The jumps', seconds: 6 },
    turntable: { title: 'Once around', seconds: 12 },
  },
  landscape: {
    loss: 'loss',
    saddleLine: 'saddle line',
    plateau: 'plateau saddle',
    channel: 'channel → ∞',
    roadBack: 'the road back',
    finite: 'finite minimum',
    minimumAtInfinity: (loss: string) => `minimum at infinity, ${loss}`,
    noWebgl:
      'This browser gives us no WebGL, so the landscape is shown from above as a flat map. Every control works.',
    lossScale: 'low to high, logarithmic',
    restarted: 'The computation broke off and was started again; the landscape is computed anew.',
    computing: {
      network: 'Computing the network …',
      surface: 'Computing the surface …',
      roads: 'Computing both roads …',
    },
    choice: {
      network: {
        label: 'Network',
        description: 'The network whose critical point is duplicated.',
        paper: 'the paper’s, 2-3-1',
        trained: 'one trained here',
      },
      neuron: {
        label: 'neuron to copy',
        description: 'Which neuron of the trained network is duplicated.',
        none: (width: number) =>
          width === 1
            ? 'This network has one hidden neuron: neuron 1 is the one to copy.'
            : `This network has ${width} hidden neurons: choose one from 1 to ${width}.`,
      },
      act: { label: 'Activation', description: 'Activation of the network that is trained here.' },
      hidden: { label: 'hidden neurons', description: 'Neurons of the network before one is copied.' },
      seed: {
        label: 'seed',
        description: 'Number from which the random start of the training is drawn.',
        word: 'random start',
        symbol: 'no.',
      },
      grid: {
        label: 'samples a side',
        description: 'The network is trained on a square grid with this many points a side.',
      },
    },
  },
});
