/** German: the figure `train`. */
import type { presetText, text } from '#figures/train/text';
import { ui } from './ui';

export const train: typeof text = {
  ...ui.figure,
  title: 'Ist es fertig?',
  lead: 'Ein Netz mit zwei verborgenen Neuronen lernt die graue Kurve, von einem zufälligen Start aus. Trainieren Sie es, bis der Verlust flach aussieht, und sehen Sie dann genauer hin.',
  method: {
    label: 'Optimierer',
    description:
      'Adam mit 0,02 oder Gradientenabstieg mit 0,1, beide auf dem genauen Verlust über alle Eingaben.',
    adam: 'Adam',
    gd: 'Gradientenabstieg',
  },
  seed: {
    label: 'Startzahl',
    description: 'Die Zahl, aus der die vier Gewichte am Start gezogen werden.',
    symbol: 'die Nummer des zufälligen Starts',
  },
  steps: {
    label: 'Schritte',
    description: 'Schritte des Trainings bis jetzt; nach 3000 sieht der Verlust flach aus.',
    symbol: 'die Zahl der Schritte',
  },
  reveal: {
    label: 'genauer hinsehen',
    description: '1 zeigt beide Neuronen und den Verlust auf logarithmischen Achsen, 0 zeigt sie nicht.',
  },
  infinity: {
    label: 'Weg ins Unendliche',
    description:
      'Wie weit das Netz gegangen ist, von dort, wo es trainiert wurde, 0, bis zu seinem Grenznetz im Unendlichen, 1.',
  },
  parts: {
    ...ui.figure.parts,
    function: 'die Funktion des Netzes',
    neurons: 'die beiden Neuronen und ihre Ausgangsgewichte',
    loss: 'der Verlust',
    verdict: 'was daraus geworden ist, in einem Satz',
    tally: 'wo die bisherigen Läufe endeten',
    next: 'der Knopf, mit dem es weitergeht',
    again: 'die Knöpfe für einen anderen und denselben Start',
  },
  target: 'Ziel',
  plots: {
    function: 'Was das Netz berechnet, und das Ziel',
    neurons: 'Die beiden Neuronen',
    limit: 'Ein Neuron und eine Gated Linear Unit',
    copies: 'Ein Neuron, zweimal',
    loss: 'Verlust',
    above: 'Verlust über seinem Grenzwert',
    steps: 'Schritte',
    step: 'Schritt',
    plateau: 'sah flach aus',
  },
  buttons: {
    train: 'Trainieren',
    pause: 'Anhalten',
    closer: 'Genauer hinsehen',
    skip: 'Ins Unendliche springen',
    on: 'Weiter ins Unendliche',
    next: 'Ein anderer Start',
    again: 'Derselbe Start noch einmal',
  },
  verdict: {
    start: 'Zwei Neuronen mit zufälligen Gewichten, und die Kurve, die sie lernen sollen.',
    training: 'Der Verlust fällt zuerst schnell, dann kaum noch.',
    flat: 'Der Verlust ist flach geworden. Ist es fertig?',
    moving: 'Nicht fertig: Der Verlust fällt weiter, und die beiden Ausgangsgewichte wachsen auseinander.',
    still: 'Beide Neuronen sind gleich geworden. Nichts bewegt sich mehr.',
    way: 'Die Ausgangsgewichte wachsen ohne Grenze. Ihre Summe bewegt sich kaum.',
    channel2: (loss, share) =>
      `Im Unendlichen sind die beiden Neuronen ein Neuron und eine Gated Linear Unit. Der Verlust ist ${loss}, ${share} % unter dem, bei dem er flach aussah.`,
    channel1: (loss, share) =>
      `Wieder im Unendlichen, in einem anderen Kanal: ein Neuron und eine Gated Linear Unit, aber ein Verlust von ${loss}, ${share} % unter dem, bei dem er flach aussah.`,
    copies: (loss) =>
      `Zwei Kopien eines Neurons, mit endlichen Gewichten: Dieser Lauf war fertig, bei einem Verlust von ${loss}.`,
    open: 'Für diesen Lauf ist kein Grenznetz zertifiziert.',
  },
  tally: {
    title: 'Sie haben gesehen',
    channel2: 'Kanal 2',
    channel1: 'Kanal 1',
    copies: 'genaue Kopien',
    unseen: 'noch nicht gesehen',
    times: (name, count) => `${name} × ${count}`,
  },
  error: (times) => `Fehler × ${times}`,
  films: {
    act: { title: 'Training, genauer hingesehen, unendlich' },
    train: { title: 'Training, bis der Verlust flach ist', seconds: 7 },
    closer: { title: 'Genauer hingesehen', seconds: 5 },
    skip: { title: 'Der Sprung ins Unendliche', seconds: 6 },
  },
  describe: {
    trained: (method, seed, steps, loss) =>
      `Zwei erf-Neuronen nach ${steps} Schritten (${method}) vom zufälligen Start ${seed} aus: Verlust ${loss}.`,
    weights: (ai, aj, wi, wj) => `Ausgangsgewichte ${ai} und ${aj}, Eingangsgewichte ${wi} und ${wj}.`,
    limit: (c, w, a) => `Das Grenznetz ist ${c} σ(${w} x) + ${a} x σ′(${w} x).`,
  },
};

export const trainPresets: typeof presetText = {
  start: [
    'Ein zufälliger Start',
    'Zwei Neuronen mit zufälligen Gewichten lernen eine Kurve, die wie eine Treppe mit drei Stufen aussieht.',
  ],
  flat: [
    'Der Verlust ist flach',
    'Nach 3000 Schritten mit Adam sieht der Verlust auf einer gewöhnlichen Achse flach aus.',
  ],
  closer: [
    'Genauer hingesehen',
    'Auf logarithmischen Achsen hat der Verlust nie aufgehört zu fallen, und die Ausgangsgewichte wachsen auseinander.',
  ],
  infinity: [
    'Im Unendlichen',
    'Das Newton-Verfahren landet auf dem Grenznetz: ein Neuron und eine Gated Linear Unit, mit kleinerem Verlust.',
  ],
  other: [
    'Ein anderer Kanal',
    'Von einem anderen Start aus geht das Training auch ins Unendliche, und lernt die Kurve schlechter.',
  ],
  copies: [
    'Genaue Kopien',
    'Von einem dritten Start aus werden beide Neuronen zu Kopien eines einzigen, und alle Gewichte bleiben endlich.',
  ],
};
