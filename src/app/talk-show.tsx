/** The page of a talk: the stage, its panels, and the input that steps through it (keys, swipe, buttons, files). */
import { useCallback, useMemo, useReducer, useRef, useState } from 'react';
import type { FigureDefinition } from '#figures/figure';
import type { QueryConfig } from '#state/query';
import { type BarButton, TalkBar } from '#talk/bar';
import type { Command } from '#talk/keys';
import { TalkList } from '#talk/list';
import { Blank, KeysHelp, Message, Notes } from '#talk/panels';
import { parseTalk } from '#talk/parse-talk';
import { nextFigure } from '#talk/steps';
import styles from '#talk/talk.module.css';
import { type Dropped, fileOf, readFile } from '#talk/talk-file';
import { type TalkAction, type TalkState, talkReducer, type View } from '#talk/talk-state';
import { text } from '#talk/text';
import { useBar } from '#talk/use-bar';
import { useDrop } from '#talk/use-drop';
import { useTalkHistory } from '#talk/use-history';
import { useTalkKeys } from '#talk/use-keys';
import { useFullScreen, useUnsaved, useWakeLock } from '#talk/use-screen';
import { useEdgeSwipe } from '#talk/use-swipe';
import { writeTalk } from '#talk/write-talk';
import { downloadText } from '#ui/download';
import { TalkStage } from './talk-stage';
import { useTheme } from './theme';

interface TalkShowProps {
  /** The talk with which the page opens. */
  readonly begin: () => TalkState;
  /** All figures: a file may name any of them. */
  readonly figures: () => Promise<readonly FigureDefinition[]>;
  readonly config: QueryConfig;
}

/** The address of the story in twelve steps, with everything else as it is. */
function storyAddress(): string {
  const query = new URLSearchParams(window.location.search);
  query.delete('figure');
  query.delete('preset');
  query.set('talk', text.storyFile);
  return `?${query.toString().replaceAll('%2F', '/')}`;
}

/** Opens dropped and chosen files. A file that is no talk changes nothing. */
function useFiles(dispatch: (action: TalkAction) => void, figures: TalkShowProps['figures']) {
  return useCallback(
    async (dropped: Dropped) => {
      const refuse = (...lines: readonly string[]) =>
        dispatch({ type: 'message', kind: 'problem', lines: [...lines, text.unchanged] });
      const found = fileOf(dropped);
      if ('problem' in found) return refuse(found.problem);
      const read = await readFile(found.file);
      if ('problem' in read) return refuse(read.problem);
      const parsed = parseTalk(read.text, await figures());
      if ('problems' in parsed) return refuse(...parsed.problems);
      dispatch({ type: 'open', origin: 'own', ...parsed });
    },
    [dispatch, figures],
  );
}

/** The page. */
export function TalkShow({ begin, figures, config }: TalkShowProps) {
  const [theme] = useTheme(config);
  const [state, dispatch] = useReducer(talkReducer, undefined, begin);
  const { talk, at, origin } = state;
  const [initial] = useState(state);
  const step = talk.steps[at];
  const place = useRef<HTMLElement>(null);
  const view = useRef<() => View | undefined>(() => undefined);
  const visible = useBar(place);
  const [full, setFull] = useFullScreen();
  const open = useFiles(dispatch, figures);
  const over = useDrop((dropped) => void open(dropped));
  useTalkHistory(state, dispatch);
  useWakeLock();
  useUnsaved(origin === 'own');
  useEdgeSwipe(place, (way) => dispatch({ type: way }));

  const fullScreen = async (wanted: boolean) => {
    if (!(await setFull(wanted))) dispatch({ type: 'message', kind: 'done', lines: [text.noFullScreen] });
  };
  const fromView = (type: 'add' | 'start-over') => {
    const seen = view.current();
    if (seen) dispatch({ type, view: seen });
  };
  const run = (command: Command) => {
    if (command.type === 'full-screen') void fullScreen(command.only === 'enter' || !full);
    else if (command.type === 'add') fromView('add');
    else if (command.type !== 'leave' && command.type !== 'nothing') dispatch(command);
  };
  const press = (button: BarButton) => {
    if (button === 'full-screen') void fullScreen(!full);
    else if (button === 'blank') dispatch({ type: 'blank', colour: 'black' });
    else dispatch({ type: button });
  };
  useTalkKeys(state.typed, run);
  const dismissMessage = useCallback(() => dispatch({ type: 'dismiss-message' }), []);
  const upcoming = useMemo(() => nextFigure(talk, at), [talk, at]);
  const showMessage = useCallback(
    (line: string) => dispatch({ type: 'message', kind: 'problem', lines: [line] }),
    [],
  );
  if (!step) return null;
  return (
    <main
      className={styles.talk}
      ref={place}
      data-controls={config.controls}
      data-idle={!visible && !state.list && state.typed === ''}
    >
      <h1 className="visually-hidden">{talk.title}</h1>
      <p className="visually-hidden" aria-live="polite">
        {text.spoken(at + 1, talk.steps.length, step.title)}
      </p>
      <TalkBar state={state} visible={visible} fullScreen={full} onPress={press} />
      <TalkStage
        step={step}
        arrivals={state.arrivals}
        upcoming={upcoming}
        config={config}
        theme={theme}
        view={view}
        onError={showMessage}
      />
      {state.list && (
        <TalkList
          state={state}
          story={storyAddress()}
          onGo={(to) => dispatch({ type: 'go-to', at: to })}
          onRemove={(gone) => dispatch({ type: 'remove', at: gone })}
          onAdd={() => fromView('add')}
          onStartOver={() => fromView('start-over')}
          onSave={() => downloadText('talk.json', 'application/json', writeTalk(talk))}
          onFiles={(files) => void open({ files, items: [] })}
          onBack={
            origin === 'own'
              ? () => dispatch({ type: 'open', origin: initial.origin, talk: initial.talk })
              : undefined
          }
          onClose={() => dispatch({ type: 'list' })}
        />
      )}
      {state.notes && <Notes note={step.note} />}
      {state.message && <Message key={state.message.id} message={state.message} onDismiss={dismissMessage} />}
      {over && <p className={styles.drop}>{text.drop}</p>}
      {state.blank && (
        <Blank
          colour={state.blank}
          onLift={() => dispatch({ type: 'blank', colour: state.blank ?? 'black' })}
        />
      )}
      {state.keys && <KeysHelp onClose={() => dispatch({ type: 'keys' })} />}
    </main>
  );
}
