/** How surfaces look: colour by value, soft light, fine lines at data values, cut flat and visibly at the frame. */
import { shaderMaterial } from '@react-three/drei';
import { extend } from '@react-three/fiber';
import { useMemo } from 'react';
import {
  Color,
  type DataTexture,
  DoubleSide,
  LinearFilter,
  RGBAFormat,
  type ShaderMaterial,
  Vector2,
} from 'three';
import type { ColourTable } from '#math/numerics/oklab';
import { unitOf } from './unit';

const vertexShader = /* glsl */ `
  uniform vec2 light;       // azimuth and height of the light, radians
  attribute float value;
  attribute vec2 point;
  varying float vValue;
  varying vec2 vPoint;
  varying float vShade;
  varying float vGloss;
  varying float vSide;
  void main() {
    vValue = value;
    vPoint = point;
    vec4 world = modelMatrix * vec4(position, 1.0);
    vec3 eye = normalize(cameraPosition - world.xyz);
    vec3 sun = vec3(cos(light.y) * sin(light.x), sin(light.y), cos(light.y) * cos(light.x));
    float diffuse = 0.5 + 0.5 * dot(normal, sun);
    vShade = 0.62 + 0.40 * diffuse * diffuse + 0.05 * normal.y;
    vGloss = pow(max(dot(normal, normalize(sun + eye)), 0.0), 40.0);
    vSide = dot(normal, eye);
    gl_Position = projectionMatrix * viewMatrix * world;
  }
`;

const fragmentShader = /* glsl */ `
  uniform sampler2D table;
  uniform float gridStep;   // distance of the fine lines, in units of x
  uniform float gridStrength;
  uniform float isoStep;    // distance of the light isolines in value, 0 for none
  uniform vec3 tint;
  uniform float tintAmount;
  uniform float opacity;
  uniform vec3 edgeColour;
  uniform float density;    // pixels for each pixel of the page
  varying float vValue;
  varying vec2 vPoint;
  varying float vShade;
  varying float vGloss;
  varying float vSide;

  // Coverage of a line of the given width in pixels of the page where the coordinate is 0.
  float lineAt(float distance, float pageWidth, float pixel) {
    float width = pageWidth * density;
    return 1.0 - smoothstep(width - 0.5, width + 0.5, distance / max(pixel, 1e-9));
  }

  void main() {
    float beyond = abs(vValue) - 1.0;
    if (beyond > 0.0) discard;

    vec3 colour = texture2D(table, vec2(clamp(0.5 + 0.5 * vValue, 0.002, 0.998), 0.5)).rgb;
    colour = mix(colour, tint, tintAmount);

    // Both sides are lit alike, so that colours mean the same from below; the gloss is the reader's side's.
    colour = vSide < 0.0 ? colour * vShade * 0.92 : colour * vShade + 0.07 * vGloss;

    vec2 cell = abs(fract(vPoint / gridStep - 0.5) - 0.5) * gridStep;
    vec2 pixel = fwidth(vPoint);
    // Lines fade where they would run together.
    vec2 fade = 1.0 - smoothstep(0.12, 0.4, density * pixel / gridStep);
    float grid = max(lineAt(cell.x, 0.6, pixel.x) * fade.x, lineAt(cell.y, 0.6, pixel.y) * fade.y);
    colour = mix(colour, edgeColour, gridStrength * grid);

    if (isoStep > 0.0) {
      float level = abs(fract(vValue / isoStep - 0.5) - 0.5) * isoStep;
      float iso = lineAt(level, 0.5, fwidth(vValue));
      colour = mix(colour, vec3(1.0), 0.38 * iso);
    }

    float cut = lineAt(-beyond, 1.4, fwidth(vValue));
    colour = mix(colour, edgeColour, 0.75 * cut);
    gl_FragColor = vec4(colour, mix(opacity, 1.0, 0.75 * cut));
  }
`;

export interface SurfaceLook {
  readonly table: ColourTable;
  /** Colour of the fine lines and of the cut at the frame. */
  readonly edge: string;
  /** Distance of the fine lines in units of x. */
  readonly gridStep: number;
  /** How dark they are, 0 to 1. */
  readonly gridStrength?: number;
  /** Distance of light isolines in units of value. */
  readonly isoStep?: number;
  /** Whether lines that lie on it are seen. */
  readonly underLines?: boolean;
  /** A translucent sheet in one colour instead of a solid surface coloured by value. */
  readonly sheet?: { readonly tint: string; readonly opacity: number };
}

/** sRGB components as the shader wants them: it works in display colours throughout. */
function displayColour(hex: string): Color {
  const colour = new Color();
  colour.setStyle(hex, 'srgb-linear');
  return colour;
}

/** Lines keep their width in pixels of the drawings over them, on fine screens and in large pictures. */
function keepDensity(material: ShaderMaterial | undefined): void {
  if (!material) return;
  material.onBeforeRender = (renderer, _scene, camera) => {
    const { density } = material.uniforms;
    const ratio = renderer.getPixelRatio() * unitOf(camera);
    if (!density || density.value === ratio) return;
    density.value = ratio;
    material.uniformsNeedUpdate = true;
  };
}

const Shader = extend(
  shaderMaterial(
    {
      table: null as DataTexture | null,
      gridStep: 1,
      gridStrength: 0,
      isoStep: 0,
      tint: new Color(),
      tintAmount: 0,
      opacity: 1,
      edgeColour: new Color(),
      light: new Vector2(-0.9, 0.95),
      density: 1,
    },
    vertexShader,
    fragmentShader,
    keepDensity,
  ),
);

/** A material for surfaces whose values are in units of the frame: colours span -1 to 1, and beyond it is cut. */
export function SurfaceMaterial({ look }: { readonly look: SurfaceLook }) {
  const { sheet, edge } = look;
  const tint = useMemo(() => displayColour(sheet?.tint ?? '#000000'), [sheet?.tint]);
  const edgeColour = useMemo(() => displayColour(sheet?.tint ?? edge), [sheet?.tint, edge]);
  return (
    <Shader
      side={DoubleSide}
      gridStep={look.gridStep}
      gridStrength={sheet ? 0.12 : (look.gridStrength ?? 0.24)}
      isoStep={look.isoStep ?? 0}
      tint={tint}
      tintAmount={sheet ? 1 : 0}
      opacity={sheet?.opacity ?? 1}
      edgeColour={edgeColour}
      transparent={sheet !== undefined}
      depthWrite={sheet === undefined}
      // Where a sheet lies on the surface, the surface shows; lines on a landscape win over it.
      polygonOffset={sheet !== undefined || look.underLines === true}
      polygonOffsetFactor={1}
      polygonOffsetUnits={sheet ? 8 : 4}
    >
      <dataTexture
        attach="table"
        args={[look.table, 256, 1, RGBAFormat]}
        minFilter={LinearFilter}
        magFilter={LinearFilter}
        needsUpdate
      />
    </Shader>
  );
}
