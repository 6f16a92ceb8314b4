/**
 * Leaves shader code out of three.js that no material of ours uses: a quarter of what a reader would load of it, and
 * bundlers cannot see that it is unused. A material that needs a piece left out fails to compile, loudly.
 */
import type { Plugin } from 'vite';
import { coreParts, rendererParts, withoutLateProperties, withoutParts } from './three-parts.ts';

/** What stays: the shaders of three's own materials that we use, and what the shaders of lines include. */
const ROOTS = [
  'meshbasic_vert',
  'meshbasic_frag',
  'meshlambert_vert',
  'meshlambert_frag',
  'fog_pars_vertex',
  'fog_vertex',
  'logdepthbuf_pars_vertex',
  'logdepthbuf_vertex',
  'clipping_planes_pars_vertex',
  'clipping_planes_vertex',
  // Put before every shader by the renderer itself.
  'colorspace_pars_fragment',
  'tonemapping_pars_fragment',
] as const;

/**
 * Features that no material of ours has: textures of every kind, shadows, skeletons, morphing, fog, clipping. Those of
 * their pieces that do nothing unless a feature is switched on may be empty.
 */
const UNUSED =
  /^(?:alpha(?:hash|map|test)|aomap|batching|bumpmap|clearcoat|clipping|cube_uv|displacement|dithering|emissivemap|envmap|fog|gradientmap|iridescence|light(?:map|probe)|logdepthbuf|map_|metalness|morph|normal_fragment_maps|normalmap|roughness|shadow|skin|specularmap|transmission|uv_|worldpos)/;

/** Fewer pieces than this, and three.js is written in another way than this file knows. */
const LEAST_PIECES = 100;

const LEFT_OUT = '"#error This shader is left out of the build: scripts/lib/lean-three.ts"';

/** The pieces of shader code by the names by which they include each other. */
function piecesOf(code: string): ReadonlyMap<string, string> {
  const texts = new Map(
    [...code.matchAll(/^(?:const|var) ([\w$]+) = ("(?:[^"\\]|\\.)*");$/gm)].map(
      ([, name = '', text = '']) => [name, text],
    ),
  );
  const table = /const ShaderChunk = \{([^}]*)\}/.exec(code)?.[1] ?? '';
  const entries = [...table.matchAll(/(\w+): ([\w$]+)/g)].map(
    ([, name = '', variable = '']) => [name, texts.get(variable) ?? ''] as const,
  );
  return new Map(entries.filter(([, text]) => text !== ''));
}

/** Whether all of a piece is between `#if` and `#endif`, without anything for the other case. */
function isOnlyForFeature(text: string): boolean {
  let depth = 0;
  for (const line of text.slice(1, -1).split('\\n')) {
    const word = line.trim();
    if (/^#if/.test(word)) depth += 1;
    else if (/^#endif/.test(word)) depth -= 1;
    else if (word !== '' && (depth === 0 || (depth === 1 && /^#el/.test(word)))) return false;
  }
  return true;
}

/** These pieces and all that they include. */
function withIncluded(pieces: ReadonlyMap<string, string>, roots: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const [, included = ''] of (pieces.get(name) ?? '').matchAll(/#include <(\w+)>/g))
      open.push(included);
  }
  return found;
}

/**
 * The code of three.js without the shaders that are not used.
 *
 * @throws Error when the code is not written as expected, as after an update of three.js.
 */
export function leanThree(code: string): string {
  const pieces = piecesOf(code);
  const missing = ROOTS.filter((root) => !pieces.has(root));
  if (pieces.size < LEAST_PIECES || missing.length > 0) {
    throw new Error(`three.js is not as scripts/lib/lean-three.ts expects it: ${pieces.size} shader pieces`);
  }
  const kept = withIncluded(pieces, ROOTS);
  let lean = code;
  for (const [name, text] of pieces) {
    if (UNUSED.test(name) && isOnlyForFeature(text)) lean = lean.replace(text, () => '""');
    else if (!kept.has(name)) lean = lean.replace(text, () => LEFT_OUT);
  }
  return lean;
}

/** Makes three.js lean as it is bundled. */
export function leanThreePlugin(): Plugin {
  return {
    name: 'minima:lean-three',
    apply: 'build',
    transform: {
      filter: { id: /three\/build\/three\.(?:module|core)\.js$/ },
      handler: (code, id) => ({
        code: id.endsWith('core.js')
          ? withoutLateProperties(withoutParts(code, coreParts))
          : withoutParts(leanThree(code), rendererParts),
        map: null,
      }),
    },
  };
}
