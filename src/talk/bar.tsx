/** The toolbar of a talk: step number, title, buttons. It fades when the pointer rests. */

import styles from './bar.module.css';
import { Icon, type IconName } from './icons';
import iconStyles from './icons.module.css';
import talkStyles from './talk.module.css';
import type { TalkState } from './talk-state';
import { text } from './text';

export type BarButton = 'previous' | 'next' | 'list' | 'blank' | 'full-screen' | 'notes' | 'keys';

interface TalkBarProps {
  readonly state: TalkState;
  readonly visible: boolean;
  readonly fullScreen: boolean;
  readonly onPress: (button: BarButton) => void;
}

/** The bar. */
export function TalkBar({ state, visible, fullScreen, onPress }: TalkBarProps) {
  const { talk, at, typed } = state;
  const count = talk.steps.length;
  const button = (name: BarButton & IconName, label: string, pressed?: boolean, disabled = false) => (
    <button
      type="button"
      className={iconStyles.icon}
      data-action={name}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      // A disabled button would lose the focus.
      aria-disabled={disabled || undefined}
      onClick={() => {
        if (!disabled) onPress(name);
      }}
    >
      <Icon name={name} />
    </button>
  );
  return (
    <div
      className={`${talkStyles.floating} ${styles.bar}`}
      role="toolbar"
      aria-label={text.toolbar}
      data-visible={visible || typed !== ''}
    >
      <p className={styles.where}>
        <span className={styles.count} data-readout="step">
          {typed === '' ? text.where(at + 1, count) : text.goTo(typed)}
        </span>
        <span className={styles.title} data-readout="step-title">
          {talk.steps[at]?.title}
        </span>
      </p>
      <div className={styles.buttons}>
        {button('previous', text.previous, undefined, at === 0)}
        {button('next', text.next, undefined, at === count - 1)}
        {button('list', text.list, state.list)}
        {button('notes', text.notes, state.notes)}
        {button('blank', text.blank)}
        {button('full-screen', text.fullScreen, fullScreen)}
        {button('keys', text.keys)}
      </div>
    </div>
  );
}
