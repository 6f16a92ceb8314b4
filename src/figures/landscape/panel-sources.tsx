/** Feeds the panels beside the landscape from the session and the store. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import { type Source, sourceFrom } from '#ui/source';
import type { ThemeName } from '#ui/theme';
import { ballState } from './ball';
import type { FunctionState } from './panels/function-maps';
import { FunctionView } from './panels/function-view';
import { ProfilePlot, type ProfileState } from './panels/profile-plot';
import { SpectrumPlot, type SpectrumState } from './panels/spectrum-plot';
import type { LandscapeSchema, LandscapeValues } from './schema';
import type { LandscapeSession, Session } from './session';

interface PanelsProps {
  readonly store: FigureStore<LandscapeSchema>;
  readonly session: LandscapeSession;
  readonly theme: ThemeName;
}

/** A source over both stores. */
function bothSource<T>(
  store: FigureStore<LandscapeSchema>,
  session: LandscapeSession,
  make: (session: Session, values: LandscapeValues) => T | undefined,
): Source<T> {
  return sourceFrom([store.api, session.api], () => make(session.api.getState(), store.values()));
}

function functionState(session: Session, values: LandscapeValues): FunctionState | undefined {
  const { shape, network, spec } = session;
  const ball = ballState(session, values);
  if (!shape || !network || !ball?.theta) return undefined;
  return {
    shape,
    activation: spec.activation,
    neuron: network.neuron,
    at: { theta: ball.theta },
    loss: ball.loss,
    targets: network.targets,
    grid: spec.grid,
  };
}

function spectrumState(session: Session, values: LandscapeValues): SpectrumState | undefined {
  const { spectrum } = session;
  if (!spectrum) return undefined;
  const { gammas, size, eigenvalues } = spectrum;
  return { gammas, size, eigenvalues, gamma: ballState(session, values)?.gamma ?? values.gamma };
}

/** Gammas whose profiles are drawn. */
const PROFILE_GAMMAS = [1.1, 1.5, 2, 3] as const;

function profileState(session: Session, values: LandscapeValues): ProfileState | undefined {
  const { plane } = session;
  if (!plane) return undefined;
  const profiles = PROFILE_GAMMAS.flatMap((wanted) => {
    let best = 0;
    for (let k = 1; k < plane.gammas.length; k++) {
      if (Math.abs((plane.gammas[k] as number) - wanted) < Math.abs((plane.gammas[best] as number) - wanted))
        best = k;
    }
    const gamma = plane.gammas[best];
    if (gamma === undefined || Math.abs(gamma - wanted) > 0.2) return [];
    const width = plane.alphas.length;
    return [{ gamma, x: plane.alphas, losses: plane.losses.subarray(best * width, (best + 1) * width) }];
  });
  return profiles.length === 0
    ? undefined
    : { profiles, gamma: ballState(session, values)?.gamma ?? values.gamma };
}

/** The function the network computes at the ball, the spectrum along the saddle line, and profiles across it. */
export function Panels({ store, session, theme }: PanelsProps) {
  const sources = useMemo(
    () => ({
      functions: bothSource(store, session, functionState),
      spectrum: bothSource(store, session, spectrumState),
      profiles: bothSource(store, session, profileState),
    }),
    [store, session],
  );
  const known = useStore(session.api, (state) => state.network !== undefined);
  return (
    <div className="landscape-panels" data-known={known}>
      <FunctionView source={sources.functions} theme={theme} />
      <div className="landscape-plots">
        <SpectrumPlot source={sources.spectrum} />
        <ProfilePlot source={sources.profiles} />
      </div>
    </div>
  );
}
