/** Feeds the panels beside the landscape from the session and the store. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { FigureStore } from '#state/figure-store';
import { Select } from '#ui/choice';
import { useShown } from '#ui/figure-context';
import { type Source, sourceFrom } from '#ui/source';
import type { ThemeName } from '#ui/theme';
import { ballState } from './ball';
import type { FunctionState } from './panels/function-maps';
import { FunctionView } from './panels/function-view';
import { ProfilePlot, type ProfileState } from './panels/profile-plot';
import { SpectrumPlot, type SpectrumState } from './panels/spectrum-plot';
import { type LandscapeSchema, type LandscapeValues, landscapeSchema } from './schema';
import type { LandscapeSession, Session } from './session';
import { text } from './text';

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
  const { shape, network, spec, roads } = session;
  if (!shape || !network) return undefined;
  const { targets, neuron } = network;
  const common = { shape, activation: spec.activation, neuron, targets, grid: spec.grid };
  const road = values.show === 'ball' ? undefined : roads[values.show];
  if (road && road.verdict !== 'no-limit') {
    // The limit network itself: epsilon = 0.
    const at = { phi: road.phi, epsilon: 0, copyFirst: road.i !== neuron };
    return { ...common, at, loss: road.lossAtInfinity };
  }
  const ball = ballState(session, values);
  return ball?.theta && { ...common, at: { theta: ball.theta }, loss: ball.loss };
}

function spectrumState(session: Session, values: LandscapeValues): SpectrumState | undefined {
  const { spectrum } = session;
  if (!spectrum) return undefined;
  const { gammas, size, eigenvalues } = spectrum;
  return { gammas, size, eigenvalues, gamma: ballState(session, values)?.gamma ?? values.gamma };
}

/** Gammas whose profiles are drawn; all are rows of the plane slice. */
const PROFILE_GAMMAS = [1.1, 1.5, 2, 3, 10, 100] as const;

function profileState(session: Session, values: LandscapeValues): ProfileState | undefined {
  const { plane } = session;
  if (!plane) return undefined;
  const width = plane.alphas.length;
  const profiles = PROFILE_GAMMAS.flatMap((gamma) => {
    const row = plane.gammas.indexOf(gamma);
    if (row < 0) return [];
    return [{ gamma, x: plane.alphas, losses: plane.losses.subarray(row * width, (row + 1) * width) }];
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
  // A network of the census has learnt points that are on no grid, and may have more inputs than a map has axes.
  const isOnGrid = useStore(session.api, ({ spec }) => spec.target.kind !== 'census');
  const functions = useShown('function', 'full', text.parts.function) && isOnGrid;
  const spectrum = useShown('spectrum', 'full', text.parts.spectrum);
  const profiles = useShown('profiles', 'full', text.parts.profiles);
  return (
    <div className="landscape-panels" data-known={known}>
      {functions && (
        <div className="landscape-function">
          <Select store={store} param="show" label={text.show.label} options={landscapeSchema.show.options} />
          <FunctionView source={sources.functions} theme={theme} />
        </div>
      )}
      {(spectrum || profiles) && (
        <div className="landscape-plots">
          {spectrum && <SpectrumPlot source={sources.spectrum} />}
          {profiles && <ProfilePlot source={sources.profiles} />}
        </div>
      )}
    </div>
  );
}
