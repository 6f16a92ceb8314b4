/** A small card in place of a figure that cannot be shown: what was asked for, and what there is. */
interface CardProps {
  /** What kind of name was not known, for tests and hosts. */
  readonly problem: string;
  readonly sentence: string;
  readonly known: readonly string[];
  /** The address of each of the known. */
  readonly linkTo: (name: string) => string;
}

/** The card. */
export function Card({ problem, sentence, known, linkTo }: CardProps) {
  return (
    <div className="problem-card" role="alert" data-error={problem}>
      <p>{sentence}</p>
      <ul>
        {known.map((name) => (
          <li key={name}>
            <a href={linkTo(name)}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
