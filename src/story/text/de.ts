/** German. */
import type { Words } from './words';

export const de: Words = {
  title: 'Minima at Infinity',
  description:
    'Zwei Neuronen eines gewöhnlichen Netzes können zusammenrücken, während ihre Ausgangsgewichte ins Unendliche laufen, und zu einer Gated Linear Unit werden. Zum Ansehen, Ziehen und Nachprüfen.',
  headline: 'Im Unendlichen werden zwei Neuronen zu etwas Neuem.',
  wonder:
    'Ziehen Sie ε auf null: Die Ausgangsgewichte zweier Neuronen fliegen ohne Ende auseinander, und zusammen werden sie zu einer Einheit, die keines von ihnen allein sein könnte.',
  skip: 'Zum Text springen',
  theme: 'Hell oder dunkel',
  contents: 'Kapitel',
  readingTime: (minutes) => `${minutes} Minuten zum Lesen, länger zum Spielen`,
  noScript:
    'Die Abbildungen bewegen sich mit JavaScript; ohne es ist hier jede als Bild zu sehen, und der ganze Text.',
  chapters: {
    'two-neurons': 'Aus zwei Neuronen wird eine neue Einheit',
    copy: 'Wo Kanäle beginnen: ein Neuron kopieren',
    road: 'Eine Landschaft mit einem Weg ins Unendliche',
    ride: 'Warum niemand ankommt, und wie man doch ankommt',
    toy: 'Das kleinste Beispiel',
    meaning: 'Was es bedeutet',
  },
  otherLanguage: { en: 'English', de: 'Deutsch' },
  figure: {
    more: 'Alle Regler',
    less: 'Weniger Regler',
    ownPage: 'Auf eigener Seite',
    picture: (title) => `Bild der Abbildung „${title}“, wie sie beginnt.`,
  },
  schematic: {
    label: 'Der Gedanke in drei Skizzen',
    copy: [
      'Ein Neuron kopieren.',
      'Zwei Kopien teilen sich sein Ausgangsgewicht in beliebigem Verhältnis γ, und das Netz berechnet dasselbe wie zuvor.',
    ],
    line: [
      'Eine Linie von Sattelpunkten.',
      'All diese Netze sind kritische Punkte des Verlusts. Neben der Linie fällt ein Kanal ab, der nie endet.',
    ],
    unit: [
      'Im Unendlichen eine neue Einheit.',
      'Dort sind die beiden Kopien ein Neuron und eine lineare Funktion hinter einem Tor: eine Gated Linear Unit.',
    ],
    saddleLine: 'Sattellinie',
    channel: 'Kanal → ∞',
  },
  derivation: 'Herleitung',
  back: 'und zurück',
  value: { scrub: 'ziehen Sie, oder nehmen Sie die Pfeiltasten' },
  predict: {
    heading: 'Erst raten',
    check: 'Prüfen',
    skip: 'Gleich zeigen',
    answer: 'Antwort',
    right: 'Ja.',
    wrong: 'Nicht ganz.',
    chooseFirst: 'Wählen Sie zuerst etwas aus, oder lassen Sie es sich zeigen.',
    marks: { right: 'richtig', wrong: 'diese nicht' },
    rightIs: (option) => `Richtig ist: ${option}`,
    see: 'In der Abbildung ansehen',
    draw: {
      pad: 'Achsen, zwischen die Sie eine Kurve zeichnen',
      truePad: 'Die wahre Kurve',
      how: 'Zeichnen Sie von links nach rechts. Mit der Tastatur: links und rechts wählen einen Punkt, auf und ab bewegen ihn.',
      drawFirst: 'Zeichnen Sie die Kurve zuerst von einer Seite zur anderen, oder lassen Sie sie zeigen.',
      knot: (place) => `Höhe bei ${place}`,
      yours: 'Ihre',
      truth: 'die wahre',
      off: (share, distance) => {
        const how =
          share < 0.04
            ? 'Fast genau'
            : share < 0.1
              ? 'Nah dran'
              : share < 0.25
                ? 'Zum Teil richtig'
                : 'Das ist eine ganz andere Kurve';
        return `${how}: Im Mittel liegt Ihre Kurve ${distance} neben der wahren, das sind ${Math.round(100 * share)} % von deren Spanne.`;
      },
    },
    slope: {
      pad: 'Doppelt logarithmische Achsen mit einer drehbaren Geraden',
      truePad: 'Die wahre Steigung',
      how: 'Drehen Sie die Gerade an ihrem Griff oder mit den Pfeiltasten.',
      turnFirst: 'Drehen Sie zuerst die Gerade, oder lassen Sie es zeigen.',
      handle: 'Steigung der Geraden',
      yours: 'Ihre',
      truth: 'berechnet',
      off: (yours, truth) => `Ihre Steigung ist ${yours}, die berechnete ${truth}.`,
    },
  },
  glossary: 'Wörter und Symbole',
  references: 'Literatur',
  reference: (number) => `Quelle ${number}`,
  backToText: 'zurück zum Text',
  copy: { copy: 'Kopieren', copied: 'Kopiert', selected: 'Markiert; bitte von Hand kopieren' },
  teach: 'Für Lehrende',
  now: (value) => `jetzt ${value}`,
  symbols: {
    epsilon: 'der halbe Abstand zwischen den Eingangsgewichten des Paars',
    w: 'die Mitte der beiden Eingangsgewichte',
    wi: 'Eingangsgewichte von Neuron i',
    wj: 'Eingangsgewichte von Neuron j',
    w0: 'der Bias: der letzte Eintrag von w',
    delta: 'die Richtung von der Mitte zu Neuron i, mit Länge 1',
    delta0: 'der letzte Eintrag von Δ, der zum Bias gehört',
    a: 'ε mal die Differenz der Ausgangsgewichte: die Stärke der Gated Linear Unit',
    ai: 'Ausgangsgewicht von Neuron i',
    aj: 'Ausgangsgewicht von Neuron j',
    c: 'die Summe der Ausgangsgewichte: die Stärke des gewöhnlichen Neurons, das übrig bleibt',
    sigma: 'die Aktivierungsfunktion',
    gamma: 'wie das Ausgangsgewicht auf die beiden Kopien verteilt ist; der Ort entlang der Sattellinie',
    alpha: 'der Abstand von der Sattellinie',
    h: 'wie sich der Verlust im Unendlichen krümmt: Ist es positiv, fällt der Kanal zum Unendlichen hin',
    loss: 'der Verlust: der mittlere quadratische Fehler',
    lambda: 'der größte Eigenwert der Hesse-Matrix: die Schärfe des Tals',
    s: 'der Weg von der Sattellinie bergab',
    eta: 'die Lernrate',
    t: 'die Zeit des Gradientenflusses',
    x: 'die Eingabe, mit einer festen 1 als letztem Eintrag',
    x1: 'erster Eingang',
    x2: 'zweiter Eingang',
  },
  footer: {
    paper:
      'Nach F. Martinelli, A. van Meegen, B. Şimşek, W. Gerstner und J. Brea, Flat Channels to Infinity in Neural Loss Landscapes, NeurIPS 2025,',
    privacy: 'Alles wird in Ihrem Browser berechnet; nichts verlässt ihn.',
  },
};
