/** The dialog that makes files of a figure as it is now. */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { FigureDefinition } from '#figures/figure';
import { Dialog } from '#ui/dialog';
import dialogStyles from '#ui/dialog.module.css';
import { download } from '#ui/download';
import type { FigurePort } from '#ui/figure-context';
import type { ThemeName } from '#ui/theme';
import { errorText } from './error-text';
import styles from './export-dialog.module.css';
import { FormatField, MotionFields, PictureFields } from './export-fields';
import { exportFigure } from './export-figure';
import { type FormatHere, formatsHere } from './formats';
import { figureLink, siteOf } from './link';
import { type ExportForm, firstForm, isData, isMotion, requestOf, type Screen } from './plan';
import { printFigure } from './print';
import type { ExportEstimate, ExportSource } from './request';
import { problemOfSize } from './size';
import { bytesText, text } from './text';
import { usePreview } from './use-preview';

const words = text.dialog;

type Hold = <T>(
  size: { readonly width: number; readonly height: number },
  task: (frame: HTMLElement) => Promise<T>,
) => Promise<T>;

interface ExportDialogProps {
  readonly figure: FigureDefinition;
  readonly port: FigurePort;
  readonly theme: ThemeName;
  /** Shows the figure at a size, out of sight, for the time of a task. */
  readonly hold: Hold;
  readonly onClose: () => void;
}

type Work =
  | { readonly phase: 'idle' }
  | { readonly phase: 'working'; readonly done: number; readonly estimate?: ExportEstimate | undefined }
  | { readonly phase: 'said'; readonly sentence: string; readonly isProblem: boolean };

/** Which formats there are at this size. */
function useFormats(figure: FigureDefinition, width: number, height: number): readonly FormatHere[] {
  const [formats, setFormats] = useState<readonly FormatHere[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void formatsHere(figure, width, height).then((found) => {
      if (isCurrent) setFormats(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [figure, width, height]);
  return formats;
}

/** The dialog. */
export default function ExportDialog({ figure, port, theme, hold, onClose }: ExportDialogProps) {
  const [screen] = useState<Screen>(() => ({
    width: window.innerWidth,
    height: window.innerHeight,
    ratio: window.devicePixelRatio,
  }));
  const [form, setForm] = useState<ExportForm>(() => firstForm(figure, screen));
  const [work, setWork] = useState<Work>({ phase: 'idle' });
  const calling = useRef<AbortController>(undefined);
  const request = requestOf(form);
  const problem = problemOfSize(request);
  const formats = useFormats(figure, form.width, form.height);
  const isWorking = work.phase === 'working';

  // One after the other: the figure can be held at one size only.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const withSource = useCallback(
    <T,>(size: { width: number; height: number }, task: (source: ExportSource) => Promise<T>): Promise<T> => {
      const link = figureLink(port, siteOf(window.location));
      const run = () => hold(size, (frame) => task({ figure, port, theme, frame, link }));
      const result = queue.current.then(run, run);
      queue.current = result.catch(() => undefined);
      return result;
    },
    [figure, port, theme, hold],
  );
  const preview = usePreview(request, withSource, problem === undefined && !isData(form.format));
  // What was begun ends with the dialog.
  useEffect(() => () => calling.current?.abort(), []);

  const close = () => {
    onClose();
    // While it was held the figure had no toolbar: the button that had the focus is another one now.
    const back = () => {
      if (document.activeElement !== document.body) return;
      port.root()?.querySelector<HTMLElement>('[data-action="export"]')?.focus();
    };
    void queue.current.finally(() => requestAnimationFrame(back));
  };
  const change = (patch: Partial<ExportForm>) => {
    setForm((before) => ({ ...before, ...patch }));
    setWork({ phase: 'idle' });
  };
  const start = async () => {
    const controller = new AbortController();
    calling.current = controller;
    setWork({ phase: 'working', done: 0 });
    try {
      const sentence = await withSource(request, async (source) => {
        if (request.format === 'pdf') {
          await printFigure(source, request);
          return words.printed;
        }
        const file = await exportFigure(source, request, {
          signal: controller.signal,
          onProgress: (done, estimate) => setWork({ phase: 'working', done, estimate }),
        });
        controller.signal.throwIfAborted();
        download(file.name, new Blob([file.bytes], { type: file.type }));
        return words.done(file.name, bytesText(file.bytes.length));
      });
      setWork({ phase: 'said', sentence, isProblem: false });
    } catch (error) {
      const { aborted } = controller.signal;
      setWork({ phase: 'said', sentence: aborted ? words.stopped : errorText(error), isProblem: !aborted });
    }
  };
  const isOffered = formats.find(({ format }) => format === form.format)?.available ?? true;
  const layout = [request.width, request.height].map((length) => String(Math.round(length)));

  return (
    <Dialog name="export" title={words.title(figure.title)} onClose={close}>
      <form
        className={styles.root}
        aria-busy={isWorking}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWorking && problem === undefined && isOffered) void start();
        }}
      >
        <FormatField form={form} formats={formats} onChange={change} />
        <div className={styles.right}>
          <PictureFields form={form} screen={screen} onChange={change} />
          <MotionFields form={form} figure={figure} onChange={change} />
          {!isData(form.format) && (
            <>
              <figure className={styles.preview} data-clear={form.background === 'transparent'}>
                <div ref={preview.place} data-field="preview" role="img" aria-label={words.preview} />
                <figcaption>{preview.problem ?? (preview.isDrawing ? words.drawing : '\u00a0')}</figcaption>
              </figure>
              <p className={styles.note}>
                {words.laidOut(layout[0] ?? '', layout[1] ?? '')}{' '}
                {isMotion(form.format) && words.frames(Math.round(form.seconds * form.rate))}{' '}
                {form.format === 'png' &&
                  preview.bytesPerPixel !== undefined &&
                  words.estimate(bytesText(preview.bytesPerPixel * form.width * form.height))}
              </p>
            </>
          )}
          {problem !== undefined && (
            <p className={styles.problem} role="alert">
              {problem}
            </p>
          )}
          <div className={styles.actions}>
            <button
              type="submit"
              className={`${dialogStyles.button} ${dialogStyles.buttonMain}`}
              data-action="export-start"
              disabled={isWorking || problem !== undefined || !isOffered}
            >
              {form.format === 'pdf' ? words.print : words.start}
            </button>
            {isWorking && (
              <button
                type="button"
                className={dialogStyles.button}
                data-action="export-cancel"
                onClick={() => calling.current?.abort()}
              >
                {words.cancel}
              </button>
            )}
            <Said work={work} />
          </div>
        </div>
      </form>
    </Dialog>
  );
}

/** How far it is, and what came of it. */
function Said({ work }: { readonly work: Work }) {
  if (work.phase === 'working') {
    const { done, estimate } = work;
    const parts = [
      done > 0 ? words.percent(done) : words.working,
      estimate && words.left(Math.max(1, Math.round(estimate.secondsLeft))),
      estimate?.bytes !== undefined && words.about(bytesText(estimate.bytes)),
    ].filter(Boolean);
    return (
      <span className={styles.said} data-field="said">
        <progress max={1} {...(done > 0 && { value: done })} aria-label={words.working} />
        {parts.join(', ')}
      </span>
    );
  }
  if (work.phase === 'idle') return null;
  return (
    <span
      className={styles.said}
      role={work.isProblem ? 'alert' : 'status'}
      data-bad={work.isProblem}
      data-field="said"
    >
      {work.sentence}
    </span>
  );
}
