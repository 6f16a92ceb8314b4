/**
 * A question that the reader answers before the figure does (src/story/parts/predict/predict-live.ts): by choosing, by drawing a curve or
 * by turning a line. Without JavaScript a choice says at once what there is to say to it, and the answer unfolds.
 */
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import { decodeHash } from '#state/codec';
import { useStory } from '#story/context';
import { useSceneValues } from '#story/parts/scene/scene';
import { Draw, DrawTruth } from './draw';
import { LikelyMistake } from './likely-mistake';
import { Slope, SlopeTruth } from './slope';

/** What stands in a text for `Predict` to read. */
type Part<P> = (props: P) => ReactNode;

interface OptionProps {
  readonly value: string;
  /** The right one. */
  readonly right?: boolean;
  /** What to say to whoever chose it. */
  readonly why: ReactNode;
  readonly children: ReactNode;
}

/** One of the answers; drawn by `Predict`. */
export const Option: Part<OptionProps> = () => null;

/** The explanation, below all options; drawn by `Predict`. */
export const Answer: Part<{ readonly children: ReactNode }> = () => null;

interface PredictProps {
  readonly id: string;
  /** The scene that answers, and what it does then, as in `Do`. */
  readonly at?: string;
  readonly to?: string;
  readonly play?: string;
  readonly seconds?: string;
  readonly children: ReactNode;
}

function ofType<P>(
  children: readonly ReactNode[],
  type: (props: P) => ReactNode,
): readonly ReactElement<P>[] {
  return children.filter((child): child is ReactElement<P> => isValidElement(child) && child.type === type);
}

/** Refuses what the figure cannot do. */
function Checked({ at, to }: { readonly at: string; readonly to: string }): ReactNode {
  const { schema, values } = useSceneValues(at);
  if (decodeHash(schema, to, '', values).notices.length > 0) {
    throw new Error(`${at}: ${to} is no state of it`);
  }
  return null;
}

function Choice({ id, option }: { readonly id: string; readonly option: ReactElement<OptionProps> }) {
  const { words } = useStory();
  const { value, right, why, children } = option.props;
  return (
    <div className="predict-option" data-option={value}>
      <label>
        <input type="radio" name={id} value={value} data-right={right ? '' : undefined} />
        <span>{children}</span>
      </label>
      <p className="predict-why" hidden>
        <b>{right ? words.predict.right : words.predict.wrong}</b> {why}
      </p>
    </div>
  );
}

/** `<Predict id="…" at="pair" to="eps=0">question <Option …/> <Answer>…</Answer></Predict>` */
export function Predict({ id, at, to, play, seconds = '2', children }: PredictProps) {
  const { words } = useStory();
  // Once: each call makes other elements.
  const all = Children.toArray(children);
  const options = ofType<OptionProps>(all, Option);
  const answers = ofType<{ readonly children: ReactNode }>(all, Answer);
  const draws = ofType(all, Draw);
  const slopes = ofType(all, Slope);
  const mistake = ofType(all, LikelyMistake);
  const apart: readonly unknown[] = [...options, ...answers, ...draws, ...slopes, ...mistake];
  if ((options.length > 0 ? 1 : 0) + draws.length + slopes.length !== 1) {
    throw new Error(`the question ${id} needs either options, or one curve, or one slope`);
  }
  if (options.length > 0 && options.filter(({ props }) => props.right).length !== 1) {
    throw new Error(`the question ${id} needs one right option`);
  }
  return (
    // As a dialog's form it is sent nowhere, whatever happens.
    <form
      className="predict"
      method="dialog"
      data-predict={id}
      data-drive-at={at}
      data-to={to}
      data-play={play}
      data-seconds={seconds}
    >
      {at !== undefined && to !== undefined && <Checked at={at} to={to} />}
      <fieldset aria-describedby={`question-${id}`}>
        <legend>
          <span className="box-kind">{words.predict.heading}</span>
        </legend>
        <div className="predict-question" id={`question-${id}`}>
          {all.filter((child) => !apart.includes(child))}
        </div>
        {draws}
        {slopes}
        {options.map((option) => (
          <Choice key={option.props.value} id={id} option={option} />
        ))}
      </fieldset>
      <div className="predict-actions">
        <button type="submit" className="predict-check" data-action="check">
          {words.predict.check}
        </button>
        <button type="button" className="predict-show" data-action="show-answer">
          {words.predict.skip}
        </button>
      </div>
      <p className="predict-said" role="status" />
      <details className="predict-answer">
        <summary>{words.predict.answer}</summary>
        <div className="box-body">
          {draws.map(({ props }) => (
            <DrawTruth key={props.curve} {...props} />
          ))}
          {slopes.map(({ props }) => (
            <SlopeTruth key={props.fact} {...props} />
          ))}
          {answers.map(({ props }) => props.children)}
          {mistake}
        </div>
      </details>
    </form>
  );
}
