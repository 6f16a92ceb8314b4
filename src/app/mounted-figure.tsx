/** A figure of the registry on the page: its store, its code loaded when needed, and a word when something fails. */
import { Component, lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { FigureDefinition } from '#figures/figure';
import type { FigureStore } from '#state/figure-store';
import type { Schema } from '#state/schema';
import { strings } from '#ui/strings';
import type { ThemeName } from '#ui/theme';

interface MountedFigureProps {
  readonly figure: FigureDefinition;
  readonly store: FigureStore<Schema>;
  readonly theme: ThemeName;
  readonly prefix: string;
}

/** Shows a figure; keeps its place while the code loads. */
export function MountedFigure({ figure, store, theme, prefix }: MountedFigureProps) {
  const View = useMemo(() => lazy(() => figure.load()), [figure]);
  return (
    <Guard id={figure.id}>
      <Suspense fallback={<FigureWait />}>
        <View store={store} theme={theme} prefix={prefix} />
      </Suspense>
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
