/** A figure with the text that refers to it. While the text is read, the figure stays beside it, on wide screens. */
import { createContext, type ReactNode, useContext } from 'react';
import { findFigure } from '#figures/registry';
import { titleIn } from '#languages/title';
import { decodeHash, encodeHash, encodeValues } from '#state/codec';
import { defaults, type Schema, type Values, withValues } from '#state/schema';
import { useStory } from '#story/context';
import { NARROW, posterFile, posterSizes, posterThemes } from '#story/posters';

export interface SceneSettings {
  /** Which figure. */
  readonly figure: string;
  /** What the text calls it; the figure's own name when left out. */
  readonly as?: string;
  /** With which example it begins. */
  readonly preset?: string;
  /** What is different at the beginning, as in a link: `eps=0.1&act=relu`. */
  readonly state?: string;
  /** Parts that are left out, with commas. */
  readonly hide?: string;
  readonly controls?: 'min' | 'none' | 'full';
}

interface SceneProps extends SceneSettings {
  readonly caption?: string;
  /** Leaves room between its sections, so that one is read at a time. */
  readonly isSlow?: boolean;
  readonly children: ReactNode;
}

/** The scenes whose text this is, by their names. */
const ScenesContext = createContext<ReadonlyMap<string, SceneStart>>(new Map());

/** What can be set in a scene, and with what it begins. */
export interface SceneStart {
  readonly schema: Schema;
  readonly values: Values<Schema>;
}

/**
 * With which values a scene begins.
 * @throws Error when there is no such figure, example or value
 */
export function sceneStart({ figure, preset, state = '' }: SceneSettings): SceneStart {
  const found = findFigure(figure);
  if (!found) throw new Error(`no figure is called ${figure}`);
  const { schema, presets } = found;
  const chosen = presets.find(({ id }) => id === preset);
  if (preset !== undefined && !chosen) throw new Error(`${figure} has no example ${preset}`);
  const from = withValues(schema, defaults(schema), chosen?.values ?? {});
  const { values, notices } = decodeHash(schema, state, '', from);
  if (notices.length > 0) throw new Error(`${figure}: ${state} is no state of it`);
  return { schema, values };
}

/** The pictures of a place in both themes, of which the style sheet shows one; the browser loads no other. */
function Posters({ place, alt }: { readonly place: string; readonly alt: string }) {
  const sizes = posterSizes(place);
  if (!sizes) return null;
  return posterThemes.map((theme) => (
    <picture key={theme} className="scene-poster" data-poster={theme}>
      <source media={NARROW} srcSet={`./posters/${posterFile(place, theme, 'narrow')}`} {...sizes.narrow} />
      <img src={`./posters/${posterFile(place, theme, 'wide')}`} {...sizes.wide} alt={alt} loading="lazy" />
    </picture>
  ));
}

/** Where a figure will be; until then its poster. Read at run time by `src/app/article-figures.tsx`. */
export function Place({ figure, as = figure, preset, state, hide, controls = 'min' }: SceneSettings) {
  const { words, language } = useStory();
  const found = findFigure(figure);
  const title = found ? titleIn(language, found) : figure;
  return (
    <div
      className="scene-stage"
      id={`place-${as}`}
      data-place={as}
      data-scene-figure={figure}
      data-preset={preset}
      data-state={state}
      data-hide={hide}
      data-level={controls}
    >
      <Posters place={as} alt={words.figure.picture(title)} />
    </div>
  );
}

/** From the figure in the text to all of its controls. */
function FigureLinks(scene: SceneSettings) {
  const { words, language } = useStory();
  const lang = language === 'en' ? '' : `&lang=${language}`;
  const { schema, values } = sceneStart(scene);
  const state = encodeHash(encodeValues(schema, values, '', defaults(schema)));
  return (
    <span className="figure-links">
      <button type="button" className="figure-more" data-action="as-text" hidden>
        {words.figure.asText}
      </button>
      <button type="button" className="figure-more" data-action="more" aria-expanded="false">
        {words.figure.more}
      </button>
      <a href={`./?figure=${scene.figure}${lang}${state}`}>{words.figure.ownPage}</a>
    </span>
  );
}

/** `<Scene figure="pair" preset="apart">…</Scene>` */
export function Scene({ children, caption, isSlow = false, ...settings }: SceneProps) {
  const { figure, as = figure } = settings;
  const outer = useContext(ScenesContext);
  const scenes = new Map([...outer, [as, sceneStart(settings)]]);
  return (
    <div className={isSlow ? 'scene scene-slow' : 'scene'} data-scene={as}>
      <figure className="scene-figure" id={`scene-${as}`}>
        <Place {...settings} />
        <figcaption>
          <span className="scene-caption">{caption}</span> <FigureLinks {...settings} />
        </figcaption>
      </figure>
      <div className="scene-text">
        <ScenesContext value={scenes}>{children}</ScenesContext>
      </div>
    </div>
  );
}

/** The values with which a scene around this part begins; those of the figure of that name elsewhere. */
export function useSceneValues(name: string): SceneStart {
  const known = useContext(ScenesContext).get(name);
  const figure = findFigure(name);
  if (known) return known;
  if (!figure) throw new Error(`no scene around this is called ${name}`);
  return { schema: figure.schema, values: defaults(figure.schema) };
}
