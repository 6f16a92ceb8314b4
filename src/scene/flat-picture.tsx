/**
 * A picture without depth, for browsers without WebGL: colours on canvases between two layers of lines and names. It
 * is drawn when asked for, at most once a frame.
 */
import { useEffect, useRef } from 'react';
import { onPixelRatio } from '#ui/pixel-ratio';
import { drawingUnit } from '#ui/theme';
import type { Extent, Pixel, Project } from './axes';
import type { FlatSheet, Rect } from './flat-drawing';
import type { Domain } from './flat-raster';
import { drawnSize, type Layers } from './unit';
import type { View } from './view';
import './flat-picture.css';

/** From straight above, x1 to the right and x2 up; so little turned that the axes stand at the left and below. */
export const FROM_ABOVE: View = { azimuth: -1e-6, polar: 0, zoom: 1 };

interface FlatPictureProps {
  /** Draws everything. Called after each render, after each change of size, and whenever `follow` says so. */
  readonly draw: (sheet: FlatSheet) => void;
  /** Tells of changes that render nothing; returns what ends that. Always the same function. */
  readonly follow: (listener: () => void) => () => void;
  /** A press on the picture. */
  readonly onTap?: (at: Pixel) => void;
}

/** Fills its parent. */
export function FlatPicture({ draw, follow, onTap }: FlatPictureProps) {
  const host = useRef<HTMLDivElement>(null);
  const behind = useRef<SVGSVGElement>(null);
  const colours = useRef<HTMLDivElement>(null);
  const before = useRef<SVGSVGElement>(null);
  const latest = useRef({ draw, onTap });
  latest.current = { draw, onTap };
  const ask = useRef(() => {});

  useEffect(() => {
    const element = host.current;
    const parts = behind.current && before.current && { behind: behind.current, before: before.current };
    if (!element || !parts) return;
    let frame = 0;
    const run = () => {
      frame = 0;
      const layers: Layers = { ...parts, unit: drawingUnit(element), leastBall: 0 };
      const size = drawnSize(element.getBoundingClientRect(), layers.unit);
      const { width, height } = size;
      if (!colours.current || width < 1 || height < 1) return;
      colours.current.style.transform = layers.unit === 1 ? '' : `scale(${layers.unit})`;
      for (const layer of [layers.behind, layers.before]) {
        layer.setAttribute('viewBox', `0 0 ${width} ${height}`);
      }
      latest.current.draw({ size, layers, colours: colours.current });
    };
    ask.current = () => {
      if (frame === 0) frame = requestAnimationFrame(run);
    };
    const tap = (event: MouseEvent) => {
      const { left, top } = element.getBoundingClientRect();
      const unit = drawingUnit(element);
      latest.current.onTap?.([(event.clientX - left) / unit, (event.clientY - top) / unit]);
    };
    const resize = new ResizeObserver(ask.current);
    resize.observe(element);
    element.addEventListener('click', tap);
    const ends = [follow(ask.current), onPixelRatio(ask.current)];
    return () => {
      ask.current = () => {};
      cancelAnimationFrame(frame);
      resize.disconnect();
      element.removeEventListener('click', tap);
      for (const end of ends) end();
    };
  }, [follow]);
  useEffect(() => ask.current());

  return (
    <div className="flat-picture" ref={host} aria-hidden="true" data-tap={onTap !== undefined}>
      <svg className="surface-overlay" ref={behind} />
      <div className="flat-colours" ref={colours} />
      <svg className="surface-overlay" ref={before} />
    </div>
  );
}

/** Projects places in the scene straight down onto a part of the picture. */
export function flatProjection(
  { left, top, width, height }: Rect,
  { x: [x0, x1], y: [y0, y1] }: Domain,
  extent: Extent,
): Project {
  return ([x, , z]) => [
    left + (width * (x / extent.x - x0)) / (x1 - x0),
    top + (height * (y1 + z / extent.z)) / (y1 - y0),
  ];
}
