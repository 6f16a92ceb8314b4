/** One picture of a figure: what it shows, how it is laid out, and what it is called. */
import type { ExportFormat, ExportRequest } from '#export/request';
import type { FigureDefinition } from '#figures/figure';
import type { ProfileChoice } from '#state/query';
import type { ThemeName } from '#ui/theme';

/** What the command knows of a figure. */
export type KnownFigure = Pick<FigureDefinition, 'id' | 'title' | 'schema' | 'presets' | 'animations'>;

export interface PictureSpec {
  readonly figure: string;
  readonly preset: string | undefined;
  /** What differs from the preset, as it stands in a link: empty or `#v=1&...`. */
  readonly state: string;
  readonly theme: ThemeName;
  readonly profile: ProfileChoice;
  /** Names of parts that are left out. */
  readonly hide: readonly string[];
  readonly request: ExportRequest;
}

const motionFormats = ['mp4', 'webm', 'gif', 'frames'] as const;
const dataFormats = ['csv', 'json'] as const;
export const formats: readonly ExportFormat[] = ['png', 'svg', 'pdf', ...motionFormats, ...dataFormats];

/** Whether a format moves. */
export function isMotion(format: ExportFormat): boolean {
  return motionFormats.some((one) => one === format);
}

/** Whether a format is numbers, not a picture. */
export function isData(format: ExportFormat): boolean {
  return dataFormats.some((one) => one === format);
}

/** The query of the still that shows it, with its hash; to be put behind the site's address. */
export function stillAddress({ figure, preset, state, theme, profile, hide, request }: PictureSpec): string {
  const query = new URLSearchParams({ still: '1', figure });
  if (preset !== undefined) query.set('preset', preset);
  query.set('theme', theme);
  if (request.background !== 'paper') query.set('bg', request.background.replace('#', ''));
  if (profile !== 'screen') query.set('profile', profile);
  if (hide.length > 0) query.set('hide', hide.join(','));
  return `?${query}${state}`;
}

/** The query and hash of the page where a reader finds what the picture shows. */
export function readersAddress({
  figure,
  preset,
  state,
}: Pick<PictureSpec, 'figure' | 'preset' | 'state'>): string {
  const query = new URLSearchParams({ figure });
  if (preset !== undefined) query.set('preset', preset);
  return `?${query}${state}`;
}

/** A file name for it, without folder: `pair-softplus-glu-light.png`. */
export function fileName({ figure, preset, theme, request: { format, motion } }: PictureSpec): string {
  const parts = [figure, preset, motion?.animation, isData(format) ? undefined : theme];
  // Single frames come packed.
  return `${parts.filter((part) => part !== undefined).join('-')}.${format === 'frames' ? 'zip' : format}`;
}
