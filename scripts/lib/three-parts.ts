/**
 * Parts of three.js that our scenes never use and that bundlers cannot see to be unused, as the renderer mentions them all:
 * virtual reality, shadows, drawing into textures, materials of other kinds, writing scenes to files. What is asked for
 * after all throws an error that names this file.
 */

/** A class, function or method of three.js whose inside is left out. */
interface Part {
  readonly name: string;
  /** What it does instead; it throws without. */
  readonly instead?: string;
  /** Whether it stands for all of this name; otherwise there must be one. */
  readonly all?: boolean;
}

/** The statement that tells a programmer why something does not work. */
function refusal(name: string): string {
  return `throw new Error('three.js is built without ${name}: scripts/lib/three-parts.ts');`;
}

/** Parts that only say so when they are called. */
const refused = (names: string): readonly Part[] => names.split(' ').map((name) => ({ name }));

/** Of `three.module.js`: the renderer. */
export const rendererParts: readonly Part[] = [
  {
    name: 'WebXRManager',
    instead: `
      constructor() { super(); this.enabled = false; this.isPresenting = false; }
      getEnvironmentBlendMode() {}
      setAnimationLoop() {}
      dispose() {}`,
  },
  {
    name: 'WebGLShadowMap',
    instead: `this.enabled = false; this.render = lights => { if (lights.length > 0) ${refusal('shadows')} };`,
  },
  {
    name: 'WebGLEnvironments',
    instead: `return { get(texture) { if (texture) ${refusal('environments')} return null; }, dispose() {} };`,
  },
  {
    name: 'WebGLMorphtargets',
    instead: `return { update() { ${refusal('morphing')} } };`,
  },
  {
    name: 'WebGLUniformsGroups',
    instead: `const refuse = () => { ${refusal('groups of uniforms')} };
      return { bind: refuse, update: refuse, dispose() {} };`,
  },
  {
    name: 'WebGLClipping',
    instead: `this.uniform = { value: null, needsUpdate: false }; this.numPlanes = 0; this.numIntersection = 0;
      this.init = (planes, isLocal) => { if (isLocal || planes.length > 0) ${refusal('clipping')} return false; };`,
  },
  // Of the background, what draws a texture.
  {
    name: 'addToRenderList',
    instead: `if (getBackground(scene)?.isTexture) ${refusal('backgrounds')}`,
  },
  // A table for shaders that are left out; others have a place for it as well.
  { name: 'getDFGLUT', instead: 'return null;' },
  { name: 'WebGLOutput' },
  // Textures of other kinds than ours, and drawing into textures.
  ...refused('setTexture2DArray setTexture3D setTextureCube uploadCubeTexture updateVideoTexture'),
  ...refused('setupRenderTarget setupFrameBufferTexture setupRenderBufferStorage setupDepthTexture'),
  ...refused('setupDepthRenderbuffer rebindTextures updateRenderTargetMipmap updateMultisampleRenderTarget'),
  ...refused('deallocateRenderTarget getInternalDepthFormat getRenderTargetSamples useMultisampledRTT'),
  // Methods of the renderer.
  ...refused('setEffects setNodesHandler compile compileAsync renderTransmissionPass setRenderTarget'),
  ...refused('setRenderTargetTextures setRenderTargetFramebuffer getReadableState readRenderTargetPixels'),
  ...refused('readRenderTargetPixelsAsync copyFramebufferToTexture copyTextureToTexture initRenderTarget'),
  ...refused('resetState'),
  // Materials of other kinds than ours.
  ...refused('refreshFogUniforms refreshUniformsLine refreshUniformsDash refreshUniformsPoints'),
  ...refused('refreshUniformsSprites refreshUniformsPhong refreshUniformsToon refreshUniformsStandard'),
  ...refused('refreshUniformsPhysical refreshUniformsMatcap refreshUniformsDistance'),
];

/** Of `three.core.js`: what is in a scene. */
export const coreParts: readonly Part[] = [
  { name: 'toJSON', all: true },
  { name: 'fromJSON', all: true },
  ...refused('Interpolant KeyframeTrack Loader PropertyBinding'),
  ...refused('computeTangents'),
];

/** The first line of a part: a class, a function, a method or what is made one. */
function headOf(name: string): RegExp {
  const made = `this\\.${name} = (?:async )?function \\(.*\\)`;
  return new RegExp(
    `^(\\t*)(?:(class) ${name}(?: extends \\w+)?|(?:async )?function ${name}\\(.*\\)|${made}|(?:static )?${name}\\(.*\\)) \\{$`,
  );
}

/**
 * The code of three.js without these parts.
 *
 * @throws Error when one of them is not there, or not alone, as after an update of three.js.
 */
export function withoutParts(code: string, parts: readonly Part[]): string {
  const lines = code.split('\n');
  for (const { name, instead, all = false } of parts) {
    const head = headOf(name);
    let found = 0;
    for (let from = 0; from < lines.length; from++) {
      const match = head.exec(lines[from] ?? '');
      if (!match) continue;
      const [, indent = '', isClass] = match;
      const to = lines.findIndex((line, k) => k > from && (line === `${indent}}` || line === `${indent}};`));
      if (to < 0) continue;
      found += 1;
      const body = instead ?? (isClass ? `constructor() { ${refusal(name)} }` : refusal(name));
      lines.splice(from + 1, to - from - 1, body);
    }
    if (found === 0 || (found > 1 && !all)) {
      throw new Error(`three.js is not as scripts/lib/three-parts.ts expects it: ${found} times ${name}`);
    }
  }
  return lines.join('\n');
}

/** What makes bundlers keep classes that nobody uses: their properties are set after them. */
const LATE = /^(?:Loader|PropertyBinding|\w*KeyframeTrack)\.[\w.]+ = [^;]*;$/gm;

/** The core of three.js without properties set on classes that are left out. */
export function withoutLateProperties(code: string): string {
  return code.replace(LATE, '');
}
