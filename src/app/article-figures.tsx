/** The figures of the article: each is mounted in its place in the text when that comes near the viewport. */
import { StrictMode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { FigureDefinition } from '#figures/figure';
import { findFigure } from '#figures/registry';
import { decodeHash, type Notice } from '#state/codec';
import { createFigureStore, type FigureStore } from '#state/figure-store';
import { bindHash } from '#state/hash-binding';
import type { ControlChoice } from '#state/query';
import { defaults, type Schema, withValues } from '#state/schema';
import type { LiveScenes } from '#story/parts/scene/live-scenes';
import { createProgress } from '#story/reading-progress';
import type { FigurePort, FigureSettings } from '#ui/figure-context';
import type { ThemeName } from '#ui/theme';
import { MountedFigure } from './mounted-figure';
import { Notices } from './notices';
import { tools } from './tools';
import './compositions.css';

/** A place of the article and the figure for it. */
interface Scene {
  readonly name: string;
  readonly figure: FigureDefinition;
  readonly store: FigureStore<Schema>;
  readonly prefix: string;
  readonly place: HTMLElement;
  readonly hide: ReadonlySet<string>;
  readonly level: ControlChoice;
  /** Set once the figure is on the page. */
  port: FigurePort | undefined;
  /** Mounts it now. */
  mount: () => void;
}

const named = (list = '') => new Set(list.split(',').filter(Boolean));

/** The scene for a place; the first one's keys stand alone in the hash. */
function sceneAt(place: HTMLElement, k: number): Scene | undefined {
  const { place: name = '', sceneFigure = '', preset, state = '', hide, level } = place.dataset;
  const figure = findFigure(sceneFigure);
  if (!figure) return undefined;
  const { schema, presets } = figure;
  const chosen = presets.find(({ id }) => id === preset)?.values ?? {};
  const { values } = decodeHash(schema, state, '', withValues(schema, defaults(schema), chosen));
  const controls = level === 'full' || level === 'none' ? level : 'min';
  return {
    name,
    figure,
    store: createFigureStore(schema, values),
    prefix: k === 0 ? '' : `${name}.`,
    place,
    hide: named(hide),
    level: controls,
    port: undefined,
    mount: () => {},
  };
}

function subscribeTheme(onChange: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', onChange);
  };
}

/** The theme that the page has now. */
function shownTheme(): ThemeName {
  const asked = document.documentElement.dataset.theme;
  if (asked === 'light' || asked === 'dark') return asked;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** How far before it is seen a figure starts. */
const MARGIN = '400px 0px';

function SceneFigure({ scene, theme }: { readonly scene: Scene; readonly theme: ThemeName }) {
  const { place, figure, store, prefix, hide, level } = scene;
  const [near, setNear] = useState(false);
  const [full, setFull] = useState(false);
  useEffect(() => {
    scene.mount = () => setNear(true);
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(place);
    return () => observer.disconnect();
  }, [place, scene]);
  useEffect(() => {
    // Its chapter is laid out from now on, in sight or not: see article.css.
    if (near) place.closest('.chapter')?.toggleAttribute('data-live', true);
  }, [near, place]);
  const holder = place.closest<HTMLElement>('.scene-figure, .opening-figure');
  useEffect(() => {
    holder?.toggleAttribute('data-full', full);
    const button = holder?.querySelector<HTMLButtonElement>('[data-action="more"]');
    if (!button) return;
    button.setAttribute('aria-expanded', String(full));
    const toggle = () => setFull(!full);
    button.addEventListener('click', toggle);
    return () => button.removeEventListener('click', toggle);
  }, [holder, full]);
  const onPort = useCallback(
    (port: FigurePort) => {
      scene.port = port;
      return () => {
        scene.port = undefined;
      };
    },
    [scene],
  );
  const settings = useMemo<FigureSettings>(
    () => ({
      composition: 'page',
      controls: full ? 'full' : level,
      hide: full ? new Set(['title']) : hide,
      lock: new Set(),
      gesture: 'cooperative',
      profile: 'screen',
      onPort,
    }),
    [full, level, hide, onPort],
  );
  const live = useRef<HTMLElement>(undefined);
  live.current ??= liveElement(place);
  if (!near) return null;
  return createPortal(<MountedFigure {...{ figure, store, prefix, theme, settings, tools }} />, live.current);
}

/** Where in a place the figure goes; the poster stays below it until the figure is drawn. */
function liveElement(place: HTMLElement): HTMLElement {
  const element = document.createElement('div');
  element.className = 'scene-live';
  place.append(element);
  return element;
}

interface FiguresProps {
  readonly scenes: readonly Scene[];
  readonly article: HTMLElement;
}

function Figures({ scenes, article }: FiguresProps) {
  const theme = useSyncExternalStore(subscribeTheme, shownTheme);
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  useEffect(() => {
    const progress = createProgress(article);
    const end = bindHash(window, [...scenes, { prefix: '', store: progress.store }], setNotices);
    progress.start();
    return () => {
      end();
      progress.end();
    };
  }, [scenes, article]);
  return (
    <>
      <Notices notices={notices} onDismiss={() => setNotices([])} />
      {scenes.map((scene) => (
        <SceneFigure key={scene.name} scene={scene} theme={theme} />
      ))}
    </>
  );
}

/** Puts the figures into the article, and gives them to its text. */
export function showFigures(article: HTMLElement, root: HTMLElement, live: LiveScenes): void {
  const places = [...article.querySelectorAll<HTMLElement>('[data-place]')];
  const scenes = places.map(sceneAt).filter((scene) => scene !== undefined);
  document.documentElement.dataset.composition = 'page';
  createRoot(root).render(
    <StrictMode>
      <Figures scenes={scenes} article={article} />
    </StrictMode>,
  );
  live.provide(
    scenes.map((scene) => ({
      name: scene.name,
      figure: scene.figure.id,
      title: scene.figure.title,
      store: scene.store,
      animations: scene.figure.animations,
      place: scene.place,
      mount: () => scene.mount(),
      togglePlayer: () => {
        const { player, roll } = scene.port?.offers ?? {};
        if (player) player.toggle();
        else roll?.();
        return player !== undefined || roll !== undefined;
      },
    })),
  );
}
