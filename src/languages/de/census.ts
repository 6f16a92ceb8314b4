/** German: the figure `census`. */
import type { presetText, text } from '#figures/census/text';
import { networks } from './problems';
import { ui } from './ui';

const count = (number: number, one: string, many: string) =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

export const census: typeof text = {
  ...ui.figure,
  title: 'Wie oft läuft das Training ins Unendliche?',
  lead: 'Jeder Punkt ist ein kleines Netz, von zufälligen Gewichten aus trainiert, bis sicher ist, wo es endet. Trainieren Sie weitere.',
  target: networks.target,
  act: { label: 'Aktivierung', description: 'Die Aktivierung der verborgenen Neuronen.' },
  dims: { label: 'Eingabedimension d', description: 'Koordinaten einer Eingabe.', words: 'Eingaben' },
  width: {
    label: 'verborgene Neuronen r',
    description: 'Neuronen jeder verborgenen Schicht.',
    words: 'verborgene Neuronen',
  },
  depth: {
    label: 'verborgene Schichten',
    description: 'Verborgene Schichten jedes Netzes, alle gleich breit.',
    words: 'verborgene Schichten',
  },
  biases: { label: 'Bias', description: 'Ob die Neuronen und die Ausgabe einen Bias haben.' },
  samples: {
    label: 'Datenpunkte N',
    description: 'Datenpunkte, die jedes Netz lernt.',
    words: 'Datenpunkte',
  },
  runs: {
    label: 'Netze',
    description: 'Wie viele Netze auf einmal trainiert werden.',
    words: 'Netze im Training',
  },
  seed: {
    label: 'erste Startzahl',
    description:
      'Zahl, aus der das erste Netz, seine Daten und sein Ziel gezogen werden; die anderen folgen.',
    words: 'erste Startzahl',
  },
  shown: {
    label: 'wie viele zu sehen sind',
    description: 'Anteil der Netze, der zu sehen ist, in der Folge ihrer Startzahlen.',
  },
  run: { label: 'gewähltes Netz', description: 'Startzahl des Netzes, das gelesen wird; 0 für keines.' },
  only: {
    label: 'was hervortritt',
    description: 'Netze welcher Klasse in allen Bildern hervortreten.',
    all: 'alle Netze',
  },
  side: {
    label: 'Bild',
    description: 'Welches Bild unter den Punkten steht, wo nur für eines Platz ist.',
    shares: 'Anteile',
    losses: 'Verluste',
    groups: 'Gruppen',
    course: 'ein Lauf',
  },
  names: { runs: 'Netze', seed: 'erste Startzahl', depth: 'Schichten' },
  class: {
    finite: 'endliches Minimum',
    channel: 'ein Paar ins Unendliche',
    other: 'anders unendlich',
    unfinished: 'unfertig',
  },
  verdict: {
    'minimum-at-infinity': 'bestätigt: ein Minimum im Unendlichen',
    'finite-minimum': 'ein Minimum bei endlichen Gewichten',
    'comes-back': 'der Verlust steigt ins Unendliche: es kehrt um',
    'saddle-at-infinity': 'der Grenzwert ist ein Sattelpunkt',
    'plateau-saddle': 'genaue Kopien auf einem Plateau-Sattel',
    sharp: 'Neuronen, die zwischen den Datenpunkten zu Stufen werden',
    undecided: 'die zweite Ordnung entscheidet nicht',
    'not-certified': 'Neuronen laufen zusammen; wohin, ist nicht bestätigt',
    'no-limit': 'kein Minimum ist nah, weder endlich noch im Unendlichen',
  },
  group: {
    neuron: 'Kopien',
    pair: 'Paar',
    triple: 'Tripel',
    quadruple: 'Quadrupel',
    crease: 'Stufe',
    tail: 'Ausläufer',
  },
  train: (runs: number) => `${runs} Netze trainieren`,
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  stop: 'Aufhören',
  clear: 'Meine Läufe vergessen',
  save: 'Läufe speichern',
  openFile: 'Datei mit Läufen öffnen',
  progress: (done: number, total: number) => `${done} von ${total} trainiert`,
  left: (minutes: string) => `noch etwa ${minutes} min`,
  paused: 'angehalten',
  growing: { title: 'Ein Netz nach dem anderen', seconds: 8 },
  loading: 'Die vorberechneten Läufe werden geladen …',
  none: 'Mit diesen Einstellungen ist noch kein Netz trainiert.',
  counts: {
    title: 'Wo sie enden',
    precomputed: 'vorberechnet',
    own: 'jetzt berechnet',
    share: 'Anteil',
    interval: '95-%-Intervall',
    paper: 'Kanäle nach dem Kriterium der Arbeit',
    paperNote: 'Norm über 1000 und Kosinus-Abstand unter 0,01; eine Bestätigung kennt es nicht',
    ours: 'bestätigt im Unendlichen',
    layers: 'im Unendlichen nach Schicht',
    layersNote:
      'der Läufe ins Unendliche: in wie vielen eine Gruppe dieser Schicht dorthin geht, 1 an den Eingaben',
  },
  scatter: {
    title: 'Kanäle haben Zwillinge mit riesigen Ausgabegewichten',
    subtitle: 'die zwei ähnlichsten Neuronen jedes Netzes',
    cosine: 'Kosinus-Abstand ihrer Eingabegewichte',
    weights: '|a_i| + |a_j|',
  },
  shares: {
    title: 'Wo sie enden, nach dem Ziel',
    subtitle: 'Anteil der Netze jeder Rauheit, mit 95-%-Intervallen',
    roughness: 'Rauheit s des Ziels',
    share: 'Anteil',
  },
  losses: {
    title: 'Was sie erreichen',
    subtitle: 'Verlust am Ende; im Unendlichen, wo ein Lauf dorthin geht',
  },
  groups: {
    title: 'Was gemeinsam ins Unendliche geht',
    subtitle: 'Gruppen von Neuronen in diesen Netzen, nach deren Ende',
    count: 'Gruppen',
    pair: 'Paare',
    triple: 'Tripel',
    quadruple: 'Quadrupel',
    copies: 'Kopien',
    lone: 'einzelne',
  },
  course: {
    title: 'Entlang eines Laufs',
    subtitle: 'wählen Sie einen Punkt, und trainieren Sie sein Netz noch einmal',
    follow: 'Noch einmal trainieren und aufzeichnen',
    computing: (seed: number) => `Netz ${seed} wird noch einmal trainiert …`,
    waiting: 'Noch nicht aufgezeichnet.',
    groups: (neurons: string, isLoose: boolean) =>
      isLoose
        ? `hier laufen keine Neuronen gemeinsam; gemessen für die ähnlichsten, ${neurons}`
        : `gemessen für die Neuronen, die gemeinsam laufen: ${neurons}`,
    share: 'Anteil eines Schritts',
    shares: 'Anteil jedes Schritts parallel zur Sattellinie',
    pairShare: 'Ausgabegewichte',
    groupShare: 'und Eingabegewichte entlang ihres Mittels',
    eigenvalue: 'Eigenwerte der Hesse-Matrix',
    eigenvalues: 'größter und kleinster Eigenwert der Hesse-Matrix',
    largest: 'größter',
    smallest: 'kleinster',
    negative: 'wo er negativ ist',
    point: (time: string, pair: string, group: string, smallest: string, largest: string) =>
      `t = ${time}: ${pair} des Schritts sind parallel nach den Ausgabegewichten, ${group} mit den Eingabegewichten; Eigenwerte von ${smallest} bis ${largest}.`,
  },
  open: {
    ride: {
      button: 'Durch seinen Kanal fahren',
      words: 'Von diesem Punkt an, mit genau diesen Gewichten; sie werden dort noch einmal trainiert.',
    },
    landscape: {
      button: 'Seine Landschaft ansehen',
      words: 'Dieses Minimum, eines seiner Neuronen kopiert; es wird dort noch einmal trainiert.',
    },
    none: {
      deep: 'Fahrt, Landschaft und Verlauf zeigen Netze mit einer verborgenen Schicht.',
      finite: 'Diese Aktivierung hat keine zweite Ableitung; darum hat ihr Minimum hier keine Landschaft.',
      other:
        'Nicht genau ein Paar geht ins Unendliche: weder Fahrt noch Landschaft können dieses Netz zeigen.',
      unfinished: 'Von diesem Netz ist kein Minimum bekannt; es gibt nichts zu öffnen.',
    },
  },
  chosen: {
    title: (seed: number) => `Netz ${seed}`,
    none: 'Wählen Sie einen Punkt: drücken Sie darauf, oder mit den Pfeiltasten.',
    loss: 'Verlust',
    lossAtInfinity: 'Verlust im Unendlichen',
    cosine: 'Kosinus-Abstand',
    weights: '|a_i| + |a_j|',
    norm: 'Norm (der Arbeit)',
    time: 'Flusszeit',
    groups: 'Gruppen',
    layer: (layer: number) => `Schicht ${layer}`,
  },
  notices: {
    unkept: 'Dieser Browser behält für diese Seite nichts: speichern Sie Ihre Läufe, bevor Sie gehen.',
    unloaded: 'Die vorberechneten Läufe sind nicht da. Eigene können trotzdem trainiert werden.',
    added: (added: number, known: number, versions: number, bad: number) =>
      [
        added > 0 || (known === 0 && versions === 0 && bad === 0)
          ? `${count(added, 'Lauf', 'Läufe')} dazu.`
          : 'Nichts kam dazu.',
        ...(known > 0 ? [`${count(known, 'war', 'waren')} schon da.`] : []),
        ...(versions > 0
          ? [`${count(versions, 'Zeile ist', 'Zeilen sind')} aus einer anderen Version der Zählung.`]
          : []),
        ...(bad > 0
          ? [
              `${count(bad, 'Zeile ist kein Lauf', 'Zeilen sind keine Läufe')}; öffnen Sie eine Datei von „Läufe speichern“ oder npm run census.`,
            ]
          : []),
      ].join(' '),
    plane: 'Die Rosenbrock-Ziele sind Funktionen zweier Koordinaten: stellen Sie die Eingabedimension auf 2.',
    file: 'Diese Datei lässt sich nicht lesen.',
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
      `Die Zählung hat ${count(runs, 'Netz', 'Netze')} mit ${depth === 1 ? '' : `${depth} Schichten zu `}${width} Neuronen (${act}), ${dims} Eingaben, ${biases ? 'mit' : 'ohne'} Bias, die ${target} lernen.`,
    counts: (finite: number, channel: number, other: number, unfinished: number) =>
      `${finite} enden in einem endlichen Minimum, ${channel} mit einem Paar im Unendlichen, ${other} anders im Unendlichen, ${unfinished} sind unfertig.`,
    groups: (list: string) => `Gruppen von Neuronen: ${list}.`,
    waiting: 'Ihre Läufe werden geladen.',
  },
  parts: {
    scatter: 'die Punkte aller Netze',
    shares: 'die Anteile nach Rauheit',
    losses: 'die Verluste',
    groups: 'die Gruppen',
    course: 'der Verlauf eines Laufs',
    open: 'der Weg zu Fahrt und Landschaft',
    counts: 'die Zahlen',
    train: 'der Knopf zum Trainieren',
    chosen: 'das gewählte Netz',
  },
};

export const censusPresets: typeof presetText = {
  usual: [
    'Vier Softplus-Neuronen',
    'Mehr Netze laufen ins Unendliche, als in einem endlichen Minimum halten.',
  ],
  smooth: [
    'Ein glattes Ziel',
    'Bei einem glatten Ziel gehen weniger Läufe ins Unendliche, und mehr bleiben endlich.',
  ],
  rough: ['Ein raues Ziel', 'Bei einem rauen Ziel bleibt fast keines endlich.'],
  two: ['Zwei Neuronen', 'Schon zwei Neuronen laufen gemeinsam ins Unendliche.'],
  rosenbrock: ['Die Funktion von Rosenbrock', 'Das Ziel der ersten Abbildungen der Arbeit.'],
};
