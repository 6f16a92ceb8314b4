/** What can be written of a figure here. */
import type { FigureDefinition } from '#figures/figure';
import type { ExportFormat } from './request';
import { text } from './text';

export interface FormatHere {
  readonly format: ExportFormat;
  readonly available: boolean;
  /** Why not, in a sentence. */
  readonly reason?: string;
  /** What to know of it although it is available, in sentences. */
  readonly note?: string;
}

/**
 * All formats, with the reason where one is not available.
 * @param width of the file in pixels
 */
export async function formatsHere(
  figure: Pick<FigureDefinition, 'animations'>,
  width: number,
  height: number,
): Promise<readonly FormatHere[]> {
  const { motionSupport } = await import('./animation/support');
  const still = (['png', 'svg', 'pdf'] as const).map((format) => ({ format, available: true }));
  const moving = (await motionSupport(width, height)).map(({ format, available, reason, note }) =>
    figure.animations.length === 0
      ? { format, available: false, reason: text.noMotion }
      : {
          format,
          available,
          ...(reason !== undefined && { reason }),
          ...(note !== undefined && { note }),
        },
  );
  const data = (['csv', 'json'] as const).map((format) => ({ format, available: true }));
  return [...still, ...moving, ...data];
}
