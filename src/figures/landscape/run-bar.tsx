/** What makes the ball of the figure `landscape` roll: its start, its optimizer, and the replay of a run. */
import { useStore } from 'zustand';
import { ALPHA } from '#landscape/slice-mesh';
import type { FigureStore } from '#state/figure-store';
import { Select } from '#ui/choice';
import { isLocked, Part, useFigureSettings, useShown } from '#ui/figure-context';
import { type Handle, numberHandle, parameterHandle } from '#ui/handle';
import { NumberControl } from '#ui/number-control';
import { Sym } from '#ui/symbol';
import { type LandscapeSchema, landscapeSchema } from './schema';
import type { LandscapeSession } from './session';
import { text } from './text';
import './run-bar.css';

type LandscapeHandle = Handle<LandscapeSchema>;

const gammaHandle = parameterHandle(landscapeSchema, 'gamma', 'γ');
const alongHandle = parameterHandle(landscapeSchema, 'along', 's');
/** On the plane slice the same in units of alpha. */
const alphaHandle: LandscapeHandle = numberHandle({
  key: 'along',
  name: 'α',
  parameter: {
    ...landscapeSchema.along,
    min: -ALPHA,
    max: ALPHA,
    scale: { type: 'linear', step: ALPHA / 100 },
  },
  read: (values) => values.along * ALPHA,
  write: (alpha) => ({ along: alpha / ALPHA }),
});
const rateHandle = parameterHandle(landscapeSchema, 'rate', 'η');
const timeHandle = parameterHandle(landscapeSchema, 'time', text.names.time);

interface RunBarProps {
  readonly store: FigureStore<LandscapeSchema>;
  readonly session: LandscapeSession;
  /** The ball is to roll. */
  readonly onDrop: () => void;
}

/** The row of controls under the picture. */
export function RunBar({ store, session, onDrop }: RunBarProps) {
  const running = useStore(session.api, (state) => state.running);
  const computable = useStore(session.api, (state) => state.columns.length > 1 || state.plane !== undefined);
  const clean = useStore(session.api, ({ runs, swarm }) => runs.length === 0 && swarm === undefined);
  const trouble = useStore(session.api, (state) => state.trouble);
  const plane = useStore(store.api, ({ values }) => values.slice === 'plane');
  const stepwise = useStore(store.api, ({ values }) => values.opt !== 'flow');
  const settings = useFigureSettings();
  const droppable = useShown('drop', 'min', text.drop);
  return (
    <div className="run-bar">
      {droppable && (
        <button
          type="button"
          className="button main-button"
          data-action={running ? 'stop' : 'drop'}
          disabled={!computable || isLocked(settings, store, 'drop', [])}
          onClick={() => (running ? session.stop() : onDrop())}
        >
          {running ? text.stop : text.drop}
        </button>
      )}
      <Select store={store} param="opt" label={text.opt.label} options={landscapeSchema.opt.options} />
      <NumberControl store={store} handle={gammaHandle} words={text.words.gamma}>
        <Sym name="gamma" />
      </NumberControl>
      <NumberControl
        key={plane ? 'alpha' : 's'}
        store={store}
        handle={plane ? alphaHandle : alongHandle}
        words={text.words.along}
      >
        <Sym name={plane ? 'alpha' : 's'} />
      </NumberControl>
      {stepwise && (
        <NumberControl store={store} handle={rateHandle} words={text.words.rate}>
          <Sym name="eta" />
        </NumberControl>
      )}
      <NumberControl
        store={store}
        handle={timeHandle}
        words={text.words.time}
        colour="var(--epsilon)"
        level="min"
      >
        <Sym name="t" />
      </NumberControl>
      <Part name="clear" label={text.parts.clear}>
        <button
          type="button"
          className="button"
          data-action="clear"
          disabled={clean}
          onClick={() => {
            session.clear();
            store.set({ toss: 0 });
          }}
        >
          {text.clear}
        </button>
      </Part>
      <p className="run-trouble" role="status" data-readout="trouble">
        {trouble}
      </p>
    </div>
  );
}
