/** What the text of the teacher's page uses beside the parts of the article. Every link is checked while it is made. */
import { Children, type ComponentProps, isValidElement, type ReactNode } from 'react';
import { type ChapterId, chapters } from '#story/chapters';
import { useStory } from '#story/context';
import { sceneStart } from '#story/parts/scene/scene';
import { teachWords } from './text';

interface State {
  readonly figure: string;
  readonly preset?: string;
  /** As in a link: `eps=0.1&act=relu`. */
  readonly state?: string;
}

/**
 * The address of a figure in a state, from the folder of this page.
 * @param query more entries of the query, each with its `&`
 * @throws Error when there is no such figure, example, parameter or value
 */
function addressOf({ figure, preset, state }: State, query = ''): string {
  const { schema } = sceneStart({ figure, ...(preset && { preset }), ...(state && { state }) });
  for (const key of new URLSearchParams(state).keys()) {
    if (!(key in schema)) throw new Error(`${figure} has no parameter ${key}`);
  }
  const example = preset ? `&preset=${preset}` : '';
  return `../?figure=${figure}${query}${example}${state ? `#v=1&${state}` : ''}`;
}

function useLanguageEntry(): string {
  const { language } = useStory();
  return language === 'en' ? '' : `&lang=${language}`;
}

/** `<Go figure="pair" state="eps=0.1">the pair</Go>`: a link to a figure in a state. */
export function Go({ children, ...state }: State & { readonly children: ReactNode }) {
  return <a href={addressOf(state, useLanguageEntry())}>{children}</a>;
}

/** `<Read chapter="copy" />`: a link to a chapter of the article. */
export function Read({ chapter }: { readonly chapter: string }) {
  const { language, words } = useStory();
  if (!chapters.includes(chapter as ChapterId)) throw new Error(`no chapter is called ${chapter}`);
  const page = language === 'en' ? '../' : `../?lang=${language}`;
  return <a href={`${page}#chapter=${chapter}`}>{words.chapters[chapter as ChapterId]}</a>;
}

/** `<Talk>twelve steps</Talk>`: a link to the slides. */
export function Talk({ children }: { readonly children: ReactNode }) {
  const { language } = useStory();
  const { slides } = teachWords[language];
  return <a href={`../?mode=talk&talk=${slides}${useLanguageEntry()}`}>{children}</a>;
}

/** What stands below an exercise, folded; drawn by `Exercise`. */
export function Solution({ children }: { readonly children: ReactNode }) {
  const { language } = useStory();
  return (
    <details className="solution">
      <summary>{teachWords[language].solution}</summary>
      <div className="box-body">{children}</div>
    </details>
  );
}

interface ExerciseProps extends State {
  readonly number: string;
  /** 1 to 3. */
  readonly level: string;
  readonly title: string;
  /** What the link to the figure says. */
  readonly open: string;
  readonly children: ReactNode;
}

/** `<Exercise number="1" level="1" title="…" figure="pair" open="…">question <Solution>…</Solution></Exercise>` */
export function Exercise({ number, level, title, open, children, ...state }: ExerciseProps) {
  const { language } = useStory();
  const { exercise, levels } = teachWords[language];
  const parts = Children.toArray(children);
  const isSolution = (part: ReactNode) => isValidElement(part) && part.type === Solution;
  if (!parts.some(isSolution)) throw new Error(`exercise ${number} has no solution`);
  return (
    <section className="exercise" id={`exercise-${number}`} aria-labelledby={`exercise-${number}-title`}>
      <h3 id={`exercise-${number}-title`}>
        {exercise(number)}: {title} <span className="level">{levels[Number(level) - 1]}</span>
      </h3>
      {parts.filter((part) => !isSolution(part))}
      <p className="exercise-link">
        <Go {...state}>{open}</Go>
      </p>
      {parts.filter(isSolution)}
    </section>
  );
}

interface EmbedProps extends State {
  readonly title: string;
  readonly hide?: string;
  readonly height?: string;
  readonly children: ReactNode;
}

/** Where the page does not know yet under which address it stands. */
const SITE = 'https://example.org/minima/';

/**
 * `<Embed title="…" figure="pair" hide="formula">what it shows</Embed>`: a live frame (public/teach/teach.js) and what to paste for it.
 * Without JavaScript, when no figure could start, it is a picture.
 */
export function Embed({ title, hide, height = '520', children, ...state }: EmbedProps) {
  const { language } = useStory();
  const { frame, snippet } = teachWords[language];
  const name = frame(title);
  const query = `&embed=1&controls=min${hide ? `&hide=${hide}` : ''}${useLanguageEntry()}`;
  const address = addressOf(state, query).replace('../?', '../embed.html?');
  const html = [
    `<iframe src="${address.replace('../', SITE).replaceAll('&', '&amp;')}"`,
    `        title="${name}" width="100%" height="${height}" loading="lazy"`,
    '        allow="fullscreen; clipboard-write" style="border: 0"></iframe>',
  ].join('\n');
  return (
    <section className="embed">
      <h3>{title}</h3>
      {children}
      <div className="embed-frame" data-frame={address} data-title={name} data-height={height}>
        <a href={addressOf(state, useLanguageEntry())}>
          <img src={`../pictures/${state.figure}.jpg`} alt={name} loading="lazy" width="1200" height="630" />
        </a>
      </div>
      <div className="embed-code">
        <p className="embed-name">{snippet}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
        <pre tabIndex={0}>
          <code>{html}</code>
        </pre>
      </div>
    </section>
  );
}

/** Tables whose cells stand below each other on narrow screens (public/teach/teach.css), where only these roles keep them tables. */
export const tableParts = {
  table: (props: ComponentProps<'table'>) => <table {...props} {...{ role: 'table' }} />,
  tr: (props: ComponentProps<'tr'>) => <tr {...props} {...{ role: 'row' }} />,
  th: (props: ComponentProps<'th'>) => <th {...props} {...{ role: 'columnheader' }} />,
  td: (props: ComponentProps<'td'>) => <td {...props} {...{ role: 'cell' }} />,
};
