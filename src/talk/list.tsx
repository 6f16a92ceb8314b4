/** The side panel of a talk: all steps, and buttons to edit, open and save the talk. */
import { useEffect, useRef } from 'react';
import { Icon } from './icons';
import iconStyles from './icons.module.css';
import listStyles from './list.module.css';
import type { TalkState } from './talk-state';
import { text } from './text';

interface TalkListProps {
  readonly state: TalkState;
  /** The address of the story in twelve steps. */
  readonly story: string;
  readonly onGo: (at: number) => void;
  readonly onRemove: (at: number) => void;
  readonly onAdd: () => void;
  readonly onStartOver: () => void;
  readonly onSave: () => void;
  readonly onFiles: (files: FileList) => void;
  /** Back to the examples; absent while they are shown. */
  readonly onBack?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** The panel; closing it returns the focus to the earlier element. */
export function TalkList(props: TalkListProps) {
  const { state, story, onGo, onRemove, onAdd, onStartOver, onSave, onFiles, onBack, onClose } = props;
  const { talk, at, origin } = state;
  const panel = useRef<HTMLDialogElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    // On the panel, not on a step: Space and Enter go on stepping through the talk.
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    panel.current?.querySelector(`[data-step="${at + 1}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    // Not modal: the talk goes on while it is open.
    <dialog className={listStyles.list} open ref={panel} tabIndex={-1} aria-labelledby="talk-list-title">
      <header>
        <h2 id="talk-list-title">{origin === 'presets' ? text.presets : talk.title}</h2>
        <button
          type="button"
          className={iconStyles.icon}
          data-action="close-list"
          aria-label={text.close}
          title={text.close}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <ol>
        {talk.steps.map((step, k) => (
          // Steps have no name of their own, and the same one may come twice.
          // biome-ignore lint/suspicious/noArrayIndexKey: their place is what they are known by
          <li key={k} data-step={k + 1} aria-current={k === at ? 'step' : undefined}>
            <button type="button" className={listStyles.step} onClick={() => onGo(k)}>
              <span className={listStyles.number}>{k + 1}</span>
              <span className={listStyles.title}>{step.title}</span>
              <span className={listStyles.note}>{step.note}</span>
            </button>
            {origin !== 'presets' && talk.steps.length > 1 && (
              <button
                type="button"
                className={iconStyles.icon}
                data-action="remove-step"
                aria-label={text.remove(step.title)}
                title={text.remove(step.title)}
                onClick={() => onRemove(k)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ol>
      <footer>
        <p>{origin === 'own' ? text.memory : text.build}</p>
        <div className={listStyles.buttons}>
          <button type="button" className={listStyles.word} data-action="add-step" onClick={onAdd}>
            {text.add}
          </button>
          <button type="button" className={listStyles.word} data-action="save-steps" onClick={onSave}>
            {text.save}
          </button>
          <button
            type="button"
            className={listStyles.word}
            data-action="open-talk"
            onClick={() => picker.current?.click()}
          >
            {text.open}
          </button>
          <button type="button" className={listStyles.word} data-action="new-talk" onClick={onStartOver}>
            {text.startOver}
          </button>
          {onBack && (
            <button type="button" className={listStyles.word} data-action="examples" onClick={onBack}>
              {text.back}
            </button>
          )}
          <a href={story} className={listStyles.word} data-action="story">
            {text.story}
          </a>
        </div>
        <input
          ref={picker}
          className="visually-hidden"
          type="file"
          accept=".json,application/json"
          tabIndex={-1}
          aria-label={text.open}
          onChange={({ currentTarget }) => {
            if (currentTarget.files && currentTarget.files.length > 0) onFiles(currentTarget.files);
            // Lets the same file be chosen again.
            currentTarget.value = '';
          }}
        />
      </footer>
    </dialog>
  );
}
