import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { leanThree } from '../../scripts/lib/lean-three';
import { root } from '../../scripts/lib/paths';

const code = readFileSync(join(root, 'node_modules/three/build/three.module.js'), 'utf8');

/** The shader code of a piece, as it is written. */
function pieceOf(text: string, name: string): string {
  return new RegExp(`^(?:const|var) ${name} = ("(?:[^"\\\\]|\\\\.)*");$`, 'm').exec(text)?.[1] ?? '';
}

describe('three.js without the shaders that we do not use', () => {
  const lean = leanThree(code);

  it('is a good deal smaller', () => {
    expect(gzipSync(lean).length).toBeLessThan(0.87 * gzipSync(code).length);
  });

  const piece = (name: string) => pieceOf(lean, name);

  it('keeps every piece that a kept one includes', () => {
    for (const name of [
      'common',
      'begin_vertex',
      'project_vertex',
      'lights_lambert_fragment',
      'color_fragment',
      // Does something also without the feature.
      'specularmap_fragment',
    ]) {
      expect(piece(name)).toBe(pieceOf(code, name));
      expect(piece(name).length).toBeGreaterThan(20);
    }
    expect(piece('lights_physical_pars_fragment')).toContain('#error');
  });

  it('keeps the shaders of all materials in our scenes', () => {
    const src = join(root, 'src');
    const used = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) => readFileSync(join(src, path), 'utf8').match(/(?<=new )[A-Z]\w*Material\b/g) ?? []);
    // These two bring their own.
    const own = ['ShaderMaterial', 'LineMaterial'];
    const kept = ['MeshBasicMaterial', 'MeshLambertMaterial'];
    expect(new Set(used)).toEqual(new Set([...own, ...kept]));
  });

  it('changes nothing but these pieces', () => {
    const lines = code.split('\n');
    const changed = lean.split('\n').filter((line, k) => line !== lines[k]);
    expect(changed.length).toBeGreaterThan(50);
    for (const line of changed) expect(line).toMatch(/^(const|var) [\w$]+ = "(#error .*)?";$/);
    expect(lean.split('\n').length).toBe(lines.length);
  });

  it('says so when three.js is written in another way', () => {
    expect(() => leanThree(code.replace('const ShaderChunk', 'const Pieces'))).toThrow(/lean-three/);
  });
});
