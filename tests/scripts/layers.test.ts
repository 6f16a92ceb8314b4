import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths';

interface Report {
  diagnostics: { category: string; message: string; location: { path: string } }[];
}

const forbidden: [file: string, imported: string][] = [
  ['src/math/pair/pair.ts', '#state/store'],
  ['src/math/pair/pair.ts', 'three'],
  ['src/math/pair/pair.ts', 'react'],
  ['src/math/pair/pair.ts', 'node:fs'],
  ['src/math/pair/pair.ts', '../state/store'],
  ['src/workers/train.ts', '#state/store'],
  ['src/workers/train.ts', 'zustand'],
  ['src/state/store.ts', 'react'],
  ['src/state/store.ts', '#scene/surface'],
  ['src/scene/surface.tsx', '#state/store'],
  ['src/ui/surface.tsx', '@react-three/fiber'],
  ['src/ui/slider.tsx', 'three'],
  ['src/ui/slider.tsx', '#figures/figure'],
  ['src/ui/slider.tsx', '#plot/plot'],
  ['src/plot/line.tsx', '#figures/figure'],
  ['src/plot/line.tsx', '#state/figure-store'],
  ['src/plot/line.tsx', 'three'],
  ['src/figures/pair/view.tsx', '#figures/channel/view'],
  ['src/figures/pair/view.tsx', '../channel/view'],
  ['src/figures/pair/view.tsx', '#story/article'],
  ['src/pair/term-map.ts', '#workers/messages'],
  ['src/pair/term-map.ts', '#landscape/slice-map'],
  ['src/export/capture.ts', '#figures/registry'],
  ['src/export/capture.ts', '#app/tools'],
  ['src/export/capture.ts', '#share/address'],
  ['src/export/animation/film.ts', '../request'],
  ['src/share/dialog.tsx', '#app/tools'],
  ['src/share/dialog.tsx', '#figures/registry'],
  ['src/share/dialog.tsx', '#scene/stage'],
  ['src/host/embed-connection.ts', '#figures/figure'],
  ['src/host/embed-connection.ts', '#ui/theme'],
  ['src/host/embed-connection.ts', 'react'],
  ['src/talk/glide.ts', '#figures/pair/schema'],
  ['src/talk/glide.ts', '#figures/registry'],
  ['src/talk/glide.ts', '#math/pair/pair'],
  ['src/talk/bar.tsx', '#app/page'],
  ['src/story/article.tsx', '#scene/stage'],
  ['src/story/article.tsx', '#app/page'],
  ['src/story/article.tsx', '../math/pair'],
  ['src/story/article.tsx', '#figures/pair/view'],
  ['src/story/parts/predict/report-answer.ts', '#host/embed-connection'],
  ['src/languages/de/pair.ts', '#figures/pair/schema'],
  ['src/languages/de/pair.ts', '#ui/theme'],
  ['src/languages/de/index.ts', '#story/article'],
  ['src/figures/pair/view.tsx', '#languages/load-language'],
  ['src/ui/language.ts', '#languages/load-language'],
];

const allowed: [file: string, imported: string][] = [
  ['src/math/pair/pair.ts', './activation'],
  ['src/workers/train.ts', '#math/pair/pair'],
  ['src/state/store.ts', '#math/pair/pair'],
  ['src/state/store.ts', 'zustand/vanilla'],
  ['src/scene/surface.tsx', 'three'],
  ['src/scene/surface.tsx', 'react'],
  ['src/ui/slider.tsx', '#state/store'],
  ['src/plot/line.tsx', 'd3-shape'],
  ['src/plot/plot.tsx', '#ui/source'],
  ['src/figures/pair/view.tsx', '#plot/plot'],
  ['src/story/parts/draw.tsx', '#plot/line'],
  ['src/figures/pair/view.tsx', '#scene/surface'],
  ['src/figures/pair/view.tsx', '#figures/figure'],
  ['src/figures/pair/view.tsx', '#pair/epsilon-bar'],
  ['src/pair/term-map.ts', '#scene/stage'],
  ['src/export/capture.ts', '#scene/renderers'],
  ['src/export/capture.ts', '#figures/figure'],
  ['src/export/animation/film.ts', '#export/request'],
  ['src/export/animation/film.ts', 'mediabunny'],
  ['src/share/dialog.tsx', '#ui/dialog'],
  ['src/share/dialog.tsx', 'uqr'],
  ['src/host/embed-connection.ts', '#state/codec'],
  ['src/host/embed-connection.ts', '#ui/figure-context'],
  ['src/host/element.ts', './protocol'],
  ['src/talk/glide.ts', '#state/animation'],
  ['src/talk/parse-talk.ts', '#figures/figure'],
  ['src/talk/bar.tsx', 'react'],
  ['src/story/article.tsx', '#figures/registry'],
  ['src/story/parts/fact.tsx', '#story/context'],
  ['src/story/facts/facts.ts', '#math/pair/pair'],
  ['src/app/main.ts', '#figures/pair/view'],
  ['src/story/parts/predict/report-answer.ts', '#host/protocol'],
  ['src/languages/de/pair.ts', '#figures/pair/text'],
  ['src/languages/de/panels.ts', '#figures/landscape/panels/text'],
  ['src/languages/de/export.ts', '#export/animation/text'],
  ['src/languages/load-language.ts', '#ui/language'],
  ['src/app/main.ts', '#languages/load-language'],
];

/** The file that the n-th import is planted in: one of its own, in the folder of the file it stands for. */
const planted = (n: number, file: string) => file.replace(/(\w+)(\.tsx?)$/, `planted${n}$2`);

function lint(folder: string): Promise<Report> {
  return new Promise((resolve, reject) => {
    const args = [
      join(root, 'node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--reporter=json',
      '--max-diagnostics=none',
      'src',
    ];
    execFile(process.execPath, args, { cwd: folder }, (_failed, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout) as Report);
      } catch {
        reject(new Error(`biome reported nothing: ${stderr}`));
      }
    });
  });
}

describe('the layers that biome.json lays down', () => {
  // A copy of the rules beside planted files: nothing is written into the real src.
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const complaints = new Map<string, string>();
  beforeAll(async () => {
    copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    for (const [n, [file, imported]] of [...forbidden, ...allowed].entries()) {
      const path = join(folder, planted(n, file));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `import { thing } from '${imported}';\nexport const planted = thing;\n`);
    }
    for (const { category, message, location } of (await lint(folder)).diagnostics) {
      if (category === 'lint/style/noRestrictedImports') complaints.set(location.path, message);
    }
  });

  it.each(forbidden.map((pair, n) => [...pair, n] as const))('%s may not import %s', (file, _imported, n) => {
    expect(complaints.get(planted(n, file))).toMatch(/may import/);
  });

  it.each(allowed.map((pair, n) => [...pair, n + forbidden.length] as const))(
    '%s may import %s',
    (file, _imported, n) => {
      expect(complaints.get(planted(n, file))).toBeUndefined();
    },
  );
});
