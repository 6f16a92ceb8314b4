/** German: the figure `toy`. */
import type { presetText, text } from '#figures/toy/text';
import { ui } from './ui';

export const toy: typeof text = {
  ...ui.figure,
  title: 'Vier Parameter, und ihr Optimum im Unendlichen',
  lead: 'Zwei Neuronen ohne Bias lernen eine Kurve aus unendlich vielen Daten. Hier ist alles bekannt: die Landschaft, beide Kanäle und was an ihren Enden wartet.',
  view: {
    label: 'Landschaft',
    description: 'Die Landschaft von oben gesehen oder als Fläche.',
    map: 'als Karte',
    surface: 'als Fläche',
  },
  axis: {
    label: 'γ-Achse',
    description: 'Wie γ, der Ort entlang der Sattellinie, auf seiner Achse verteilt ist.',
    log: 'logarithmisch',
    linear: 'linear',
  },
  gamma: {
    label: 'γ des Starts',
    description: 'Wo entlang der Sattellinie die Läufe starten: a_1 − a_2 = (2γ − 1) a*.',
    words: 'Start längs der Linie',
  },
  alpha: {
    label: 'α des Starts',
    description: 'Wo quer zur Sattellinie die Läufe starten, in der Richtung des steilsten Gefälles.',
    words: 'Start quer dazu',
  },
  follow: {
    label: 'Folgen',
    description: 'Wessen Funktion gezeichnet wird.',
  },
  time: {
    label: 'Wiedergabe',
    description: 'Wie viel der Läufe zu sehen ist: vom Start (0) bis zum Ende des längsten (1).',
    words: 'Wiedergabe',
  },
  seed: {
    label: 'Startzahl',
    description: 'Zahl, aus der die Datenpunkte und die Folge der Batches gezogen werden.',
    words: 'Daten und Batches',
  },
  w: {
    label: 'w im Unendlichen',
    description: 'Die Steigung des Grenznetzes c σ(wx) + a x σ′(wx), mit dem besten c und a.',
    words: 'Steigung im Grenzwert',
  },
  eta: {
    label: 'Schrittweite η',
    description: 'Schrittweite des Gradientenabstiegs mit allen Daten in Kanal 1.',
    words: 'Schrittweite',
  },
  decay: {
    label: 'Weight Decay λ',
    description: 'Stärke λ des Terms λ/2 |θ|², der zum Verlust addiert wird.',
    words: 'Weight Decay',
  },
  cam: {
    label: 'Kamera',
    description: 'Richtung um die Senkrechte, Winkel von oben (Grad) und Zoom.',
  },
  runner: {
    flow: 'Gradientenfluss, ∞ Daten',
    data: 'Gradientenfluss, 4096 Datenpunkte',
    sgd: 'SGD, η = 0,1, Batches zu 16',
    adam: 'Adam, seine Vorgaben, Batches zu 16',
  },
  runnerShort: { flow: 'Fluss', data: 'Fluss, Daten', sgd: 'SGD', adam: 'Adam' },
  names: { time: 'Wiedergabe', seed: 'Startzahl' },
  play: 'Laufen lassen',
  stop: 'Anhalten',
  map: {
    title: 'Die Landschaft',
    saddle: 'Sattellinie',
    channel: (channel) => `Kanal ${channel} → ∞`,
    optimum: 'Optimum',
    start:
      'Der Start der Läufe. Pfeiltasten bewegen ihn entlang der Sattellinie und quer dazu; die Eingabetaste lässt sie laufen.',
    picture: 'Der Verlust über γ und α, von oben gesehen; ein Klick versetzt den Start.',
    scale: 'Verlust',
    note: 'Über die beiden anderen Richtungen ist der Verlust minimiert, von der Sattellinie nach außen. Die Zeit von SGD und Adam ist die Zahl ihrer Schritte mal Schrittweite.',
    remark: 'Bemerkung darunter',
    computing: 'Die Landschaft wird berechnet …',
    running: 'Vier Läufe sind unterwegs …',
    ready: '',
  },
  table: {
    title: 'Läufe in Zahlen',
    run: 'vom selben Start',
    gamma: 'γ',
    difference: 'a_1 − a_2',
    loss: 'Verlust',
    t: 'Zeit',
  },
  verdict: {
    title: 'was aus den Läufen wurde',
    channel: (channel, gamma, sgd, adam) =>
      `Der Gradientenfluss ist in Kanal ${channel} bei γ = ${gamma} und kommt nie an. SGD blieb nach 100\u202f000 Schritten bei γ = ${sgd} stehen, Adam bei γ = ${adam}.`,
    finite: (gamma) => `Mit Weight Decay kommt der Fluss bei γ = ${gamma} zur Ruhe.`,
  },
  learn: {
    title: 'Was sich lernen lässt',
    target: 'Ziel',
    saddle: 'auf der Sattellinie',
    channel1: 'am Ende von Kanal 1',
    channel2: 'am Ende von Kanal 2',
    loss: 'Verlust',
    axis: 'f(x)',
  },
  ball: { title: 'Was der verfolgte Lauf berechnet', now: 'seine Funktion jetzt' },
  limit: {
    title: 'Der Verlust im Unendlichen',
    subtitle: 'l(w, 0): der kleinste Verlust des Grenznetzes über a und c',
    curve: 'Der Verlust im Unendlichen über w, mit drei kritischen Punkten. Pfeiltasten bewegen w.',
    band: 'h > 0: Der Verlust fällt zum Unendlichen hin',
    channel1: 'Kanal 1',
    saddle: 'Sattellinie',
    channel2: 'Kanal 2',
    function: 'Das Grenznetz bei diesem w',
    whole: 'beide Teile zusammen',
    neuron: 'c σ(wx)',
    gated: 'a x σ′(wx)',
    goTo: (name) => `Setze w auf: ${name}`,
    stable: 'Hier ist h > 0: ein Weg ins Unendliche, wenn der Punkt kritisch ist.',
    unstable: 'Hier ist h < 0: Von hier fällt der Verlust zurück zu endlichen Gewichten.',
  },
  decayed: {
    title: 'Mit Weight Decay',
    none: 'Ohne Weight Decay liegen beide Optima im Unendlichen. Ein wenig davon zieht sie zurück.',
    minimum: (channel, gamma, difference, loss) =>
      `Kanal ${channel}: Optimum bei γ = ${gamma}, a_1 − a_2 = ${difference}, Verlust ${loss}.`,
    beyond: (channel) => `Kanal ${channel}: Das Optimum liegt noch jenseits von γ = 900.`,
    gone: (channel) => `Kanal ${channel}: Ein so starker Weight Decay lässt dort kein eigenes Optimum.`,
  },
  edge: {
    title: 'Die Stabilitätsgrenze',
    lead: 'Gradientenabstieg auf allen 4096 Datenpunkten, vom Eingang von Kanal 1 aus. Der Kanal wird immer schärfer; wo λ_max auf 2/η trifft, ist der Schritt zu lang, und der Lauf kommt nicht mehr voran.',
    sharpness: 'Schärfe λ_max und 2/η',
    distance: 'Wie weit im Kanal',
    stalls: 'Wo jede Schrittweite stecken bleibt',
    steps: 'Schritte',
    count: (steps) => steps.toLocaleString('en').replaceAll(',', '\u202f'),
    limit: '2/η',
    predicted: 'vorhergesagt: λ_max = 2/η',
    measured: 'gemessen: steckt fest',
    climbing: 'kommt noch voran',
    end: {
      stalled: (eta, difference, sharpness, limit) =>
        `Bei η = ${eta} bleibt der Lauf bei a_1 − a_2 = ${difference} stecken: Dort ist λ_max ${sharpness}, und 2/η ist ${limit}.`,
      climbing: (eta, difference, sharpness, limit) =>
        `Bei η = ${eta} ist der Lauf bei a_1 − a_2 = ${difference} und kommt nach 60\u202f000 Schritten noch voran: λ_max ist ${sharpness}, unter 2/η = ${limit}.`,
      left: (eta, difference, sharpness, limit) =>
        `Bei η = ${eta} ist schon der Eingang zu scharf: Der Lauf wird auf a_1 − a_2 = ${difference} zurückgeworfen, wo λ_max ${sharpness} und 2/η ${limit} ist.`,
      diverged: (eta) =>
        `Bei η = ${eta} divergiert das Training in wenigen Schritten. Nehmen Sie eine kleinere Schrittweite, unter 1,1.`,
    },
    predictedAt: 'vorhergesagt: a_1 − a_2',
    running: 'Es geht hinab …',
  },
  describe: {
    settings: (gamma, alpha, seed, decay) =>
      `Vier Läufe starten bei γ = ${gamma}, α = ${alpha} (Startzahl ${seed}, Weight Decay ${decay}).`,
    waiting: 'Die Landschaft wird berechnet.',
    limits: (first, saddle, second) =>
      `Im Unendlichen: Kanal 1 mit Verlust ${first}, die Sattellinie mit ${saddle}, Kanal 2 mit ${second}, dem kleinsten von allen.`,
    run: (name, gamma, loss) => `${name}: γ = ${gamma}, Verlust ${loss}.`,
  },
};

export const toyPresets: typeof presetText = {
  best: [
    'Das Beste liegt im Unendlichen',
    'Der Gradientenfluss läuft in Kanal 2 für immer weiter; SGD und Adam geben nahe γ = 3 auf, bei doppelt so großem Verlust.',
  ],
  other: [
    'Die andere Seite des Grats',
    'Ein Start knapp unter der Sattellinie endet in Kanal 1: ein lokales Minimum, auch im Unendlichen.',
  ],
  paper: [
    'Wie in der Arbeit',
    'Mit linearem γ bis 50 laufen die Kanäle parallel zur Sattellinie, und SGD hat den Rand kaum verlassen.',
  ],
  surface: ['Als Fläche', 'Ein Grat zwischen zwei Tälern, die nie enden: eines flach, eines tief.'],
  decay: [
    'Ein wenig Weight Decay',
    'Mit λ = 10⁻⁵ liegt das Optimum von Kanal 2 bei γ = 3,3, wo SGD und Adam ohnehin waren.',
  ],
  crest: [
    'Der Grat im Unendlichen',
    'Bei w = 1,4 ist das beste a gleich 0: ein Neuron, kopiert. Beide Kanäle sind besser.',
  ],
  small: [
    'Ein kleinerer Schritt kommt weiter',
    'Bei η = 0,133 kommt der Lauf nach 60\u202f000 Schritten noch voran; bei 0,316 steckt er längst fest.',
  ],
  diverge: [
    'Ein zu großer Schritt',
    'Bei η = 2 ist schon der Eingang des Kanals zu steil: Das Training divergiert.',
  ],
};
