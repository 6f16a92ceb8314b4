/** Networks of a census as figures show them: trained again, as settings and seed say. */
import { settingsProblem } from '#math/census/settings';
import { createTrainingClient } from '#workers/client';
import type { LandscapeSpec } from '#workers/messages';
import { JobError } from '#workers/problem';
import type { RideRequest } from '#workers/ride-messages';

type Trained = Pick<RideRequest, 'spec' | 'pair'>;

/**
 * The spec with the parameters of its network where that is one of a census; for a channel its pair as well. Rejects with
 * a `JobError`, or with `Cancelled` when the signal aborts.
 */
export async function withTrained(
  spec: LandscapeSpec,
  signal: AbortSignal,
  makeClient = createTrainingClient,
): Promise<Trained> {
  const { target, seed } = spec;
  if (target.kind !== 'census') return { spec };
  const { settings, end } = target;
  if (settingsProblem(settings)) throw new JobError({ code: 'census-settings' });
  const client = makeClient();
  try {
    const { run, theta } = await client.start('census-follow', { settings, seed }, { signal });
    if (run.class !== end) throw new JobError({ code: 'census-end', end });
    const [i, j] = run.groups[0]?.neurons ?? [];
    const isPair = end === 'channel' && i !== undefined && j !== undefined;
    return { spec: { ...spec, theta: [...theta] }, ...(isPair && { pair: [i, j] }) };
  } finally {
    client.dispose();
  }
}

/** Starts a job on the network of a spec: at once, or when one of a census is trained. */
export function startOn<T>(
  spec: LandscapeSpec,
  signal: AbortSignal,
  start: (trained: Trained) => Promise<T>,
): Promise<T> {
  return spec.target.kind === 'census' ? withTrained(spec, signal).then(start) : start({ spec });
}
