/** German: the words of a certificate. */
import type { certificateText } from '#landscape/text';

export const certificate: typeof certificateText = {
  verdict: {
    'minimum-at-infinity': 'Ein Minimum im Unendlichen',
    'road-back': 'Ein Optimum bei endlichem ε',
    'saddle-at-infinity': 'Ein Sattelpunkt im Unendlichen',
    undecided: 'Unentschieden',
    'no-limit': 'Kein kritischer Punkt im Unendlichen in der Nähe',
  },
  because: {
    'minimum-at-infinity':
      'Das Grenznetz ist an einem strikten Minimum, und h > 0: Der Verlust fällt bis ins Unendliche.',
    'road-back':
      'Das Grenznetz ist an einem strikten Minimum, aber h < 0: Der Verlust steigt zum Unendlichen hin an, darum kommt der Fluss zurück.',
    'saddle-at-infinity': 'Die Hesse-Matrix des Grenznetzes hat einen negativen Eigenwert.',
    undecided: 'Ein Eigenwert oder h ist bis auf Rundung null.',
    'no-limit': '',
  },
  lossAtInfinity: 'Verlust im Unendlichen',
  eigenvalue: 'kleinster Eigenwert',
  gradient: 'größter Eintrag des Gradienten',
};
