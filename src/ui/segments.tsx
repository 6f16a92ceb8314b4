/** A choice of one among a few options side by side: a fieldset of radio buttons. */
import { type ReactNode, useId } from 'react';
import './choice.css';

interface SegmentsProps<Id extends string> {
  readonly legend: string;
  /** Whether the legend is for screen readers only. */
  readonly quiet?: boolean;
  readonly options: readonly { readonly id: Id; readonly label: ReactNode; readonly param?: string }[];
  readonly chosen: Id;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
  readonly onChoose: (id: Id) => void;
}

/** The radio buttons. */
export function Segments<Id extends string>(props: SegmentsProps<Id>) {
  const { legend, quiet = false, options, chosen, disabled, className, onChoose } = props;
  const name = useId();
  return (
    <fieldset className={className} disabled={disabled}>
      <legend className={quiet ? 'visually-hidden' : undefined}>{legend}</legend>
      <div className="segments">
        {options.map(({ id, label, param }) => (
          <label key={id} className={id === chosen ? 'segment segment-chosen' : 'segment'}>
            <input
              className="visually-hidden"
              type="radio"
              name={name}
              value={id}
              checked={id === chosen}
              data-param={param}
              onChange={() => onChoose(id)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
