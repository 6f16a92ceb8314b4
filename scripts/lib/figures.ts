/** The registry of figures for commands, which run in Node without Vite. */
import './worker-addresses';

export const { figures } = await import('../../src/figures/registry');
