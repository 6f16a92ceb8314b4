/** The card in place of a figure or preset with an unknown name, with links to the known ones. */
import './problem-card.css';

interface ProblemCardProps {
  /** Error code for tests and host pages. */
  readonly problem: string;
  readonly sentence: string;
  readonly known: readonly string[];
  /** The address for a known name. */
  readonly linkTo: (name: string) => string;
}

/** The card. */
export function ProblemCard({ problem, sentence, known, linkTo }: ProblemCardProps) {
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
