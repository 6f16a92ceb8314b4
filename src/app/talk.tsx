/** The composition `talk`: steps from the presets of one figure, of all figures, or from a file named in the query. */
import { Suspense, use } from 'react';
import { catalogue } from '#figures/catalogue';
import type { FigureDefinition } from '#figures/figure';
import type { QueryConfig } from '#state/query';
import { parseTalk } from '#talk/parse-talk';
import { stepOfHash } from '#talk/step-address';
import { stepsOfPresets } from '#talk/steps';
import { readFile } from '#talk/talk-file';
import { initialTalk, type TalkState, talkReducer } from '#talk/talk-state';
import { text } from '#talk/text';
import { FigureWait } from './mounted-figure';
import { OneFigure } from './one-figure';
import { useDocumentSettings } from './query-settings';
import { TalkShow } from './talk-show';

let loading: Promise<readonly FigureDefinition[]> | undefined;

/** The entries of all figures, in the order of the page. */
function allFigures(): Promise<readonly FigureDefinition[]> {
  loading ??= Promise.all(Object.values(catalogue).map((load) => load()));
  return loading;
}

/** Opens at the step of the hash, else at the example of the query. */
function atAddress(state: TalkState, preset: string | undefined): TalkState {
  const { steps } = state.talk;
  const asked = stepOfHash(window.location.hash, steps.length);
  if (typeof asked === 'number') return { ...state, at: asked };
  const found = steps.findIndex((step) => preset !== undefined && step.preset === preset);
  const at = Math.max(0, found);
  if (asked === undefined) return { ...state, at };
  return talkReducer(
    { ...state, at },
    { type: 'message', kind: 'problem', lines: [text.noStep(asked.said, steps.length)] },
  );
}

/** The talk with every example of the figures. */
function examples(figures: readonly FigureDefinition[], preset?: string): TalkState {
  const talk = { title: text.presets, steps: stepsOfPresets(figures) };
  return atAddress(initialTalk(talk, 'presets'), preset);
}

/** The talk at an address beside the page; the examples, and why, when there is none. */
async function fromAddress(address: string): Promise<TalkState> {
  const figures = await allFigures();
  const fails = (...lines: string[]) =>
    talkReducer(examples(figures), { type: 'message', kind: 'problem', lines });
  const { baseURI } = document;
  const url = URL.canParse(address, baseURI) ? new URL(address, baseURI) : undefined;
  // What a link opens comes from where the page comes from.
  if (!url || url.origin !== new URL(baseURI).origin) return fails(text.file.notThere(address));
  try {
    const answer = await fetch(url);
    if (!answer.ok) return fails(text.file.notThere(address));
    const blob = await answer.blob();
    const read = await readFile({
      name: address,
      size: blob.size,
      arrayBuffer: () => blob.arrayBuffer(),
    });
    if ('problem' in read) return fails(read.problem);
    const parsed = parseTalk(read.text, figures);
    if ('problems' in parsed) return fails(...parsed.problems);
    const { talk, notices } = parsed;
    const opened = atAddress(initialTalk(talk, 'link'), undefined);
    if (notices.length === 0) return opened;
    return talkReducer(opened, { type: 'message', kind: 'problem', lines: [text.mended, ...notices] });
  } catch {
    return fails(text.file.notThere(address));
  }
}

let beginning: Promise<TalkState> | undefined;

/** The talk that the query asks for. */
function beginningOf({ talk }: QueryConfig): Promise<TalkState> {
  beginning ??= talk === undefined ? allFigures().then((figures) => examples(figures)) : fromAddress(talk);
  return beginning;
}

/** The page for a query configuration. */
export default function TalkPage({ config }: { readonly config: QueryConfig }) {
  useDocumentSettings(config);
  const { figure, talk, preset } = config;
  return (
    <Suspense fallback={<FigureWait />}>
      {figure === undefined || talk !== undefined ? (
        <Beginning config={config} />
      ) : (
        <OneFigure config={config}>
          {(one) => <TalkShow begin={() => examples([one], preset)} figures={allFigures} config={config} />}
        </OneFigure>
      )}
    </Suspense>
  );
}

function Beginning({ config }: { readonly config: QueryConfig }) {
  const state = use(beginningOf(config));
  return <TalkShow begin={() => state} figures={allFigures} config={config} />;
}
