import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { figures } from '#figures/registry';
import { html } from '#share/escape';
import { readCommand } from '../../scripts/lib/screenshot/command';
import { exitCodes, Failure } from '../../scripts/lib/screenshot/failure';
import { checkWritable, makeFolder, writeWhole } from '../../scripts/lib/screenshot/files';
import { commandLine, galleryPage } from '../../scripts/lib/screenshot/gallery-page';
import { fileName, type PictureSpec } from '../../scripts/lib/screenshot/picture';
import { type Renderer, withoutDates } from '../../scripts/lib/screenshot/renderer';
import { type Environment, runCommand, writeGallery } from '../../scripts/lib/screenshot/run';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function allPictures(words: string): readonly PictureSpec[] {
  const command = readCommand(words.split(' '), figures);
  return command.kind === 'gallery' ? command.pictures : [];
}

/** A renderer without a browser. */
function rendererOf(render: Renderer['render']): Renderer {
  return { render, close: () => Promise.resolve() };
}

/** Its files are their names. */
const naming = rendererOf((picture) => Promise.resolve({ bytes: Buffer.from(fileName(picture)) }));

function environment(rest: Partial<Environment> = {}) {
  const logged: string[] = [];
  const errors: string[] = [];
  const env: Environment = {
    figures,
    site: undefined,
    folder,
    build: () => Promise.resolve(),
    openRenderer: () => Promise.resolve(naming),
    log: (line) => logged.push(line),
    logError: (line) => errors.push(line),
    ...rest,
  };
  return { env, logged, errors };
}

describe('a file', () => {
  it('is written whole in place of what was there', () => {
    writeFileSync(join(folder, 'a.png'), 'old');
    writeWhole(join(folder, 'a.png'), Buffer.from('picture'));
    expect(readdirSync(folder)).toEqual(['a.png']);
    expect(readFileSync(join(folder, 'a.png'), 'utf8')).toBe('picture');
  });

  it.each([
    ['', /it is a folder/],
    ['gone/a.png', /there is no such folder/],
    ['plain/a.png', /is not a folder/],
    [`${'x'.repeat(300)}.png`, /the name is too long/],
  ])('cannot be “%s”', (name, sentence) => {
    writeFileSync(join(folder, 'plain'), '');
    expect(() => checkWritable(join(folder, name))).toThrow(sentence);
    expect(() => writeWhole(join(folder, name), Buffer.from(''))).toThrow(Failure);
    expect(() => makeFolder(join(folder, 'plain'))).toThrow(/is not a folder/);
    expect(readdirSync(folder)).toEqual(['plain']);
  });
});

describe('a document', () => {
  it('loses its dates and nothing else', () => {
    const text = "%PDF /Title (D:mark) /CreationDate (D:20261122235959+02'00') /ModDate (D:20261122235959Z)";
    const plain = Buffer.from(withoutDates(Buffer.from(text, 'latin1'))).toString('latin1');
    expect(plain).toHaveLength(text.length);
    expect(plain).toBe(
      "%PDF /Title (D:mark) /CreationDate (D:19700101000000+00'00') /ModDate (D:19700101000000Z)",
    );
  });
});

describe('a gallery', () => {
  it('has a page with every picture, its words, its command and its link', () => {
    const pictures = allPictures('--all --size 800x450');
    const page = galleryPage(pictures, figures, 'https://example.org/m/');
    for (const picture of pictures) {
      expect(page).toContain(`src="${fileName(picture)}"`);
      expect(page).toContain(commandLine(picture));
    }
    for (const { id, presets } of figures) {
      for (const preset of presets) {
        expect(page).toContain(html(preset.teaches));
        expect(page).toContain(`https://example.org/m/?figure=${id}&amp;preset=${preset.id}`);
      }
    }
    // Nothing of another host but the links.
    expect(page).not.toMatch(/(?:src|url\()="?https?:/);
  });

  it('names commands that make the same pictures', () => {
    for (const picture of allPictures(
      '--all --size 800x450 --scale 2 --background ff0000 --profile projector --hide title,legend',
    )) {
      const words = commandLine(picture).replace('npm run screenshot -- ', '').split(' ');
      expect(readCommand(words, figures)).toMatchObject({ kind: 'picture', picture });
    }
  });

  it('goes on after a failure, and names it', async () => {
    const pictures = allPictures('pair --all');
    const failing = rendererOf((picture) =>
      picture.preset === 'ridge' && picture.theme === 'dark'
        ? Promise.reject(new Failure(exitCodes.figureFailed, 'It fell.'))
        : naming.render(picture),
    );
    const { env, errors } = environment();
    const failed = await writeGallery(failing, pictures, folder, env);
    expect(failed).toEqual(['pair-ridge-dark.png']);
    expect(errors).toEqual([expect.stringMatching(/pair-ridge-dark\.png: It fell\.$/)]);
    expect(readdirSync(folder)).toHaveLength(pictures.length);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toContain('pair-ridge-dark.png');
  });
});

describe('the command', () => {
  it('writes a file and logs a line about it', async () => {
    const { env, logged } = environment();
    await runCommand(['pair', '--out', 'a.png'], env);
    expect(logged).toEqual(['a.png: 0.0 kB']);
    expect(readdirSync(folder)).toEqual(['a.png']);
  });

  it('fills a folder with all pictures of a figure and a page to look at them', async () => {
    const { env, logged } = environment();
    await runCommand('duo --all --theme dark --out all'.split(' '), env);
    const count = figures.find(({ id }) => id === 'duo')?.presets.length ?? 0;
    expect(logged).toHaveLength(count + 1);
    expect(logged.at(-2)).toMatch(new RegExp(`^${count}/${count} duo-`));
    expect(logged.at(-1)).toBe(`${join('all', 'index.html')} shows them all`);
    const names = readdirSync(join(folder, 'all'));
    expect(names.filter((name) => name.endsWith('-dark.png'))).toHaveLength(count);
    const page = readFileSync(join(folder, 'all/index.html'), 'utf8');
    const shown = [...page.matchAll(/<img src="([^"]+)"/g)].map(([, name = '']) => name);
    expect(names.sort()).toEqual([...shown, 'index.html'].sort());
  });

  it('leaves no file when the figure fails', async () => {
    const fall = rendererOf(() => Promise.reject(new Failure(exitCodes.figureFailed, 'It fell.')));
    const { env } = environment({ openRenderer: () => Promise.resolve(fall) });
    await expect(runCommand(['pair', '--out', 'a.png'], env)).rejects.toMatchObject({
      code: exitCodes.figureFailed,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('fails before the browser starts when the file cannot be written', async () => {
    const { env } = environment({ openRenderer: () => Promise.reject(new Error('it was started')) });
    await expect(runCommand(['pair', '--out', 'no/a.png'], env)).rejects.toMatchObject({
      code: exitCodes.unwritable,
    });
  });
});

it('the commands in the README and in docs/pictures.md are understood', () => {
  const text = ['README.md', 'docs/pictures.md'].map((name) => readFileSync(name, 'utf8')).join('\n');
  const lines = [...text.matchAll(/^npm run screenshot -- (.*)$/gm)].map(([, words = '']) => words);
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, within, bare]) => within ?? bare ?? '');
    expect(() => readCommand(words, figures)).not.toThrow();
  }
});
