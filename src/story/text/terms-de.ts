/** The glossary in German. */
import type { Terms } from '#story/glossary';

export const de: Terms = {
  neuron: {
    name: 'Neuron',
    meaning:
      'Gewichtet die Eingaben mit seinen Eingangsgewichten w, wendet auf die Summe die Aktivierung an und gibt das Ergebnis mal sein Ausgangsgewicht a weiter: a σ(w·x).',
  },
  activation: {
    name: 'Aktivierungsfunktion',
    meaning: 'Die Funktion σ, die die gewichtete Summe eines Neurons krümmt, etwa Softplus, tanh oder ReLU.',
  },
  landscape: {
    name: 'Verlustlandschaft',
    meaning:
      'Der Verlust als Höhe über allen Parametern des Netzes. Training ist ein Weg hinab in dieser Landschaft.',
  },
  saddle: {
    name: 'Sattelpunkt',
    meaning: 'Ein Punkt ohne Gefälle, von dem aus es in manchen Richtungen hinab und in anderen hinauf geht.',
  },
  'saddle-line': {
    name: 'Sattellinie',
    meaning:
      'Die Netze, die entstehen, wenn in einem trainierten Netz ein Neuron kopiert und sein Ausgangsgewicht auf beide Kopien verteilt wird. Auf der ganzen Linie ist der Verlust gleich und sein Gefälle null; γ ist der Ort auf ihr.',
  },
  plateau: {
    name: 'Plateausattel',
    meaning:
      'Ein Stück der Sattellinie, von dem keine Richtung geradewegs hinabführt: Der Fluss kommt dort zur Ruhe, obwohl es in der Nähe tiefer liegt.',
  },
  channel: {
    name: 'Kanal',
    meaning:
      'Ein Tal der Verlustlandschaft, das neben einer Sattellinie verläuft und endlos sanft fällt, während die beiden Kopien zusammenrücken und ihre Ausgangsgewichte auseinanderlaufen.',
  },
  floor: {
    name: 'Grund des Kanals',
    meaning: 'Der kleinste Verlust bei jedem ε, über alle anderen Parameter: die Kurve am Boden des Tals.',
  },
  infinity: {
    name: 'Minimum im Unendlichen',
    meaning:
      'Das Ende eines Kanals: Der Verlust fällt auf dem ganzen Weg dorthin und erreicht seinen Endwert erst im Grenzfall unendlicher Ausgangsgewichte, ε = 0.',
  },
  gated: {
    name: 'Gated Linear Unit',
    meaning:
      'Eine lineare Funktion der Eingabe mal ein Tor, das sie für manche Eingaben durchlässt und für andere nicht. Hier ist das Tor σ′(w·x) und die lineare Funktion a Δ·x.',
  },
  limit: {
    name: 'Grenznetz',
    meaning:
      'Das Netz am Ende eines Kanals: An die Stelle des Paars treten ein Neuron c σ(w·x) und eine Gated Linear Unit a (Δ·x) σ′(w·x). Alle seine Parameter sind endlich.',
  },
  flow: {
    name: 'Gradientenfluss',
    meaning: 'Gradientenabstieg mit unendlich kleinen Schritten: die Bahn des steilsten Wegs hinab.',
  },
  descent: {
    name: 'Gradientenabstieg',
    meaning: 'Training in Schritten gegen den Gradienten, jeder so lang wie die Lernrate η mal das Gefälle.',
  },
  curvature: {
    name: 'Krümmung',
    meaning:
      'Wie schnell sich das Gefälle entlang einer Richtung ändert. Die größte Krümmung, λmax, sagt, wie scharf das Tal quer zu seinem Lauf ist.',
  },
  hessian: {
    name: 'Hesse-Matrix',
    meaning:
      'Die Matrix aller zweiten Ableitungen des Verlusts. Ihre Eigenwerte sind die Krümmungen; sind an einem Punkt ohne Gefälle alle positiv, so ist er ein Minimum.',
  },
  edge: {
    name: 'Stabilitätsgrenze',
    meaning:
      'Wo λmax = 2/η ist: In jedem schärferen Tal schießen die Schritte des Gradientenabstiegs über das Ziel hinaus und springen mit wachsendem Ausschlag von Wand zu Wand.',
  },
  jump: {
    name: 'Sprung',
    meaning:
      'Ein Schritt im Kanal: ε wird halbiert, c, a, w und Δ bleiben, und dann setzt sich der Fluss wieder auf den Grund.',
  },
  certificate: {
    name: 'Zertifikat',
    meaning:
      'Zwei endliche Prüfungen, dass ein Kanal in einem Minimum im Unendlichen endet: Das Grenznetz steht in einem strikten Minimum seines eigenen Verlusts, und h > 0.',
  },
  'road-back': {
    name: 'Rückweg',
    meaning:
      'Ein Tal neben der Sattellinie mit h < 0: Es steigt zum Unendlichen hin an, also kehrt der Fluss um.',
  },
  decay: {
    name: 'Weight Decay',
    meaning:
      'Ein Summand λ/2 · |θ|², der zum Verlust hinzukommt und große Gewichte teuer macht (Gewichtszerfall).',
  },
};
