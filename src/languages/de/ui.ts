/** German: the words of all figures, of the page and of its notices. */
import type { strings } from '#ui/strings';

export const ui: typeof strings = {
  site: {
    title: 'Minima at Infinity',
    headline: 'Im Unendlichen werden zwei Neuronen zu etwas Neuem.',
    lead: 'Ziehen Sie ε auf null. Das eine Bild zeigt, was zwei Neuronen zusammen berechnen, während ihre Ausgangsgewichte auseinanderfliegen, das andere, wo sie in der Verlustlandschaft ihres Netzes sind.',
    theme: 'Hell oder dunkel',
    skip: 'Zur Abbildung springen',
    unknownFigure: (id, known) => `Es gibt keine Abbildung „${id}“. Es gibt: ${known}.`,
    unknownPreset: (id, figure, known) =>
      `Die Abbildung „${figure}“ hat kein Beispiel „${id}“. Sie hat: ${known}.`,
    openFigure: 'Abbildung auf ihrer eigenen Seite öffnen.',
    loading: 'Die Abbildung wird vorbereitet …',
    crashed:
      'Diese Abbildung ist stehen geblieben. Laden Sie die Seite neu, um sie wieder zu starten; der Link behält ihren Zustand.',
    footer: {
      paper: 'Nach',
      paperText:
        'F. Martinelli, A. van Meegen, B. Şimşek, W. Gerstner und J. Brea, Flat Channels to Infinity in Neural Loss Landscapes, NeurIPS 2025,',
      privacy: 'Alles wird in Ihrem Browser berechnet; nichts verlässt ihn.',
    },
  },
  dialog: {
    close: 'Schließen',
  },
  still: {
    crashed: 'Die Abbildung ist stehen geblieben.',
    'not-computed': 'Was die Abbildung zeigt, ließ sich nicht berechnen.',
    timeout: 'Die Abbildung ist nicht rechtzeitig zur Ruhe gekommen.',
  },
  notice: {
    intro: 'Nicht alles in diesem Link ließ sich so zeigen wie gewünscht:',
    unreadable: (name, said, shown) => `${name}: „${said}“ ist kein möglicher Wert; gezeigt wird ${shown}.`,
    outside: (name, said, shown) => `${name}: ${said} liegt außerhalb; gezeigt wird ${shown}.`,
    version: (said) => `Der Link gehört zu Version ${said} dieser Seite, die diese nicht kennt.`,
    dismiss: 'Ausblenden',
  },
  number: {
    notANumber: (text) => `„${text}“ ist keine Zahl. Schreiben Sie etwa 0,05, 5e-2 oder 1/20.`,
    twoReadings: (text, whole, fraction) =>
      `„${text}“ lässt sich auf zwei Arten lesen. Schreiben Sie ${whole} oder ${fraction}.`,
    range: (name, low, high) => `${name}: von ${low} bis ${high}.`,
    rangeOrZero: (name, low, high) => `${name}: 0 oder zwischen ${low} und ${high}.`,
    whole: (name) => `${name}: eine ganze Zahl.`,
    unchanged: 'Nichts wurde geändert.',
    box: (name) => `${name}, als Zahl`,
  },
  figure: {
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    reset: 'Zurücksetzen',
    copyLink: 'Link kopieren',
    copied: 'Link kopiert: Er öffnet diese Abbildung so, wie Sie sie sehen.',
    copyFailed: 'Der Browser hat das Kopieren nicht erlaubt; der Link steht in der Adresszeile.',
    share: 'Teilen …',
    export: 'Exportieren …',
    locked: 'Wer diese Abbildung hier eingesetzt hat, hat das festgelegt.',
    dataCsv: 'Daten als CSV',
    dataJson: 'Daten als JSON',
    presets: 'Beispiel',
    presetPick: 'auswählen …',
    play: 'ε → 0 abspielen',
    pause: 'Pause',
    more: 'Weitere Regler',
    gestureHint: 'Zum Zoomen Strg halten und scrollen',
    contextLost: 'Die Grafikkarte hat das Bild verloren; es wird neu gezeichnet, sobald sie es erlaubt.',
    noWebgl:
      'Dieser Browser bietet kein WebGL, darum ist die Fläche von oben als flache Karte zu sehen. Alle Regler funktionieren.',
    camera: 'Kamera. Pfeiltasten drehen, Plus und Minus zoomen, Pos1 führt zurück. Ziehen dreht.',
    described: 'Was die Abbildung jetzt zeigt',
    inputs: { first: 'erster Eingang', second: 'zweiter Eingang' },
    parts: {
      lead: 'Sätze unter dem Titel',
      title: 'Titel',
      axes: 'Achsen',
      names: 'Namen der Linien',
      legend: 'Legende',
      formula: 'Formel',
      numbers: 'Zahlen',
      remark: 'Bemerkung unter dem Bild',
      epsilon: 'ε in Worten, wo sein Regler nicht zu sehen ist',
      presets: 'Beispiele für den Anfang',
      toolbar: 'Rückgängig, Zurücksetzen, Link und Daten',
      description: 'Abbildung in Worten',
    },
  },
  animations: {
    epsilon: { id: 'epsilon', title: 'ε → 0', seconds: 8 },
    trajectory: { id: 'trajectory', title: 'Der Lauf', seconds: 8 },
    ride: { id: 'ride', title: 'Die Sprünge', seconds: 6 },
    turntable: { title: 'Einmal herum', seconds: 12 },
  },
  landscape: {
    loss: 'Verlust',
    saddleLine: 'Sattellinie',
    plateau: 'Plateausattel',
    channel: 'Kanal → ∞',
    roadBack: 'der Rückweg',
    finite: 'endliches Minimum',
    minimumAtInfinity: (loss) => `Minimum im Unendlichen, ${loss}`,
    noWebgl:
      'Dieser Browser bietet kein WebGL, darum ist die Landschaft von oben als flache Karte zu sehen. Alle Regler funktionieren.',
    lossScale: 'klein bis groß, logarithmisch',
    restarted:
      'Die Berechnung ist abgebrochen und wurde neu gestartet; die Landschaft wird noch einmal berechnet.',
    computing: {
      network: 'Das Netz wird berechnet …',
      surface: 'Die Fläche wird berechnet …',
      roads: 'Beide Wege werden berechnet …',
    },
    choice: {
      network: {
        label: 'Netz',
        description: 'Das Netz, dessen kritischer Punkt verdoppelt wird.',
        paper: 'das der Arbeit, 2-3-1',
        trained: 'ein hier trainiertes',
      },
      neuron: {
        label: 'Neuron zum Kopieren',
        description: 'Welches Neuron des trainierten Netzes verdoppelt wird.',
        none: (width) =>
          width === 1
            ? 'Dieses Netz hat ein einziges verborgenes Neuron: Nur Neuron 1 lässt sich kopieren.'
            : `Dieses Netz hat ${width} verborgene Neuronen: Wählen Sie eines von 1 bis ${width}.`,
      },
      act: { label: 'Aktivierung', description: 'Aktivierungsfunktion des Netzes, das hier trainiert wird.' },
      hidden: {
        label: 'verborgene Neuronen',
        description: 'Neuronen des Netzes, bevor eines kopiert wird.',
      },
      seed: {
        label: 'Startzahl',
        description: 'Zahl, aus der der zufällige Beginn des Trainings gezogen wird.',
        word: 'zufälliger Beginn',
        symbol: 'Nr.',
      },
      grid: {
        label: 'Punkte je Seite',
        description: 'Das Netz wird auf einem quadratischen Gitter mit so vielen Punkten je Seite trainiert.',
      },
    },
  },
};
