/**
 * A figure on the page: its settings, its code loaded when needed, the tools that can be opened for it, and a word when
 * something fails. For a moment it can be held still at any size, so that a picture of it can be taken.
 */
import {
  Component,
  lazy,
  type ReactNode,
  type Ref,
  Suspense,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { FigureDefinition } from '#figures/figure';
import type { FigureStore } from '#state/figure-store';
import type { Schema } from '#state/schema';
import { type FigurePort, type FigureSettings, FigureSettingsContext, type Tool } from '#ui/figure-context';
import { whenSettled } from '#ui/settle';
import { strings } from '#ui/strings';
import type { ThemeName } from '#ui/theme';

/** Pixels of the page. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Shows the figure without controls at a size, out of sight, waits until it stands still, and runs the task on its frame.
 * Rejects with a sentence when the figure does not come to rest.
 */
export type HoldStill = <T>(size: FrameSize, task: (frame: HTMLElement) => Promise<T>) => Promise<T>;

/** What a tool of a figure is given. */
export interface ToolProps {
  readonly figure: FigureDefinition;
  readonly port: FigurePort;
  readonly theme: ThemeName;
  readonly hold: HoldStill;
  readonly onClose: () => void;
}

interface MountedFigureProps {
  readonly figure: FigureDefinition;
  readonly store: FigureStore<Schema>;
  readonly theme: ThemeName;
  readonly prefix: string;
  readonly settings: FigureSettings;
  /** What can be opened for it, by what button. */
  readonly tools?: Partial<Readonly<Record<Tool, React.ComponentType<ToolProps>>>>;
  /** Given what holds the figure still. */
  readonly holdRef?: Ref<HoldStill>;
}

/** Shows a figure; keeps its place while the code loads. */
export function MountedFigure({
  figure,
  store,
  theme,
  prefix,
  settings,
  tools = {},
  holdRef,
}: MountedFigureProps) {
  const View = useMemo(() => lazy(() => figure.load()), [figure]);
  const place = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<FrameSize & { readonly room: number }>();
  const [open, setOpen] = useState<{ readonly tool: Tool; readonly port: FigurePort }>();
  const hold = useCallback<HoldStill>(async ({ width, height }, task) => {
    const element = place.current;
    if (!element) throw new Error(strings.site.crashed);
    flushSync(() => setHeld({ width, height, room: element.getBoundingClientRect().height }));
    try {
      const state = await whenSettled(element);
      if (state.phase === 'failed') throw new Error(strings.still[state.reason]);
      return await task(element);
    } finally {
      flushSync(() => setHeld(undefined));
    }
  }, []);
  useImperativeHandle(holdRef, () => hold, [hold]);
  const shown = useMemo<FigureSettings>(() => {
    const opened = (tool: Tool) => tools[tool] && ((port: FigurePort) => setOpen({ tool, port }));
    const [share, exporting] = [opened('share'), opened('export')];
    const offered = { ...(share && { share }), ...(exporting && { export: exporting }) };
    if (!held) return { ...settings, tools: offered };
    return { ...settings, composition: 'still', controls: 'none', gesture: 'none' };
  }, [settings, held, tools]);
  const Opened = open && tools[open.tool];
  const style = held && {
    position: 'fixed' as const,
    left: -100_000,
    top: 0,
    width: held.width,
    height: held.height,
  };
  return (
    <Guard id={figure.id}>
      <div style={held && { minHeight: held.room }} className="figure-room">
        <div
          ref={place}
          className="figure-frame"
          data-composition={shown.composition}
          data-controls={shown.controls}
          data-profile={shown.profile}
          style={style}
        >
          <FigureSettingsContext value={shown}>
            <Suspense fallback={<FigureWait />}>
              <View store={store} theme={theme} prefix={prefix} />
            </Suspense>
          </FigureSettingsContext>
        </div>
      </div>
      {Opened && open && (
        <Suspense fallback={null}>
          <Opened
            figure={figure}
            port={open.port}
            theme={theme}
            hold={hold}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </Guard>
  );
}

/** The place of a figure that is not there yet. */
export function FigureWait() {
  return (
    <div className="figure-wait" role="status">
      {strings.site.loading}
    </div>
  );
}

/** Turns a crash into a sentence. */
class Guard extends Component<
  { readonly id: string; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="figure-wait" role="alert" data-figure={this.props.id} data-error="crashed">
        {strings.site.crashed}
      </div>
    );
  }
}
