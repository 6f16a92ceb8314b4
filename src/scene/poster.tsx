/** The picture of a surface that stands in its place until the surface itself is drawn. */
import { useEffect, useRef } from 'react';
import { drawingUnit } from '#ui/theme';
import { POSTER_DENSITY } from './poster-density';
import { drawnSize } from './unit';
import { type Size, type View, viewScale } from './view';

/** Where the posters are; relative, as the page may stand below any path. */
function posterUrl(name: string): string {
  return `${import.meta.env.BASE_URL}posters/${name}.webp`;
}

/** Size and place of a poster on a stage, so that it covers what will be drawn there. */
export function posterPlace(view: View, taken: Size, stage: Size) {
  // The scene stays in the middle; how large it is drawn depends on the room for labels around it.
  const scale = viewScale(view, stage) / viewScale(view, taken);
  const [width, height] = [taken.width * scale, taken.height * scale];
  return { width, height, left: (stage.width - width) / 2, top: (stage.height - height) / 2 };
}

interface PosterProps {
  /** The file's name without its ending. */
  readonly name: string;
  /** From where the surface on it is seen. */
  readonly view: View;
}

/** The poster; unseen until it is loaded. */
export function Poster({ name, view }: PosterProps) {
  const image = useRef<HTMLImageElement>(null);
  const latest = useRef(view);
  latest.current = view;
  useEffect(() => {
    const element = image.current;
    const stage = element?.parentElement;
    if (!element || !stage) return;
    const cover = () => {
      if (element.naturalWidth === 0) return;
      const taken = {
        width: element.naturalWidth / POSTER_DENSITY,
        height: element.naturalHeight / POSTER_DENSITY,
      };
      // As the canvas: whole pixels, from the stage's corner.
      const rect = stage.getBoundingClientRect();
      const size = { width: Math.floor(rect.width), height: Math.floor(rect.height) };
      const unit = drawingUnit(stage);
      const place = posterPlace(latest.current, taken, drawnSize(size, unit));
      for (const [key, value] of Object.entries(place)) element.style.setProperty(key, `${value * unit}px`);
      element.style.visibility = 'visible';
    };
    cover();
    element.addEventListener('load', cover);
    const resize = new ResizeObserver(cover);
    resize.observe(stage);
    return () => {
      element.removeEventListener('load', cover);
      resize.disconnect();
    };
  }, []);
  return <img className="stage-poster" ref={image} src={posterUrl(name)} alt="" aria-hidden="true" />;
}
