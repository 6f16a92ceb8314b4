/** A modal dialog: Escape, the button and a press beside it close it; the focus goes back to where it came from. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import dialogStyles from './dialog.module.css';
import { strings } from './strings';

interface DialogProps {
  /** What it is, for tests. */
  readonly name: string;
  readonly title: ReactNode;
  /** Called once it is closed; whoever shows it takes it away then. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The dialog, open as long as it is rendered. Its first control has the focus. */
export function Dialog({ name, title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const pressed = useRef<EventTarget>(undefined);
  const titleId = useId();
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by itself
    <dialog
      ref={dialog}
      className={dialogStyles.dialog}
      data-dialog={name}
      aria-labelledby={titleId}
      onClose={onClose}
      onPointerDown={(event) => {
        pressed.current = event.target;
      }}
      onClick={(event) => {
        // Only what is beside the frame is the dialog itself; a text that is marked may end there.
        if (event.target === dialog.current && pressed.current === dialog.current) dialog.current.close();
      }}
    >
      <div className={dialogStyles.frame}>
        <h2 className={dialogStyles.title} id={titleId}>
          {title}
        </h2>
        <div className={dialogStyles.body}>{children}</div>
        {/* Last, so that the first control is one of the content. */}
        <button
          type="button"
          className={`quiet-button ${dialogStyles.close}`}
          data-action="close"
          onClick={() => dialog.current?.close()}
        >
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M5 5l10 10M15 5L5 15" fill="none" stroke="currentColor" strokeWidth="1.8" />
          </svg>
          <span className="visually-hidden">{strings.dialog.close}</span>
        </button>
      </div>
    </dialog>
  );
}
