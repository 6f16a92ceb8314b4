/** German: what is told when something could not be computed, and the words for networks of the census. */
import type { networkText, text } from '#landscape/text';

export const problems: typeof text = {
  'no-workers': 'Dieser Browser lässt die Seite nicht im Hintergrund rechnen; nehmen Sie einen aktuellen.',
  silent: (seconds) =>
    `Die Berechnung hat ${seconds} Sekunden lang nicht geantwortet. Sie wurde neu gestartet.`,
  crashed: 'Die Berechnung ist abgebrochen. Sie wurde neu gestartet.',
  unreadable: 'Ein Ergebnis ließ sich nicht lesen. Die Berechnung wurde neu gestartet.',
  unexpected: (message) =>
    `Die Berechnung ist fehlgeschlagen (${message}); wählen Sie andere Einstellungen, und melden Sie es bitte.`,
  'no-landscape':
    'Es gibt noch keine Landschaft: Warten Sie, bis sie berechnet ist, oder wählen Sie ein anderes Netz.',
  'no-ride':
    'Es gibt noch keinen Kanal: Warten Sie, bis einer gefunden ist, oder wählen Sie ein anderes Netz.',
  'no-columns': 'Von der Fläche gibt es noch nichts; warten Sie einen Augenblick.',
  'no-minimum': (attempts) =>
    `Kein neues endliches Minimum aus ${attempts} zufälligen Anfängen; versuchen Sie eine andere Startzahl oder weniger Neuronen.`,
  'no-output-weight': (neuron) =>
    `Neuron ${neuron} hat das Ausgangsgewicht 0, darum bedeutet γ nichts; kopieren Sie ein anderes.`,
  'no-way-down':
    'Von dieser Sattellinie führt kein Weg hinab, dem sich folgen ließe; kopieren Sie ein anderes Neuron, oder ändern Sie die Startzahl.',
  'no-channel': {
    either:
      'Keine Seite dieser Sattellinie führt in einen Kanal; kopieren Sie ein anderes Neuron, ändern Sie die Startzahl, oder suchen Sie einen anderen Kanal.',
    plus: 'Die Plusseite dieser Sattellinie führt nicht in einen Kanal; kopieren Sie ein anderes Neuron, ändern Sie die Startzahl, oder suchen Sie einen anderen Kanal.',
    minus:
      'Die Minusseite dieser Sattellinie führt nicht in einen Kanal; kopieren Sie ein anderes Neuron, ändern Sie die Startzahl, oder suchen Sie einen anderen Kanal.',
  },
  'no-other-channel': (seeds, width) =>
    `Kein anderer Kanal aus ${seeds} zufälligen Startzahlen bei ${width} verborgenen Neuronen; nehmen Sie eine andere Aktivierung oder eine andere Zahl von Neuronen.`,
  'census-settings':
    'Keine Zählung hat Netze mit diesen Einstellungen; wählen Sie einen Punkt der Zählung und öffnen Sie ihn von dort.',
  'census-end': {
    finite:
      'Dieses Netz endet nicht in einem endlichen Minimum und hat darum keine eigene Sattellinie; wählen Sie einen anderen Punkt der Zählung.',
    channel:
      'Dieses Netz endet nicht mit genau einem Paar im Unendlichen und hat darum keinen Kanal für die Fahrt; wählen Sie einen anderen Punkt der Zählung.',
  },
  'no-toy-channel': 'Auf diesen Daten gibt es keinen Kanal 1; nehmen Sie eine andere Startzahl.',
  diverged: (step, rate) =>
    `Der Verlust wuchs bis Schritt ${step} über alle Grenzen; nehmen Sie eine Lernrate unter ${rate}.`,
  stuck: (time) => `Ab der Zeit ${time} ist kein Schritt genau genug; setzen Sie die Kugel anderswohin.`,
};

export const networks: typeof networkText = {
  finite: 'ein endliches der Zählung',
  channel: 'ein Kanal der Zählung',
  target: {
    label: 'Zielfunktion',
    description: 'Die Funktion, die die Netze lernen: ein Gauß-Prozess dieser Rauheit, oder Rosenbrock.',
    rosenbrock: 'Funktion von Rosenbrock',
    'rosenbrock-shifted': 'Rosenbrock, verschoben',
    'gp0.1': 'zufällig, s = 0,1 (glatt)',
    'gp0.5': 'zufällig, s = 0,5',
    gp2: 'zufällig, s = 2',
    gp10: 'zufällig, s = 10 (rau)',
  },
  run: {
    label: 'Netz der Zählung',
    description:
      'Eingaben, verborgene Neuronen, Bias (1 oder 0), Datenpunkte und Startzahl eines Netzes der Zählung.',
    entries: ['Eingaben', 'verborgene Neuronen', 'Bias', 'Datenpunkte', 'Startzahl'],
  },
  is: (seed, width, act, dims, biases, target) =>
    `Netz ${seed} der Zählung: ${width} Neuronen (${act}), ${dims} Eingaben, ${biases ? 'mit' : 'ohne'} Bias; Ziel: ${target}`,
};
