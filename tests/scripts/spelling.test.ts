import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../../scripts/lib/paths';

const texts = {
  'src/story/chapters/road/de.mdx': 'Die Eigenwerte der Straße, das Gefäll und the strasse.\n',
  'src/story/chapters/road/en.mdx':
    'The color, optimized: <Option value="widht" why="A hihg wall.">towr</Option> of $\\lammax$ and `dbias`\n\n```sh\nnpx tsc\n```\n',
  'src/figures/pair/text.ts': "export const text = {\n  wdir: 'A littel angle.',\n};\n",
};

/** The words that are found wrong in each text, as if it stood in that file of the project. */
async function wrongWords(): Promise<Record<string, string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'spelling-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['cspell.config.json', '.cspell', 'node_modules'])
    symlinkSync(join(root, name), join(folder, name));
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const args = [
    join(root, 'node_modules/cspell/bin.mjs'),
    'lint',
    '--no-progress',
    '--no-color',
    ...Object.keys(texts),
  ];
  const out = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (_, stdout) => resolve(stdout));
  });
  const found: Record<string, string[]> = {};
  for (const line of out.split('\n')) {
    const [, path = '', word = ''] = /^(\S+?):\d+:\d+ - \w+ word \((.*?)\)/.exec(line) ?? [];
    if (path) found[path] = [...(found[path] ?? []), word];
  }
  return found;
}

describe('the spelling', () => {
  it('is German in German texts, British in English ones; code, formulas and names are left alone', async () => {
    expect(await wrongWords()).toEqual({
      'src/story/chapters/road/de.mdx': ['Gefäll', 'strasse'],
      'src/story/chapters/road/en.mdx': ['color', 'hihg', 'towr'],
      'src/figures/pair/text.ts': ['littel'],
    });
  });

  it('has a sorted list of words of its own', () => {
    const words = readFileSync(join(root, '.cspell/words.txt'), 'utf8').trimEnd().split('\n');
    const { compare } = new Intl.Collator('en');
    expect(words).toEqual([...new Set(words)].sort(compare));
  });
});
