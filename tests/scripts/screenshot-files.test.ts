import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { figures } from '#figures/registry';
import { html } from '#share/escape';
import { readCommand } from '../../scripts/lib/screenshot/command';
import { exitCodes, Trouble } from '../../scripts/lib/screenshot/exit';
import { makeFolder, reserveFile } from '../../scripts/lib/screenshot/files';
import { takeGallery } from '../../scripts/lib/screenshot/gallery';
import { commandLine, galleryPage } from '../../scripts/lib/screenshot/gallery-page';
import { withoutDates } from '../../scripts/lib/screenshot/pdf';
import { runCommand, type World } from '../../scripts/lib/screenshot/run';
import { fileName, type Shot } from '../../scripts/lib/screenshot/shot';
import type { Studio } from '../../scripts/lib/screenshot/studio';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function allShots(words: string): readonly Shot[] {
  const command = readCommand(words.split(' '), figures);
  return command.kind === 'gallery' ? command.shots : [];
}

/** A studio without a browser: its pictures are their names. */
function studio(take: Studio['take']): Studio {
  return { take, recode: (png) => Promise.resolve(png), close: () => Promise.resolve() };
}

const named = studio((shot) => Promise.resolve({ bytes: Buffer.from(fileName(shot)) }));

function world(rest: Partial<World>) {
  const said: string[] = [];
  const complained: string[] = [];
  const whole: World = {
    figures,
    site: undefined,
    folder,
    build: () => Promise.resolve(),
    openStudio: () => Promise.resolve(named),
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    signal: new AbortController().signal,
    ...rest,
  };
  return { whole, said, complained };
}

describe('a reserved file', () => {
  it('is there when it is kept, whole, and only then', () => {
    const reserved = reserveFile(join(folder, 'a.png'));
    expect(readdirSync(folder)).not.toContain('a.png');
    reserved.keep(Buffer.from('picture'));
    reserved.drop();
    expect(readdirSync(folder)).toEqual(['a.png']);
    expect(readFileSync(join(folder, 'a.png'), 'utf8')).toBe('picture');
  });

  it('leaves what was there when it is dropped, and cannot be kept afterwards', () => {
    writeFileSync(join(folder, 'a.png'), 'old');
    const interrupt = new AbortController();
    const reserved = reserveFile(join(folder, 'a.png'), interrupt.signal);
    interrupt.abort();
    reserved.keep(Buffer.from('new'));
    expect(readdirSync(folder)).toEqual(['a.png']);
    expect(readFileSync(join(folder, 'a.png'), 'utf8')).toBe('old');
  });

  it('lets go of the signal, however many there are', () => {
    const { signal } = new AbortController();
    let listening = 0;
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listening++;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listening--;
      remove(...args);
    };
    reserveFile(join(folder, 'a'), signal).keep(Buffer.from('a'));
    reserveFile(join(folder, 'b'), signal).drop();
    expect(listening).toBe(0);
  });

  it.each([
    ['', /it is a folder/],
    ['gone/a.png', /there is no such folder/],
    ['plain/a.png', /is not a folder/],
    [`${'x'.repeat(300)}.png`, /the name is too long/],
  ])('cannot be “%s”', (name, sentence) => {
    writeFileSync(join(folder, 'plain'), '');
    const reserve = () => reserveFile(join(folder, name));
    expect(reserve).toThrow(sentence);
    expect(reserve).toThrow(Trouble);
    expect(() => makeFolder(join(folder, 'plain'))).toThrow(/is not a folder/);
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
    const shots = allShots('--all --size 800x450');
    const page = galleryPage(shots, figures, 'https://example.org/m/');
    for (const shot of shots) {
      expect(page).toContain(`src="${fileName(shot)}"`);
      expect(page).toContain(commandLine(shot));
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
    for (const shot of allShots(
      '--all --size 800x450 --scale 2 --background ff0000 --profile projector --hide a,b',
    )) {
      const words = commandLine(shot).replace('npm run screenshot -- ', '').split(' ');
      expect(readCommand(words, figures)).toMatchObject({ kind: 'picture', shot });
    }
  });

  it('goes on after a failure, and names it', async () => {
    const shots = allShots('pair --all');
    const failing = studio((shot) =>
      shot.preset === 'ridge' && shot.theme === 'dark'
        ? Promise.reject(new Trouble(exitCodes.figureFailed, 'It fell.'))
        : named.take(shot),
    );
    const { whole, complained } = world({});
    const failed = await takeGallery(failing, shots, figures, folder, 'https://x.org/', whole);
    expect(failed).toEqual(['pair-ridge-dark.png']);
    expect(complained).toEqual([expect.stringMatching(/pair-ridge-dark\.png: It fell\.$/)]);
    expect(readdirSync(folder)).toHaveLength(shots.length);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toContain('pair-ridge-dark.png');
  });
});

describe('the end of the command', () => {
  const argv = ['pair', '--out', 'a.png', '--no-build'];

  it('is 0 with a line about the file', async () => {
    const { whole, said } = world({});
    expect(await runCommand(argv, whole)).toBe(0);
    expect(said).toEqual(['a.png: 14 bytes']);
  });

  it.each([
    [
      exitCodes.noBrowser,
      { openStudio: () => Promise.reject(new Trouble(exitCodes.noBrowser, 'No browser.')) },
    ],
    [
      exitCodes.figureFailed,
      {
        openStudio: () =>
          Promise.resolve(studio(() => Promise.reject(new Trouble(exitCodes.figureFailed, 'It fell.')))),
      },
    ],
    [1, { openStudio: () => Promise.reject(new TypeError('a mistake\n    at somewhere')) }],
  ])('is %i with one line, and no file', async (code, rest: Partial<World>) => {
    const { whole, complained } = world(rest);
    expect(await runCommand(argv, whole)).toBe(code);
    expect(complained).toHaveLength(1);
    expect(complained[0]).not.toContain('\n');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is 6 when it is interrupted in the middle', async () => {
    const interrupt = new AbortController();
    const { whole } = world({
      signal: interrupt.signal,
      openStudio: () =>
        Promise.resolve(
          studio(() => {
            queueMicrotask(() => interrupt.abort());
            return new Promise(() => {});
          }),
        ),
    });
    expect(await runCommand(argv, whole)).toBe(exitCodes.interrupted);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('comes before the browser when the file cannot be written', async () => {
    let opened = false;
    const { whole } = world({
      openStudio: () => {
        opened = true;
        return Promise.resolve(named);
      },
    });
    expect(await runCommand(['pair', '--out', 'no/a.png'], whole)).toBe(exitCodes.unwritable);
    expect(opened).toBe(false);
  });
});

it('the commands in the README and in docs/pictures.md are understood', () => {
  const text = ['README.md', 'docs/pictures.md'].map((name) => readFileSync(name, 'utf8')).join('\n');
  const lines = [...text.matchAll(/^npm run screenshot -- (.*)$/gm)].map(([, words = '']) => words);
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, within, bare]) => within ?? bare ?? '');
    expect(readCommand(words, figures)).not.toHaveProperty('sentence');
  }
});
