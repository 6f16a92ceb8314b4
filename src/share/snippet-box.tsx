/** A text to paste elsewhere, with what it is for and a button that copies it. */
import { type ReactNode, useId, useRef, useState } from 'react';
import dialogStyles from '#ui/dialog.module.css';
import styles from './snippet-box.module.css';
import { text } from './text';

interface SnippetBoxProps {
  /** What it is, for tests. */
  readonly name: string;
  /** What it is, for people: `the iframe`. */
  readonly noun: string;
  /** Where it is to be pasted, in a sentence. */
  readonly where: string;
  readonly children: string;
  /** More to do with it. */
  readonly actions?: ReactNode;
}

/** The text, for reading only. Where the browser does not let us copy, it is marked instead. */
export function SnippetBox({ name, noun, where, children, actions }: SnippetBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [said, setSaid] = useState<{ readonly sentence: string; readonly of: string }>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(children);
      setSaid({ sentence: text.copied(noun), of: children });
    } catch {
      box.current?.focus();
      box.current?.select();
      setSaid({ sentence: text.copyFailed, of: children });
    }
  };
  const longest = Math.max(...children.split('\n').map((line) => line.length));
  return (
    <div className={styles.snippetBox}>
      <div className={styles.above}>
        <label className={styles.where} htmlFor={id}>
          {where}
        </label>
        <div className={styles.actions}>
          {actions}
          <button
            type="button"
            className={`${dialogStyles.button} ${dialogStyles.buttonMain}`}
            onClick={() => void copy()}
          >
            {text.copy(noun)}
          </button>
        </div>
      </div>
      <textarea
        id={id}
        ref={box}
        readOnly
        spellCheck={false}
        data-snippet={name}
        // Lines that are longer than the box go on below.
        rows={Math.min(12, children.split('\n').length + Math.floor(longest / 80))}
        value={children}
      />
      <p className={styles.said} role="status">
        {said?.of === children ? said.sentence : ''}
      </p>
    </div>
  );
}
