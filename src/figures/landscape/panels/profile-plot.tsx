/** Loss across the saddle line, one curve for each of several gamma. */
import type { PlotSpec } from '#plot/frame';
import { line } from '#plot/line';
import { Plot } from '#plot/plot';
import { points } from '#plot/points';
import { linear } from '#plot/scale';
import { numberText, readableText } from '#state/number-text';
import { writeWords } from '#ui/live';
import { type Source, useSource } from '#ui/source';
import { crestOf, curveEnd, nearestProfile, type Profile, profileRange } from './profile-axes';
import { text } from './text';
import './panel.css';

export interface ProfileState {
  readonly profiles: readonly Profile[];
  /** The current one; the nearest profile is emphasised. */
  readonly gamma: number;
}

export interface ProfilePlotProps {
  readonly source: Source<ProfileState>;
  /** What x is: alpha of the plane slice, or arc length of the descent slice. */
  readonly along?: 'alpha' | 'arc';
}

const HEIGHT = 300;

/** How far the loss falls, with as many digits as it takes to see it. */
function describe({ profiles, gamma }: ProfileState): string {
  const profile = profiles[nearestProfile(profiles, gamma)];
  if (!profile) return '';
  const crest = crestOf(profile);
  const low = profile.losses.reduce((best, value) => Math.min(best, value), Infinity);
  const shown = readableText(profile.gamma);
  for (let digits = 4; digits <= 9 && low < crest; digits++) {
    const [from, to] = [readableText(crest, digits), readableText(low, digits)];
    if (from !== to) return text.profile.falls(shown, from, to);
  }
  return text.profile.rises(shown, readableText(crest, 4));
}

/** The plot. */
export function profilePlot({ profiles, gamma }: ProfileState, along: 'alpha' | 'arc'): PlotSpec {
  const range = profileRange(profiles);
  const now = nearestProfile(profiles, gamma);
  const current = profiles[now];
  // The current one last, over the others; its name first.
  const order = profiles.toSorted((p, q) => Math.abs(q.gamma - gamma) - Math.abs(p.gamma - gamma));
  const curve = ({ x, losses }: Profile) => Array.from(x, (at, k) => [at, losses[k] as number] as const);
  const crest = current && { x: 0, y: crestOf(current), colour: 'saddleLine' as const };
  const shows = crest && range.x[0] <= 0 && range.x[1] >= 0;
  const ends = order.toReversed().map((profile) => {
    const { x, loss, cut } = curveEnd(profile, range.loss[1]);
    const isCurrent = profile === current;
    return {
      x,
      y: loss,
      text: `{gamma} = ${numberText(Number(profile.gamma.toPrecision(3)))}`,
      side: cut ? ('above' as const) : ('right' as const),
      isStrong: isCurrent,
      colour: isCurrent ? ('ink' as const) : ('quiet' as const),
    };
  });
  return {
    x: linear(range.x, { title: text.profile.axis[along] }),
    y: linear(range.loss, { title: text.profile.loss }),
    namesRoom: 62,
    marks: [
      ...order.map((profile) =>
        line(curve(profile), profile === current ? { width: 2.75 } : { colour: 'axis', width: 1.2 }),
      ),
      ...(shows ? [points([{ ...crest, radius: 5, name: 'crest' }])] : []),
    ],
    labels: [...(shows ? [{ ...crest, text: text.profile.crest, side: 'above' as const }] : []), ...ends],
  };
}

function write(section: Element, state: ProfileState | undefined): void {
  const isShown = state !== undefined && state.profiles.length > 0;
  section.setAttribute('data-state', isShown ? 'shown' : 'waiting');
  const sentence = section.querySelector<HTMLElement>('[data-readout="profile-words"]');
  if (sentence && isShown) writeWords(sentence, describe(state));
}

/** The loss profiles. */
export function ProfilePlot({ source, along = 'alpha' }: ProfilePlotProps) {
  const { title, subtitle } = text.profile;
  const root = useSource<HTMLElement, ProfileState>(source, write);
  return (
    <section className="land-panel" aria-label={title} ref={root} data-state="waiting">
      <header className="panel-header">
        <h3>{title}</h3>
        <p>{subtitle[along]}</p>
      </header>
      <p className="land-sentence" data-readout="profile-words" />
      <Plot
        source={source}
        spec={(state) => profilePlot(state, along)}
        height={HEIGHT}
        label={(state) => (state ? `${title}. ${describe(state)}` : title)}
      />
    </section>
  );
}
