/** German: the figure `landscape`. */
import type { presetText, text } from '#figures/landscape/text';
import { ui } from './ui';

export const landscape: typeof text = {
  ...ui.figure,
  title: 'Eine Verlustlandschaft mit einem Weg ins Unendliche',
  slice: {
    label: 'Schnitt',
    description: 'Welche Fläche durch die Verlustlandschaft gezeichnet wird.',
    descent: 'Abstiegsschnitt',
    plane: 'ebener Schnitt',
  },
  axis: {
    label: 'γ-Achse',
    description: 'Wie γ, der Ort entlang der Sattellinie, auf seiner Achse verteilt ist.',
    linear: 'linear, bis 3',
    log: 'logarithmisch, bis 1000',
    compact: 'bis unendlich',
    middle: 'von der Mitte, ½ bis 2',
  },
  crop: {
    label: 'Fläche',
    description: 'Ob Teile weggelassen werden, die vom Rest abgerissen sind.',
    whole: 'wo sie ganz ist',
    all: 'alles, mit Rissen',
  },
  leftOut: {
    plus: (stretches) => `Auf der Plusseite weggelassen: γ = ${stretches}.`,
    minus: (stretches) => `Auf der Minusseite weggelassen: γ = ${stretches}.`,
    why: 'Dort endet der Weg hinab in einem anderen Tal, und die Fläche ist zerrissen.',
    finite: (gamma) => `Das endliche Minimum liegt außerhalb dieser Fläche, bei γ = ${gamma}.`,
  },
  gamma: {
    label: 'γ des Starts',
    description: 'Wo entlang der Sattellinie die Kugel liegt: a_i − a_j = (2γ − 1) a*.',
  },
  along: {
    label: 'Start quer zur Linie',
    description:
      'Von der Sattellinie (0) bis zum Fuß auf jeder Seite (−1 und 1), entlang des steilsten Abstiegs.',
  },
  opt: {
    label: 'Optimierer',
    description: 'Was die Kugel bewegt.',
    flow: 'Gradientenfluss',
    gd: 'Gradientenabstieg',
    sgd: 'SGD',
    adam: 'Adam',
  },
  rate: { label: 'Lernrate', description: 'Schrittweite von Gradientenabstieg, SGD und Adam.' },
  time: {
    label: 'Wiedergabe',
    description: 'Wo auf ihrem Weg die Kugel zu sehen ist: vom Start (0) bis zum Ende (1).',
  },
  cam: {
    label: 'Kamera',
    description: 'Richtung um die Senkrechte, Winkel von oben (Grad) und Zoom.',
  },
  balls: {
    label: 'Kugeln zugleich',
    description: 'Wie viele Kugeln an zufälligen Stellen der Fläche losgelassen werden.',
  },
  toss: {
    label: 'Wurf',
    description:
      'An welchen zufälligen Stellen die Kugeln losgelassen werden: der Startwert des Zufalls, oder 0 für keine Kugeln.',
  },
  show: {
    label: 'Funktion von',
    description:
      'Wessen Funktion gezeichnet wird: die des Netzes bei der Kugel oder die eines Grenznetzes im Unendlichen.',
    ball: 'Netz bei der Kugel',
    plus: 'Grenznetz auf der Plusseite',
    minus: 'Grenznetz auf der Minusseite',
  },
  names: { time: 'Wiedergabe', balls: 'die Zahl der Kugeln' },
  another: 'Andere Sattellinie suchen',
  previous: 'Das Bild zeigt noch das vorige Netz.',
  words: {
    gamma: 'entlang der Sattellinie',
    along: 'quer dazu',
    rate: 'Schrittweite',
    time: 'Wiedergabe',
    balls: 'Kugeln',
  },
  parts: {
    ...ui.figure.parts,
    certificates: 'wohin die beiden Wege führen',
    panels: 'Funktion, Spektrum und Profile',
    function: 'was das Netz berechnet',
    spectrum: 'Krümmung entlang der Sattellinie',
    profiles: 'Verlust quer zur Sattellinie',
    ways: 'Wege zu den anderen Abbildungen',
    clear: 'Knopf, der die Spuren löscht',
    swarm: 'viele Kugeln zugleich',
    leftOut: 'was von der Fläche weggelassen ist',
  },
  drop: 'Kugel rollen lassen',
  stop: 'Anhalten',
  clear: 'Spuren löschen',
  swarm: {
    drop: (balls) => `${balls} Kugeln loslassen`,
    waiting: 'Die Kugeln werden losgelassen, sobald die Landschaft vollständig ist.',
    channel: '→ ∞',
    finite: '→ endliches Minimum',
    rolling: 'rollen',
    unfinished: 'noch unterwegs',
  },
  lossAxis: ui.landscape.loss,
  noWebgl: ui.landscape.noWebgl,
  computing: ui.landscape.computing,
  honest: {
    descent:
      'Abstiegsschnitt: bei jedem γ der steilste Weg von der Sattellinie hinab, bei fester Differenz der beiden Ausgangsgewichte. Grat und Fuß sind genau, die Bogenlänge ist gestaucht (Potenz 0,6), der Anstieg jenseits des Fußes ist gerade und gestreckt; wo benachbarte Wege in verschiedenen Tälern enden, ist die Fläche zerrissen.',
    plane:
      'Ebener Schnitt: der Verlust auf Sattellinie + α · (Richtung der negativsten Krümmung). Nur die Sattellinie liegt darin; was sie verlässt, ist durch seinen Schatten gezeigt.',
  },
  off: 'Abstand der Kugel von der gezeichneten Fläche',
  certificate: {
    plus: 'Der Weg auf der Plusseite',
    minus: 'Der Weg auf der Minusseite',
  },
  ends: {
    channel: 'Im Kanal: Die Gewichte gehen ins Unendliche und kommen nie an.',
    finite: 'An einem endlichen Minimum angekommen.',
    elsewhere: 'Unterwegs angehalten.',
  },
  ball: 'Die Kugel. Pfeiltasten bewegen ihren Start entlang der Sattellinie und quer dazu; die Eingabetaste lässt sie rollen.',
  toPair: 'Dieses Paar auf der Spielwiese öffnen',
  toRide: 'Auf seinem Kanal ins Unendliche fahren',
  describe: {
    waiting: 'Die Landschaft wird berechnet.',
    slice: (slice, gamma) => `Der Verlust um eine Sattellinie: ${slice}, γ-Achse ${gamma}.`,
    road: (side, verdict, loss, h) =>
      `Der Weg auf der ${side === 'plus' ? 'Plusseite' : 'Minusseite'}: ${verdict}. Verlust im Unendlichen ${loss}, h = ${h}.`,
    ball: (gamma, loss) => `Die Kugel ist bei γ = ${gamma}, Verlust ${loss}.`,
    swarm: (balls, channel, finite, rest) =>
      `Von ${balls} Kugeln, an zufälligen Stellen dieser Fläche losgelassen, sind ${channel} in einem Kanal ins Unendliche, ${finite} an einem endlichen Minimum und ${rest} unterwegs.`,
  },
};

export const landscapePresets: typeof presetText = {
  'paper-view': [
    'Wie in der Arbeit',
    'Die Ebene durch die Sattellinie: Der Kanal ist hier nur sein Schatten.',
  ],
  'both-roads': [
    'Beide Wege',
    'Ein Grat, zwei Täler: Das eine fällt ins Unendliche, das andere führt zurück.',
  ],
  'down-the-channel': [
    'Im Kanal',
    'Ab γ = 1,5 endet die Plusseite im Kanal: Die Gewichte hören nie auf zu wachsen.',
  ],
  'to-the-minimum': [
    'Zum endlichen Minimum',
    'Vom selben Punkt aus endet die Minusseite in einem gewöhnlichen Minimum.',
  ],
  'plateau-saddle': [
    'Ein Plateausattel',
    'Ein Neuron, kopiert: Jenseits von γ = 1 geht es von der Linie nirgends hinab; sie ist der Grund eines Tals, flach in ihrer Richtung.',
  ],
  'infinity-edge': [
    'Der Rand im Unendlichen',
    'Mit gestauchtem γ ist das Unendliche ein Rand, und auf ihm steht das Grenznetz.',
  ],
  'top-view': ['Von oben, weit hinaus', 'Bis γ = 1000: Der Kanal läuft für immer parallel zur Sattellinie.'],
};
