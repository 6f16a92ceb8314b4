/** The place of a figure's large surface: WebGL with its overlays and gestures, or a flat map where there is none; below it the legend and a remark. */
import { type ReactNode, useState } from 'react';
import { webglAvailable } from '#scene/figure-canvas';
import { Part } from '#ui/figure-context';
import './surface-place.css';

interface SurfacePlaceProps {
  /** The surface, where there is WebGL. */
  readonly live: ReactNode;
  /** In its place where there is none, and a sentence that says so. */
  readonly flat: ReactNode;
  readonly noWebgl: string;
  /** What people call its parts. */
  readonly parts: { readonly legend: string; readonly remark: string };
  /** @param sheets whether sheets can be drawn at all */
  readonly legend: (sheets: boolean) => ReactNode;
  readonly remark: ReactNode;
}

/** The place. */
export function SurfacePlace({ live, flat, noWebgl, parts, legend, remark }: SurfacePlaceProps) {
  const [webgl] = useState(webglAvailable);
  return (
    <div className="surface-view">
      {webgl ? (
        live
      ) : (
        <>
          <p className="surface-message" data-message="no-webgl">
            {noWebgl}
          </p>
          {flat}
        </>
      )}
      <Part name="legend" level="view" label={parts.legend}>
        {legend(webgl)}
      </Part>
      <Part name="remark" level="view" label={parts.remark}>
        {remark}
      </Part>
    </div>
  );
}
