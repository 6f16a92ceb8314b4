import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths';
import { toolPath } from '../../scripts/lib/tools';

/** The words that are found wrong in a text, as if it stood in a file of the project. */
function wrongWords(path: string, text: string): Promise<string[]> {
  const args = [toolPath('cspell', 'cspell'), 'lint', '--no-progress', '--words-only', `stdin://${path}`];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: root }, (_, out) => {
      resolve(out.split('\n').filter(Boolean));
    });
    child.stdin?.end(text);
  });
}

const chapter = 'src/story/chapters/road';

describe('the spelling', () => {
  it('is German in German texts', async () => {
    const text = 'Die Eigenwerte der Straße, das Gefäll und the strasse.\n';
    expect(await wrongWords(`${chapter}/de.mdx`, text)).toEqual(['Gefäll', 'strasse']);
  });

  it('is British in English texts, whose formulas, code and settings are left alone', async () => {
    const text =
      'The color, optimized: <Option value="widht" why="A hihg wall.">towr</Option> of $\\lammax$ and `dbias`\n\n```sh\nnpx tsc\n```\n';
    expect(await wrongWords(`${chapter}/en.mdx`, text)).toEqual(['color', 'hihg', 'towr']);
  });

  it('is looked at in strings, not in their names', async () => {
    const text = "export const text = {\n  wdir: 'A littel angle.',\n};\n";
    expect(await wrongWords('src/figures/pair/text.ts', text)).toEqual(['littel']);
  });

  it('has a sorted list of words of its own', () => {
    const words = readFileSync(join(root, '.cspell/words.txt'), 'utf8').trimEnd().split('\n');
    const { compare } = new Intl.Collator('en');
    expect(words).toEqual([...new Set(words)].sort(compare));
  });
});
