/** Keyboard input of a talk. */
import { useEffect, useRef } from 'react';
import { type Command, commandOf, focusOf } from './keys';

function leave(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/**
 * Runs the command of each key. A control used with the pointer loses the focus when it is released, so that arrow keys
 * and presentation remotes step through the talk; a control reached with Tab keeps the focus.
 */
export function useTalkKeys(typed: string, run: (command: Command) => void): void {
  const latest = useRef({ typed, run });
  latest.current = { typed, run };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A modal dialog has its own keys.
      if (event.defaultPrevented || document.querySelector('dialog:modal')) return;
      const command = commandOf(event, focusOf(document.activeElement), latest.current.typed);
      if (!command) return;
      if (command.type === 'leave') return leave();
      event.preventDefault();
      if (command.type === 'escape' && focusOf(document.activeElement) !== 'stage') leave();
      latest.current.run(command);
    };
    const onLetGo = () => {
      const touched = document.activeElement;
      const focus = focusOf(touched);
      if (focus === 'text' || focus === 'choice' || document.querySelector('dialog:modal')) return;
      // After the click that follows, if one does.
      window.setTimeout(() => {
        if (document.activeElement === touched) leave();
      });
    };
    const onChosen = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement && !target.matches(':focus-visible')) leave();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('pointerup', onLetGo);
    window.addEventListener('change', onChosen);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('pointerup', onLetGo);
      window.removeEventListener('change', onChosen);
    };
  }, []);
}
