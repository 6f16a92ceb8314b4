/** Property tests draw the same cases every time; `FC_SEED=7 npm run test:unit` draws others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20251116) });
