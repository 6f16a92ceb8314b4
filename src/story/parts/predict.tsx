/**
 * A question that the reader answers before the figure does (src/story/live/predict.ts). Without JavaScript it is a question
 * with choices and an answer that unfolds.
 */
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import { useStory } from '#story/context';

interface OptionProps {
  readonly value: string;
  /** The right one. */
  readonly right?: boolean;
  /** What to say to whoever chose it. */
  readonly why: string;
  readonly children: ReactNode;
}

/** One of the answers; drawn by `Predict`. */
export function Option(_: OptionProps): ReactNode {
  return null;
}

/** The explanation, below all options; drawn by `Predict`. */
export function Answer(_: { readonly children: ReactNode }): ReactNode {
  return null;
}

interface PredictProps {
  readonly id: string;
  /** The scene that answers, and what it does then, as in `Do`. */
  readonly at?: string;
  readonly to?: string;
  readonly play?: string;
  readonly seconds?: string;
  readonly children: ReactNode;
}

function childrenOf<P>(children: ReactNode, type: (props: P) => ReactNode): readonly ReactElement<P>[] {
  return Children.toArray(children).filter(
    (child): child is ReactElement<P> => isValidElement(child) && child.type === type,
  );
}

/** `<Predict id="…" at="pair" to="eps=0">question <Option …/> <Answer>…</Answer></Predict>` */
export function Predict({ id, at, to, play, seconds = '2', children }: PredictProps) {
  const { words } = useStory();
  const options = childrenOf<OptionProps>(children, Option);
  const answers = childrenOf<{ readonly children: ReactNode }>(children, Answer);
  const question = Children.toArray(children).filter(
    (child) => !options.includes(child as ReactElement<OptionProps>) && !answers.includes(child as never),
  );
  return (
    <form
      className="predict"
      data-predict={id}
      data-drive-at={at}
      data-to={to}
      data-play={play}
      data-seconds={seconds}
    >
      <fieldset>
        <legend>
          <span className="box-kind">{words.predict.heading}</span>
        </legend>
        <div className="predict-question">{question}</div>
        {options.map(({ props: { value, right, why, children: label } }) => (
          <div key={value} className="predict-option">
            <label>
              <input type="radio" name={id} value={value} data-right={right ? '' : undefined} />
              <span>{label}</span>
            </label>
            <p className="predict-why" hidden>
              {why}
            </p>
          </div>
        ))}
      </fieldset>
      <details className="predict-answer">
        <summary>{words.predict.answer}</summary>
        <div className="box-body">{answers.map(({ props }) => props.children)}</div>
      </details>
    </form>
  );
}
