/** A slider and a number box for one handle. Nothing here renders while it is dragged. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { FigureStore } from '#state/figure-store';
import { parseNumber, twoReadings } from '#state/number-text';
import type { Schema, Values } from '#state/schema';
import { isLocked, type Level, useFigureSettings, useShown } from './figure-context';
import type { Handle } from './handle';
import { setAttributes, useLive } from './live';
import { strings } from './strings';
import './number-control.css';

interface NumberControlProps<S extends Schema> {
  readonly store: FigureStore<S>;
  readonly handle: Handle<S>;
  /** The symbol, or a few words. */
  readonly children: ReactNode;
  /** CSS colour of the symbol. */
  readonly colour?: string;
  /** What the symbol means, in a few words below it. */
  readonly words?: string;
  /** The main control of its figure: larger, with marks. */
  readonly large?: boolean;
  /** From which choice of controls on it is shown; the main control from `min`. */
  readonly level?: Level;
  readonly marks?: readonly {
    readonly position: number;
    readonly label: ReactNode;
    readonly minor?: boolean;
  }[];
}

/** The slider of a handle, with its box; nothing where the settings leave it out. */
export function NumberControl<S extends Schema>(props: NumberControlProps<S>) {
  const { handle, large = false, level = large ? 'min' : 'full' } = props;
  return useShown(handle.key, level, handle.label) ? <ShownControl {...props} /> : null;
}

/** Why a control cannot be moved now, or undefined. */
function useReason<S extends Schema>(store: FigureStore<S>, handle: Handle<S>) {
  const settings = useFigureSettings();
  return (values: Values<S>) => {
    const position = handle.position(values);
    const keys = Object.keys(handle.moved(position, position, values));
    return isLocked(settings, store, handle.key, keys) ? strings.figure.locked : handle.disabled?.(values);
  };
}

function ShownControl<S extends Schema>(props: NumberControlProps<S>) {
  const { store, handle, children, colour = 'var(--ink)', words, large = false, marks } = props;
  const reasonOf = useReason(store, handle);
  const id = useId();
  const slider = useLive<HTMLInputElement, S>(store, (input, values) => {
    const position = handle.position(values);
    const reason = reasonOf(values);
    input.disabled = reason !== undefined;
    input.title = reason ?? '';
    // The browser rounds to whole positions; keep ours when it already shows this one.
    if (Math.abs(Number(input.value) - position) > 0.5) input.value = String(position);
    const share = `${((100 * position) / handle.last).toFixed(3)}%`;
    input.style.setProperty('--share', share);
    setAttributes(input, { 'aria-valuetext': handle.text(values) });
  });
  /** Where the press or the drag began: which way the dead zone before zero is crossed. */
  const from = useRef(0);

  const onInput = () => {
    const input = slider.current;
    if (!input) return;
    const values = store.values();
    store.change(handle.moved(Number(input.value), from.current, values));
    // A step into the dead zone before zero has been carried on: show where it went.
    input.value = String(Math.round(handle.position(store.values())));
  };
  const before = useRef(store.values());
  const onStart = () => {
    before.current = store.values();
    from.current = Math.round(handle.position(store.values()));
  };
  // The browser took the gesture for scrolling: as if nothing had been.
  const onCancel = () => {
    store.change(before.current);
    if (slider.current) slider.current.value = String(Math.round(handle.position(store.values())));
  };
  // React's onChange is the browser's `input`; the end of a gesture is the browser's `change`.
  useEffect(() => {
    const input = slider.current;
    const commit = () => store.commit();
    input?.addEventListener('change', commit);
    return () => input?.removeEventListener('change', commit);
  }, [store, slider]);

  return (
    <div
      className={large ? 'control control-large' : words ? 'control control-worded' : 'control'}
      style={{ ['--colour' as string]: colour }}
    >
      <label className="control-label" htmlFor={id}>
        <span aria-hidden="true">
          {children}
          {words && <span className="control-words">{words}</span>}
        </span>
        <span className="visually-hidden">{handle.label}</span>
      </label>
      <div className="control-track">
        <input
          id={id}
          ref={slider}
          type="range"
          min={0}
          max={handle.last}
          step={1}
          data-param={handle.key}
          onPointerDown={onStart}
          onPointerCancel={onCancel}
          onKeyDown={onStart}
          onInput={onInput}
        />
        {marks && (
          <div className="control-marks" aria-hidden="true">
            {marks.map(({ position, label, minor }) => (
              <span
                key={position}
                className={minor ? 'mark mark-minor' : 'mark'}
                style={{ ['--at' as string]: position / handle.last }}
              >
                {label}
              </span>
            ))}
          </div>
        )}
      </div>
      <NumberBox store={store} handle={handle} />
    </div>
  );
}

interface NumberBoxProps<S extends Schema> {
  readonly store: FigureStore<S>;
  readonly handle: Handle<S>;
}

/** Why a text is not taken for a number. */
function unreadable(text: string): string {
  const readings = twoReadings(text);
  const said = text.slice(0, 20);
  return readings
    ? strings.number.twoReadings(said, readings.whole, readings.fraction)
    : strings.number.notANumber(said);
}

/**
 * Free text while it is typed; read on Enter or when the box is left, put back on Escape. Text that is no allowed
 * number stays, with a sentence that says what to do, and changes nothing.
 */
function NumberBox<S extends Schema>({ store, handle }: NumberBoxProps<S>) {
  const problemId = useId();
  const reasonOf = useReason(store, handle);
  const [problem, setProblem] = useState<string>();
  const editing = useRef(false);
  const box = useLive<HTMLInputElement, S>(store, (input, values) => {
    input.disabled = reasonOf(values) !== undefined;
    if (editing.current && document.activeElement === input) return;
    // Something else has moved on: an unread text in a box that was left is out of date.
    editing.current = false;
    setProblem(undefined);
    const text = handle.text(values);
    if (input.value !== text) input.value = text;
  });

  const show = () => {
    editing.current = false;
    setProblem(undefined);
    if (box.current) box.current.value = handle.text(store.values());
  };
  const read = () => {
    const input = box.current;
    if (!input || !editing.current) return;
    const number = parseNumber(input.value);
    const typed =
      number === undefined ? { problem: unreadable(input.value) } : handle.typed(number, store.values());
    if ('problem' in typed) {
      setProblem(typed.problem);
      return;
    }
    store.set(typed.patch);
    show();
  };

  return (
    <span className="number-box">
      <span className="number-field">
        <input
          ref={box}
          type="text"
          inputMode="text"
          autoComplete="off"
          spellCheck={false}
          size={7}
          aria-label={strings.number.box(handle.label)}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : problemId}
          data-param-text={handle.key}
          onInput={() => {
            editing.current = true;
          }}
          onBlur={read}
          onKeyDown={(event) => {
            if (event.key === 'Enter') read();
            if (event.key === 'Escape') show();
          }}
        />
        {handle.unit && <span className="number-unit">{handle.unit}</span>}
      </span>
      {problem !== undefined && (
        <span className="number-problem" id={problemId} role="alert" data-problem={handle.key}>
          {problem} {strings.number.unchanged}
        </span>
      )}
    </span>
  );
}
