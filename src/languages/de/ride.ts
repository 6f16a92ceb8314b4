/** German: the figure `ride`. */
import type { presetText, text } from '#figures/ride/text';
import { ui } from './ui';

const stepsOf = (steps: number) => `${steps} ${steps === 1 ? 'Schritt' : 'Schritte'}`;

export const ride: typeof text = {
  ...ui.figure,
  title: 'Wie weit ist es bis ins Unendliche?',
  lead: 'In einem Kanal laufen zwei Ausgangsgewichte für immer auseinander. Springen Sie: ε halbieren, den Gradientenfluss zur Ruhe kommen lassen, und noch einmal. Oder lassen Sie die Gewichte zurück und gehen Sie gleich ins Unendliche.',
  side: {
    label: 'Weg',
    description: 'Auf welcher Seite der Sattellinie es entlanggeht.',
    channel: 'der ins Unendliche',
    plus: 'Plusseite',
    minus: 'Minusseite',
  },
  jumps: {
    label: 'Sprünge',
    description: 'Wie viele Sprünge seit dem Eingang des Kanals gemacht wurden.',
  },
  inf: {
    label: 'im Unendlichen',
    description: 'Ob das Ende des Kanals im Unendlichen zu sehen ist.',
  },
  goal: {
    label: 'ε, bis zu dem gespielt wird',
    description: 'Das Abspielen geht weiter, bis ε höchstens so groß ist.',
  },
  factor: {
    label: 'Faktor eines Sprungs',
    description: 'Womit ein Sprung ε multipliziert, bevor der Fluss zur Ruhe kommt.',
  },
  eta: {
    label: 'Schrittweite',
    description: 'Lernrate, mit der der Gradientenabstieg vorankommen müsste.',
  },
  words: { goal: 'abspielen bis', factor: 'je Sprung ε mal', eta: 'Schrittweite' },
  names: { factor: 'Faktor' },
  jump: (factor) => `Springen: ε × ${factor}`,
  halve: 'Springen: ε halbieren',
  play: 'Abspielen',
  stop: 'Anhalten',
  back: 'Sprung zurück',
  infinity: 'Ins Unendliche',
  fromInfinity: 'Zurück aus dem Unendlichen',
  another: 'Anderen Kanal suchen',
  stopSearch: 'Suche beenden',
  settings: 'Netz und Einstellungen',
  stops: {
    arrived: (epsilon) =>
      `Bei ε = ${epsilon} sind 64-Bit-Zahlen am Ende: Die Schärfe verdeckt jede andere Krümmung. Gehen Sie den Rest des Weges ins Unendliche auf einmal.`,
    lost: 'Der Fluss hat diesen Kanal nach dem Sprung verlassen; machen Sie kleinere Sprünge, oder gehen Sie gleich ins Unendliche.',
    'came-back':
      'Der Fluss macht den Sprung rückgängig: Der Verlust steigt zum Unendlichen hin an, dies ist ein Rückweg.',
  },
  finding: 'Der Eingang des Kanals wird gesucht …',
  searching: 'Netze werden von zufälligen Startzahlen aus trainiert, bis eines einen anderen Kanal hat …',
  riding: 'Der Gradientenfluss kommt zur Ruhe …',
  previous: 'Das Bild zeigt noch den vorigen Kanal.',
  restarted: 'Die Berechnung ist abgebrochen und wurde neu gestartet.',
  position: (jumps, epsilon, gap) =>
    `${jumps === 0 ? 'Am Eingang' : jumps === 1 ? 'Nach 1 Sprung' : `Nach ${jumps} Sprüngen`}: ε = ${epsilon} und a_i − a_j = ${gap}.`,
  positionName: 'wo die Fahrt ist',
  took: (milliseconds) => `Der Sprung und der Fluss danach dauerten ${milliseconds} ms.`,
  plots: {
    title: 'Sechs Gesetze des Kanals',
    subtitle: 'über 1/ε; gestrichelt: vorhergesagt, Linie: durch die ruhigen Punkte gelegt',
    keys: 'Pfeiltasten links und rechts gehen durch die Punkte.',
    excess: 'Verlust − Verlust im Unendlichen',
    excessBack: 'Verlust im Unendlichen − Verlust',
    error: 'Näherungsfehler',
    largestEigenvalue: 'größter Eigenwert',
    c: 'c',
    minusC: '−c',
    a: 'a',
    cosine: 'cos(Δ, w)',
    minusCosine: '−cos(Δ, w)',
    constant: 'gleichbleibend',
    predicted: 'vorhergesagt',
    floor: 'Rundung',
    end: '64 Bit enden',
    inverse: 'Kehrwert des Abstands im Paar',
    point: (title, jump, epsilon, value) => `${title}: Punkt ${jump}, ε = ${epsilon}, Wert ${value}`,
    none: 'noch kein Punkt',
    floorNote:
      'Grau: Rundung bei 64 Bit. Werte dort sagen nichts, hohle Punkte zählen nicht für die Geraden; die Fahrt endet, wo der größte Eigenwert alle anderen übertönt.',
  },
  clock: {
    title: 'Die Uhr',
    subtitle: 'wie lange der Gradientenfluss ohne Sprünge braucht',
    // Short: it stands at the right end of a narrow plot.
    flow: 'Fluss',
    jumps: 'Sprünge',
    waiting: 'Der Gradientenfluss wird verfolgt …',
    sentence: (from, to, time, steps, eta) =>
      `Von a_i − a_j\u00a0=\u00a0${from} bis ${to}, zehnmal so weit, braucht der Gradientenfluss bis t\u00a0=\u00a0${time}: zehntausendmal so lange. Bei Schrittweite η\u00a0=\u00a0${eta} sind das ${steps} Schritte.`,
    backwards: 'h < 0: Der Fluss steigt hier nicht. Er kehrt um, so weit die Sprünge auch gingen.',
    unstable: (limit) =>
      `Und mit dieser Schrittweite kann der Gradientenabstieg hier nicht einmal sein: 2/η = ${limit} liegt unter dem größten Eigenwert.`,
    slope: 'Gefälle des Verlusts entlang des Kanals',
    slopeIs: (slope) => `hier ${slope} je Einheit von a_i − a_j; es nimmt wie ε³ ab`,
    shortcut: (time) => `Die bisherigen Sprünge haben dem Fluss eine Zeit von ${time} erspart.`,
  },
  sharpness: {
    title: 'Schärfe',
    subtitle: 'größter und kleinster Eigenwert entlang des Gradientenflusses',
    channel: 'in den Kanal',
    back: 'auf dem Rückweg',
    finite: 'zu einem endlichen Minimum',
    note: 'Im Kanal wird eine Richtung immer schärfer und eine immer flacher; an einem endlichen Minimum kommen beide zur Ruhe.',
    noteBack: 'Beide Flüsse kommen bei endlichen Gewichten zur Ruhe: Der Rückweg führt nicht ins Unendliche.',
    none: 'Neben diesem Kanal fand sich kein endliches Minimum, darum fehlt der Vergleich.',
    negative: 'gestrichelt: negativ',
  },
  certificate: {
    title: 'Zertifikat',
    line: (verdict, loss, h) => `${verdict}: Verlust im Unendlichen\u00a0${loss}, h\u00a0=\u00a0${h}.`,
    prediction: 'Abweichung vom Verlust des Flusses',
    predictionNote: 'wie weit L∞ + h ε² vom Verlust des letzten Punkts entfernt ist',
    newton: (steps, milliseconds) =>
      `Newton-Verfahren auf dem Grenznetz: ${stepsOf(steps)}, ${milliseconds} ms.`,
    arrived: (steps, milliseconds) =>
      `Angekommen. Das Newton-Verfahren auf dem Grenznetz brauchte vom letzten Punkt aus ${stepsOf(steps)}, ${milliseconds} ms.`,
  },
  describe: {
    settings: (network, jumps) =>
      `Eine Fahrt auf einem Kanal ${network}, ${jumps === 1 ? '1 Sprung' : `${jumps} Sprünge`} weit.`,
    paper: 'des Netzes der Arbeit',
    trained: (seed, hidden) => `eines Netzes mit ${hidden} Neuronen, trainiert von Startzahl ${seed} aus`,
    waiting: 'Sie wird berechnet.',
    point: (loss, excess) => `Der Verlust ist ${loss}, ${excess} vom Verlust im Unendlichen entfernt.`,
    slopes: (list) => `Gemessene Potenzen von ε: ${list}.`,
    slope: (title, fitted, predicted) =>
      `${title} ${fitted} (vorhergesagt ${String(predicted).replace('-', '−')})`,
    verdict: (verdict, loss, h) => `${verdict}: Verlust im Unendlichen ${loss}, h = ${h}.`,
  },
};

export const ridePresets: typeof presetText = {
  entrance: ['Der Kanal der Arbeit', 'Der Eingang: Von hier an wachsen die Gewichte nur noch. Springen Sie.'],
  laws: [
    'Acht Sprünge',
    'Sechs Geraden: Verlust und Fehler fallen wie ε², die Schärfe wächst wie 1/ε², alles andere bleibt.',
  ],
  rounding: [
    'Bis ans Ende der Zahlen',
    'Nach etwa sechzehn Halbierungen sind 64-Bit-Zahlen am Ende. Das Unendliche ist noch immer unendlich weit weg.',
  ],
  'at-once': [
    'Auf einmal',
    'Das Grenznetz hat endliche Gewichte: Das Newton-Verfahren ist in Millisekunden dort und bescheinigt ein Minimum.',
  ],
  'road-back': [
    'Der Rückweg',
    'Die andere Seite desselben Grats: h < 0, der Verlust steigt zum Unendlichen hin an, und der Fluss kehrt um.',
  ],
  'random-channel': [
    'Ein Kanal aus einer zufälligen Startzahl',
    'Ein anderes Netz, ein anderer Kanal, dieselben sechs Potenzen von ε: Es sind Gesetze, keine Zahlen.',
  ],
};
