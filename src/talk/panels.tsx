/** Panels of a talk: speaker notes, messages, the blank screen, the list of keys. */
import { useEffect } from 'react';
import { Dialog } from '#ui/dialog';
import listStyles from './list.module.css';
import styles from './panels.module.css';
import talkStyles from './talk.module.css';
import type { TalkState } from './talk-state';
import { text } from './text';

/** The speaker's note, below the figure. */
export function Notes({ note }: { readonly note: string }) {
  return (
    <aside className={styles.notes} aria-label={text.notes} data-readout="step-note">
      {note === '' ? text.noNote : note}
    </aside>
  );
}

/** Milliseconds that a confirmation stays. */
const MESSAGE_TIME = 4000;

interface MessageProps {
  readonly message: NonNullable<TalkState['message']>;
  readonly onDismiss: () => void;
}

/** A problem, until it is dismissed, or a confirmation, for a few seconds. */
export function Message({ message, onDismiss }: MessageProps) {
  const isProblem = message.kind === 'problem';
  useEffect(() => {
    if (isProblem) return;
    const timer = window.setTimeout(onDismiss, MESSAGE_TIME);
    return () => window.clearTimeout(timer);
  }, [isProblem, onDismiss]);
  return (
    <div
      className={`${talkStyles.message} ${styles.message}`}
      role={isProblem ? 'alert' : 'status'}
      data-said={message.kind}
    >
      {message.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {isProblem && (
        <button type="button" className={listStyles.word} data-action="hush" onClick={onDismiss}>
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

/** A black or white screen. */
export function Blank({ colour, onLift }: BlankProps) {
  return (
    <button
      type="button"
      className={styles.blank}
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
      <div className={styles.help}>
        <table className={styles.keys}>
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
