/** German: the panels beside the landscape. */
import type { text } from '#figures/landscape/panels/text';

const flatOnes = (flat: number) => (flat === 1 ? 'eine flache' : `${flat} flache`);

export const panels: typeof text = {
  function: {
    title: 'Die Funktion',
    subtitle: 'was das Netz berechnet',
    choose: 'Große Funktion',
    tiles: {
      network: 'das Netz',
      target: 'das Ziel',
      residual: 'Residuum',
      pair: 'das Paar i, j',
      limit: 'sein Grenzwert',
      difference: 'Paar − Grenzwert',
    },
    captions: {
      network: 'Alles, was das Netz berechnet: alle Neuronen und der Bias.',
      target: 'Was es lernen soll.',
      residual: 'Netz minus Ziel: was noch falsch ist. Das mittlere Quadrat davon ist der Verlust.',
      pair: 'Der Anteil der beiden Neuronen, die eins waren. Gestrichelt: wo w·x = 0, das Tor.',
      limit:
        'Was im Unendlichen aus dem Paar wird: ein Neuron und eine Gated Linear Unit. Gestrichelt: wo w·x = 0, das Tor.',
      difference: 'Wie weit das Paar von seinem Grenzwert ist; das schrumpft wie ε².',
    },
    stronger: (factor) => `Farben ${factor}-mal so kräftig wie in den beiden anderen Bildern.`,
    equal: 'genau 0',
    equalLarge: 'Das Paar gleicht seinem Grenzwert genau: Es ist nichts mehr zu sehen.',
    picture: (name, range) =>
      `Karte über x1 und x2, beide von −1,73 bis 1,73: ${name}; Farben von −${range} bis ${range}.`,
    numbers: 'Das Paar in Zahlen',
    loss: 'Verlust',
  },
  spectrum: {
    title: 'Krümmung entlang der Sattellinie',
    subtitle: 'Eigenwerte der Hesse-Matrix',
    downhill: 'bergab',
    here: (gamma) => `Bei γ = ${gamma}: `,
    counts: (negative, flat) => {
      if (negative === 0 && flat > 0)
        return `keine negative Richtung, aber ${flatOnes(flat)}: Hier endet ein Abschnitt`;
      if (negative === 0) return 'keine negative Richtung: hier stabil, ein Plateausattel';
      const some = negative === 1 ? '1 negative Richtung' : `${negative} negative Richtungen`;
      return flat > 0 ? `${some} und ${flatOnes(flat)}` : `${some}: ein strikter Sattel`;
    },
    lowest: 'Kleinster Eigenwert',
    note: (zero, one) => {
      if (zero === 0 || one === 0) return 'Bei γ = 0 und bei γ = 1 (Kreise) verschwinden weitere Eigenwerte.';
      return zero === one
        ? `Bei γ = 0 und bei γ = 1 (Kreise) verschwinden außer dem längs der Linie noch ${zero} Eigenwerte.`
        : `Außer dem längs der Linie verschwinden bei γ = 0 noch ${zero} und bei γ = 1 noch ${one} Eigenwerte (Kreise).`;
    },
  },
  profile: {
    title: 'Verlust quer zur Sattellinie',
    subtitle: {
      alpha: 'entlang der steilsten Richtung, für mehrere γ',
      arc: 'den steilsten Weg hinab, für mehrere γ',
    },
    axis: { alpha: 'Abstand α', arc: 'Bogenlänge' },
    loss: 'Verlust',
    crest: 'Sattellinie',
    rises: (gamma, crest) =>
      `Bei γ = ${gamma} fällt der Verlust nach keiner Seite der Sattellinie; auf ihr ist er ${crest}.`,
    falls: (gamma, crest, low) =>
      `Bei γ = ${gamma} fällt der Verlust von ${crest} auf der Sattellinie auf ${low}.`,
  },
};
