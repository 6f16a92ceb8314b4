/** What stands beside or over the figure at times: notes, messages, a blank screen, the keys. */
import { useEffect } from 'react';
import { Dialog } from '#ui/dialog';
import type { TalkState } from './talk-state';
import { text } from './text';

/** What the speaker wanted to say here; it takes its own room below the figure. */
export function Notes({ note }: { readonly note: string }) {
  return (
    <aside className="talk-notes" aria-label={text.notes} data-readout="step-note">
      {note === '' ? text.noNote : note}
    </aside>
  );
}

/** Milliseconds that a word about something done stays. */
const SAID_TIME = 4000;

interface SaidProps {
  readonly said: NonNullable<TalkState['said']>;
  readonly onHush: () => void;
}

/** What was wrong, until it is dismissed; what was done, for a moment. */
export function Said({ said, onHush }: SaidProps) {
  const isProblem = said.kind === 'problem';
  useEffect(() => {
    if (isProblem) return;
    const timer = window.setTimeout(onHush, SAID_TIME);
    return () => window.clearTimeout(timer);
  }, [isProblem, onHush]);
  return (
    <div className="talk-said" role={isProblem ? 'alert' : 'status'} data-said={said.kind}>
      {said.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {isProblem && (
        <button type="button" className="talk-word" data-action="hush" onClick={onHush}>
          {text.hide}
        </button>
      )}
    </div>
  );
}

interface BlankProps {
  readonly colour: 'black' | 'white';
  readonly onLift: () => void;
}

/** Nothing to look at but the speaker. */
export function Blank({ colour, onLift }: BlankProps) {
  return (
    <button
      type="button"
      className="talk-blank"
      data-blank={colour}
      aria-label={text.blanked}
      onClick={onLift}
    />
  );
}

/** All keys. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog name="keys" title={text.keys} onClose={onClose}>
      <div className="talk-help">
        <table className="talk-keys">
          <tbody>
            {text.help.map(([keys, does]) => (
              <tr key={does}>
                <th scope="row">
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{text.helpFocus}</p>
      </div>
    </Dialog>
  );
}
