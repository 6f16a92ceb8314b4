/** Makes a file of what a page shows, by the page's own hook (src/export/still-hook.ts). */
import { outputSize } from '#export/size';
import type { StillFile, StillHook, StillRequest } from '#export/still-hook';
import { exitCodes, Trouble } from './exit';
import { withoutDates } from './pdf';
import { isData, moves, type Shot } from './shot';
import type { TakenPicture } from './studio';
import type { Tab } from './tab';

/** What the hook made, or why it did not. */
type Answer = { readonly file: StillFile } | { readonly problem: string };

/** Runs in the page: has a file made; what goes wrong comes back as a sentence, without a stack. */
async function askForFile({ request, isFilm }: { request: StillRequest; isFilm: boolean }): Promise<Answer> {
  const { minima } = window as unknown as { readonly minima: StillHook };
  try {
    // Whether a browser encodes films it says only after some loading; the rest every browser writes.
    const known = isFilm ? await minima.formats(request.scale) : [];
    const reason = known.find(({ format, available }) => format === request.format && !available)?.reason;
    return reason === undefined ? { file: await minima.export(request) } : { problem: reason };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Runs in the page: lays the figure out for the printer. */
async function askForSheet(request: StillRequest): Promise<{ readonly problem?: string }> {
  const { minima } = window as unknown as { readonly minima: StillHook };
  try {
    await minima.print(request);
    return {};
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

async function printed(tab: Tab, request: StillRequest): Promise<Uint8Array> {
  const { problem } = await tab.run(askForSheet, request);
  if (problem !== undefined) throw new Trouble(exitCodes.figureFailed, problem);
  return withoutDates(await tab.print());
}

async function exported(tab: Tab, request: StillRequest): Promise<Uint8Array> {
  const answer = await tab.run(askForFile, { request, isFilm: moves(request.format) });
  if ('problem' in answer) throw new Trouble(exitCodes.figureFailed, answer.problem);
  return Buffer.from(answer.file.base64, 'base64');
}

/**
 * Makes a file of a still that has come to rest.
 *
 * @param site where the site is published, for the link in the file
 * @throws Trouble with the reason when it cannot be made.
 */
export async function develop(tab: Tab, shot: Shot, site: string | undefined): Promise<TakenPicture> {
  const request: StillRequest = { ...shot.request, ...(site !== undefined && { site }) };
  const { format, width, height, motion } = request;
  if (format === 'pdf') return { bytes: await printed(tab, request), pixels: { width, height } };
  const bytes = await exported(tab, request);
  if (isData(format)) return { bytes };
  const pixels = format === 'svg' ? { width, height } : outputSize(request);
  if (!moves(format) || motion === undefined) return { bytes, pixels };
  return { bytes, pixels, frames: Math.round(motion.seconds * motion.framesPerSecond) };
}
