/** The words of the panels beside the landscape. */
import { inLanguage } from '#ui/language';

export const text = inLanguage('landscape/panels', {
  function: {
    title: 'The function',
    subtitle: 'what the network computes',
    choose: 'Function shown large',
    tiles: {
      network: 'the network',
      target: 'the target',
      residual: 'residual',
      pair: 'the pair i, j',
      limit: 'its limit',
      difference: 'pair − limit',
    },
    captions: {
      network: 'Everything the network computes: all neurons and the bias.',
      target: 'What it is trained to be.',
      residual: 'Network minus target: what is still wrong. Its mean square is the loss.',
      pair: 'The share of the two neurons that were one. Dashed: where w·x = 0, the gate.',
      limit:
        'What the pair becomes at infinity: a neuron plus a gated linear unit. Dashed: where w·x = 0, the gate.',
      difference: 'How far the pair is from its limit; it shrinks like ε².',
    },
    stronger: (factor: string) => `Colours ${factor} times stronger than in the other two pictures.`,
    equal: 'exactly 0',
    equalLarge: 'The pair equals its limit exactly: there is nothing left to see.',
    picture: (name: string, range: string) =>
      `Map of ${name} over x1 and x2, each from −1.73 to 1.73; colours from −${range} to ${range}.`,
    numbers: 'The pair in numbers',
    loss: 'loss',
  },
  spectrum: {
    title: 'Curvature along the saddle line',
    subtitle: 'eigenvalues of the Hessian',
    downhill: 'downhill',
    here: (gamma: string) => `At γ = ${gamma}, `,
    counts: (negative: number, flat: number) => {
      if (negative === 0 && flat > 0)
        return `no negative direction, but ${flat} flat ones: a segment ends here`;
      if (negative === 0) return 'no negative direction: stable here, a plateau saddle';
      const some = negative === 1 ? '1 negative direction' : `${negative} negative directions`;
      return flat > 0 ? `${some} and ${flat} flat ones` : `${some}: a strict saddle`;
    },
    lowest: 'Smallest eigenvalue',
    note: (zero: number, one: number) => {
      if (zero === 0 || one === 0) return 'At γ = 0 and at γ = 1 (circles), further eigenvalues vanish.';
      return zero === one
        ? `At γ = 0 and at γ = 1 (circles), ${zero} eigenvalues vanish besides the one along the line.`
        : `At γ = 0, ${zero} and at γ = 1, ${one} eigenvalues vanish (circles) besides the one along the line.`;
    },
  },
  profile: {
    title: 'Loss across the saddle line',
    subtitle: {
      alpha: 'along the steepest direction, for several γ',
      arc: 'down the steepest path, for several γ',
    },
    axis: { alpha: 'distance α', arc: 'arc length' },
    loss: 'loss',
    crest: 'saddle line',
    rises: (gamma: string, crest: string) =>
      `At γ = ${gamma} the loss falls to neither side of the saddle line, where it is ${crest}.`,
    falls: (gamma: string, crest: string, low: string) =>
      `At γ = ${gamma} the loss falls from ${crest} on the saddle line to ${low}.`,
  },
});
