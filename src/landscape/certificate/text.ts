/** The words of a certificate. */
import { inLanguage } from '#ui/language';

export const text = inLanguage('certificate', {
  verdict: {
    'minimum-at-infinity': 'A minimum at infinity',
    'road-back': 'An optimum at finite ε',
    'saddle-at-infinity': 'A saddle point at infinity',
    undecided: 'Undecided',
    'no-limit': 'No critical point at infinity near here',
  },
  because: {
    'minimum-at-infinity':
      'The limit network is at a strict minimum, and h > 0: the loss falls all the way to infinity.',
    'road-back':
      'The limit network is at a strict minimum, but h < 0: the loss rises towards infinity, so the flow comes back.',
    'saddle-at-infinity': 'The Hessian of the limit network has a negative eigenvalue.',
    undecided: 'An eigenvalue or h is zero to rounding.',
    'no-limit': '',
  },
  lossAtInfinity: 'loss at infinity',
  eigenvalue: 'smallest eigenvalue',
  gradient: 'largest gradient entry',
});
