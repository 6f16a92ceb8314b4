import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import type * as Three from 'three';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths';
import { coreParts, rendererParts, withoutLateProperties, withoutParts } from '../../scripts/lib/three-parts';

const code = (name: string) => readFileSync(join(root, 'node_modules/three/build', name), 'utf8');
const core = withoutLateProperties(withoutParts(code('three.core.js'), coreParts));
const renderer = withoutParts(code('three.module.js'), rendererParts);

describe('three.js without the parts that our scenes do not use', () => {
  const folder = mkdtempSync(join(tmpdir(), 'three-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  let three: typeof Three;
  beforeAll(async () => {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'three.core.js'), core);
    writeFileSync(join(folder, 'three.module.js'), renderer);
    three = (await import(pathToFileURL(join(folder, 'three.module.js')).href)) as typeof Three;
  });

  it('is smaller by a good deal', () => {
    expect(code('three.module.js').length - renderer.length).toBeGreaterThan(120_000);
    expect(code('three.core.js').length - core.length).toBeGreaterThan(80_000);
  });

  it('does what our scenes ask of it', () => {
    const mesh = new three.Mesh(
      new three.SphereGeometry(1),
      new three.MeshLambertMaterial({ color: '#336699' }),
    );
    const scene = new three.Scene().add(mesh, new three.DirectionalLight('#ffffff', 2));
    scene.updateMatrixWorld();
    const ray = new three.Raycaster(new three.Vector3(0, 0, 5), new three.Vector3(0, 0, -1));
    expect(ray.intersectObject(scene)[0]?.distance).toBeCloseTo(4, 1);
    expect(mesh.material.color.getHexString()).toBe('336699');
    mesh.geometry.dispose();
    mesh.material.dispose();
  });

  it('says where to look when something else is asked of it', () => {
    const said = /^three\.js is built without \w+: scripts\/lib\/three-parts\.ts$/;
    expect(() => new three.Scene().toJSON()).toThrow(said);
    expect(() => new three.TextureLoader()).toThrow(said);
    expect(() => new three.NumberKeyframeTrack('x', [0], [1])).toThrow(said);
  });

  it('leaves nothing that keeps an unused class', () => {
    const late = /^[A-Z]\w*\.(?:prototype\.)?\w+ = /gm;
    expect(code('three.core.js').match(late)?.length).toBeGreaterThan(20);
    for (const kept of core.match(late) ?? []) expect(kept).toMatch(/\.(?:DEFAULT_\w+|NAMES) = $/);
  });

  it('cannot be made of code that is written in another way', () => {
    const parts = [{ name: 'Loader' }];
    expect(() => withoutParts('export const Loader = class {\n};\n', parts)).toThrow(/0 times Loader/);
    const two = 'class Loader {\n}\nfunction Loader( a ) {\n}\n';
    expect(() => withoutParts(two, parts)).toThrow(/2 times Loader/);
  });
});

describe('a part that is left out', () => {
  const run = (text: string) => runInNewContext(`(() => {${text}})()`) as unknown;

  it('keeps what stands around it', () => {
    const sample = [
      'function outer() {',
      '\tfunction inner( a, b = 2 ) {',
      '\t\tif ( a ) {',
      '\t\t\treturn 1;',
      '\t\t}',
      '\t}',
      '\treturn 3;',
      '}',
      'return outer();',
    ].join('\n');
    expect(run(withoutParts(sample, [{ name: 'inner', instead: 'return 4;' }]))).toBe(3);
    const called = sample.replace('return 3;', 'return inner( 1 );');
    expect(run(called)).toBe(1);
    expect(run(withoutParts(called, [{ name: 'inner', instead: 'return 4;' }]))).toBe(4);
    expect(() => run(withoutParts(called, [{ name: 'inner' }]))).toThrow(/built without inner/);
  });

  it('may be a class, or a method of many', () => {
    const sample = [
      'class Base {',
      '\tsave( to ) {',
      '\t\treturn 1;',
      '\t}',
      '}',
      'class Other extends Base {',
      '\tsave() {',
      '\t\treturn 2;',
      '\t}',
      '}',
    ].join('\n');
    const noSave = withoutParts(sample, [{ name: 'save', instead: 'return 0;', all: true }]);
    expect(run(`${noSave}\nreturn [new Base().save(), new Other().save()];`)).toEqual([0, 0]);
    const noBase = withoutParts(sample, [{ name: 'Base' }]);
    expect(() => run(`${noBase}\nreturn new Other();`)).toThrow(/built without Base/);
  });
});
