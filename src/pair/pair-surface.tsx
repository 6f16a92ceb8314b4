/** A pair of neurons in a box: their sum or another term, solid, and each neuron as a translucent sheet. */
import { useRef } from 'react';
import type { Activation } from '#math/activation/activation';
import { isInfinite, type PairCoordinates, type TermId } from '#math/pair/pair';
import { fillSurface } from '#math/pair/surface';
import type { Box } from '#scene/box';
import type { ThemeName } from '#ui/theme';
import { type Fill, FunctionSurface, type SurfacePicture } from './function-surface';

/** What is to be drawn. */
export interface PairPicture {
  readonly activation: Activation;
  readonly coordinates: PairCoordinates;
  /** The term drawn solid. */
  readonly term: TermId;
  /** Whether both neurons are drawn as sheets around it. */
  readonly sheets: boolean;
  readonly box: Box;
}

interface PairSurfaceProps {
  readonly theme: ThemeName;
  /** Inputs run from -halfWidth to halfWidth. */
  readonly halfWidth: number;
  /** What this frame shows; the same object as long as that is the same, nothing before it is known. */
  readonly picture: () => PairPicture | undefined;
}

const TINTS = ['neuronI', 'neuronJ'] as const;

/** What fills a mesh with a term; nothing where a single neuron has no finite values. */
function fillOf({ activation, coordinates }: PairPicture, term: TermId): Fill | undefined {
  if (isInfinite(term, coordinates)) return undefined;
  return (mesh) => fillSurface(mesh, activation, term, coordinates);
}

/** The surfaces. */
export function PairSurface({ theme, halfWidth, picture }: PairSurfaceProps) {
  const drawn = useRef<{ of: PairPicture; picture: SurfacePicture }>(undefined);
  const shown = () => {
    const of = picture();
    if (!of) return undefined;
    if (drawn.current?.of !== of) {
      const sheets = of.sheets ? [fillOf(of, 'neuronI'), fillOf(of, 'neuronJ')] : [];
      drawn.current = { of, picture: { box: of.box, solid: fillOf(of, of.term), sheets } };
    }
    return drawn.current.picture;
  };
  return <FunctionSurface theme={theme} halfWidth={halfWidth} tints={TINTS} picture={shown} />;
}
