/** Hands a link to the device's own list of people and programs, where there is one. */
import { useState } from 'react';
import dialogStyles from '#ui/dialog.module.css';
import { text } from './text';

interface SendButtonProps {
  readonly title: string;
  readonly link: string;
}

/** The button; nothing where the browser cannot send. */
export function SendButton({ title, link }: SendButtonProps) {
  const [hasFailed, setFailed] = useState(false);
  if (!('share' in navigator)) return null;
  const send = async () => {
    setFailed(false);
    try {
      await navigator.share({ title, url: link });
    } catch (error) {
      // Whoever changes their mind knows it.
      setFailed(!(error instanceof DOMException && error.name === 'AbortError'));
    }
  };
  return (
    <>
      <button type="button" className={dialogStyles.button} onClick={() => void send()}>
        {text.send}
      </button>
      <span role="status">{hasFailed ? text.sendFailed : ''}</span>
    </>
  );
}
