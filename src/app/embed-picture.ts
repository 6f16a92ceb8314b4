/** Answers the request `screenshot` of a host page. */

import type { ExportedFile, ExportRequest } from '#export/request';
import type { FigureDefinition } from '#figures/figure';
import type { ScreenshotPayload } from '#host/protocol';
import type { FigurePort } from '#ui/figure-context';
import { strings } from '#ui/strings';
import type { ThemeName } from '#ui/theme';
import type { HoldStill } from './mounted-figure';

/**
 * Renders the figure at the size that is asked for, or at its own, and makes a file of it. The export code is loaded with
 * the first request. Rejects with a sentence.
 */
export async function embedPicture(
  asked: ScreenshotPayload,
  figure: FigureDefinition,
  port: FigurePort,
  theme: ThemeName,
  hold: HoldStill | null,
): Promise<ExportedFile> {
  const root = port.root();
  if (!hold || !root) throw new Error(strings.site.crashed);
  const [{ exportFigure }, { figureLink, siteOf }] = await Promise.all([
    import('#export/export-figure'),
    import('#export/link'),
  ]);
  const own = root.getBoundingClientRect();
  const request: ExportRequest = {
    format: asked.format ?? 'png',
    width: asked.width ?? Math.round(own.width),
    height: asked.height ?? Math.round(own.height),
    scale: asked.scale ?? 1,
    background: (asked.background ?? 'paper') as ExportRequest['background'],
  };
  const link = figureLink(port, siteOf(window.location));
  return hold(request, (frame) => exportFigure({ figure, port, frame, theme, link }, request));
}
