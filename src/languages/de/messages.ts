/**
 * German: what the mathematics and the workers say when something cannot be done, as far as readers can come to see it.
 * They speak English by themselves; each of their sentences is found here by its beginning in lower case, without its
 * full stop.
 */

type Translated = string | ((...found: string[]) => string);

const sides: Readonly<Record<string, string>> = { plus: 'Plusseite', minus: 'Minusseite' };

export const messages: readonly (readonly [RegExp, Translated])[] = [
  [
    /^the computation has not answered for (\d+) seconds\. It was started anew$/,
    (seconds) => `Die Berechnung hat ${seconds} Sekunden lang nicht geantwortet. Sie wurde neu gestartet.`,
  ],
  [
    /^the computation broke off\. It was started anew$/,
    'Die Berechnung ist abgebrochen. Sie wurde neu gestartet.',
  ],
  [
    /^a result could not be read\. It was started anew$/,
    'Ein Ergebnis ließ sich nicht lesen. Die Berechnung wurde neu gestartet.',
  ],
  [
    /^this browser does not let the page compute in the background; use a current one$/,
    'Dieser Browser lässt die Seite nicht im Hintergrund rechnen; nehmen Sie einen aktuellen.',
  ],
  [
    /^the computation failed \((.*)\); choose other settings, and please report it$/,
    (why) =>
      `Die Berechnung ist fehlgeschlagen (${why}); wählen Sie andere Einstellungen, und melden Sie es bitte.`,
  ],
  [
    /^there is no landscape yet: wait until it is computed, or choose another network$/,
    'Es gibt noch keine Landschaft: Warten Sie, bis sie berechnet ist, oder wählen Sie ein anderes Netz.',
  ],
  [
    /^there is no channel yet: wait until one is found, or choose another network$/,
    'Es gibt noch keinen Kanal: Warten Sie, bis einer gefunden ist, oder wählen Sie ein anderes Netz.',
  ],
  [
    /^no way down could be followed from this saddle line; split another neuron or change the seed$/,
    'Von dieser Sattellinie führt kein Weg hinab, dem sich folgen ließe; kopieren Sie ein anderes Neuron, oder ändern Sie die Startzahl.',
  ],
  [
    /^no new finite minimum from (\d+) random starts; try another seed, fewer neurons, or more starts$/,
    (starts) =>
      `Kein neues endliches Minimum aus ${starts} zufälligen Anfängen; versuchen Sie eine andere Startzahl oder weniger Neuronen.`,
  ],
  [
    /^neuron (\d+) has output weight 0, so gamma means nothing; split another one$/,
    (neuron) =>
      `Neuron ${Number(neuron) + 1} hat das Ausgangsgewicht 0, darum bedeutet γ nichts; kopieren Sie ein anderes.`,
  ],
  [
    /^no other channel from (\d+) random seeds for (\d+) hidden neurons; take another activation, or another number of neurons$/,
    (seeds, hidden) =>
      `Kein anderer Kanal aus ${seeds} zufälligen Startzahlen bei ${hidden} verborgenen Neuronen; nehmen Sie eine andere Aktivierung oder eine andere Zahl von Neuronen.`,
  ],
  [
    /^(neither side|not the (plus|minus) side) of this saddle line leads into a channel; copy another neuron, change the seed, or find another channel$/,
    (_, side) =>
      `${side ? `Die ${sides[side]} dieser Sattellinie führt nicht` : 'Keine Seite dieser Sattellinie führt'} in einen Kanal; kopieren Sie ein anderes Neuron, ändern Sie die Startzahl, oder suchen Sie einen anderen Kanal.`,
  ],
  [
    /^at epsilon = (\S+) 64-bit numbers end: the sharpness hides all other curvature\. Go the rest of the way to infinity directly$/,
    (epsilon) =>
      `Bei ε = ${epsilon} sind 64-Bit-Zahlen am Ende: Die Schärfe verdeckt jede andere Krümmung. Gehen Sie den Rest des Weges ins Unendliche auf einmal.`,
  ],
  [
    /^the flow left this channel after the jump; take smaller jumps, or go to infinity directly$/,
    'Der Fluss hat diesen Kanal nach dem Sprung verlassen; machen Sie kleinere Sprünge, oder gehen Sie gleich ins Unendliche.',
  ],
  [
    /^the flow undoes the jump: the loss rises towards infinity, this is a road back$/,
    'Der Fluss macht den Sprung rückgängig: Der Verlust steigt zum Unendlichen hin an, dies ist ein Rückweg.',
  ],
  [
    /^there is no channel 1 on these data; take another seed$/,
    'Auf diesen Daten gibt es keinen Kanal 1; nehmen Sie eine andere Startzahl.',
  ],
  [
    /^the loss grew without bound by step (\d+); take a learning rate below (\S+)$/,
    (step, rate) =>
      `Der Verlust wuchs bis Schritt ${step} über alle Grenzen; nehmen Sie eine Lernrate unter ${rate}.`,
  ],
  [
    /^no step from time (\S+) meets the tolerance (\S+); allow a larger one$/,
    (time, tolerance) =>
      `Ab der Zeit ${time} hält kein Schritt die Toleranz ${tolerance} ein; setzen Sie die Kugel anderswohin.`,
  ],
  [
    /^the graphics card has no memory for this picture$/,
    'Die Grafikkarte hat nicht genug Speicher für dieses Bild.',
  ],
];
