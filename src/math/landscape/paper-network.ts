import type { ActivationId } from '#math/activation/activation';

/**
 * The network of three neurons whose saddle line the paper's Figure 4 shows, with biases, on log-Rosenbrock:
 * its minimum of loss 0.0548126. Parameters as in network.ts (input weights neuron by neuron, output weights,
 * output bias), from the project's reference values (tests/fixtures/landscape.json, minimum).
 */
export const paperNetwork: {
  readonly width: number;
  readonly theta: readonly number[];
  readonly activation: ActivationId;
  /** Points a side of the grid of inputs. */
  readonly grid: number;
} = {
  width: 3,
  theta: [
    -1.311296110867808, 0.573631504817467, 0.45527413856503507, 4.778312643033473, 8.506634527607856,
    -4.883154235604966, -0.9385406691639431, 0.5771139980103107, 0.5918660713708905, 5.913543311574909,
    0.16811005764676304, -6.9751105252409955, 1.98934859868206,
  ],
  activation: 'g',
  grid: 32,
};
