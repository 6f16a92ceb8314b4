/**
 * A figure on the page: loads its code, provides its settings, opens its tools (share, export), and shows a sentence after
 * a crash. For a picture it can be rendered without controls at any size, out of view (`HoldStill`).
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
import './mounted-figure.css';
import '#ui/axes.css';
import '#ui/button.css';
import '#ui/fields.css';
import '#ui/readout.css';
import '#ui/choice.css';

/** CSS pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Renders the figure without controls at a size, out of view, waits until it has settled, and runs the task on its element.
 * Rejects with a sentence when the figure does not settle.
 */
export type HoldStill = <T>(size: FrameSize, task: (frame: HTMLElement) => Promise<T>) => Promise<T>;

/** Props of a tool's dialog. */
export interface ToolProps {
  readonly figure: FigureDefinition;
  readonly port: FigurePort;
  readonly theme: ThemeName;
  readonly hold: HoldStill;
  /** Opens another tool in its place. */
  readonly onOpen: (tool: Tool) => void;
  readonly onClose: () => void;
}

interface MountedFigureProps {
  readonly figure: FigureDefinition;
  readonly store: FigureStore<Schema>;
  readonly theme: ThemeName;
  readonly prefix: string;
  readonly settings: FigureSettings;
  /** Dialogs that can be opened for it. */
  readonly tools?: Partial<Readonly<Record<Tool, React.ComponentType<ToolProps>>>>;
  /** Receives `HoldStill`. */
  readonly holdRef?: Ref<HoldStill>;
}

/** The figure, with a placeholder while its code loads. */
export function MountedFigure(props: MountedFigureProps) {
  const { figure, store, theme, prefix, settings, tools = {}, holdRef } = props;
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
            {...{ figure, theme, hold }}
            port={open.port}
            onOpen={(tool) => setOpen({ tool, port: open.port })}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </Guard>
  );
}

/** The placeholder. */
export function FigureWait() {
  return (
    <div className="figure-wait" role="status">
      {strings.site.loading}
    </div>
  );
}

/** Error boundary: shows a sentence in place of a figure that threw. */
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
