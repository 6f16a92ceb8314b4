import { describe, expect, it } from 'vitest';
import { fileOf, readFile, textOfBytes } from '#talk/talk-file';

const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);
const bytes = (...values: number[]) => new Uint8Array(values);

describe('what is dropped', () => {
  it('is one file', () => {
    const one = file('talk.json', '{}');
    expect(fileOf({ files: [one], items: [] })).toEqual({ file: one });
  });

  it('is not two files, none, or a folder', () => {
    const two = [file('a.json'), file('b.json')];
    expect(fileOf({ files: two, items: [] })).toEqual({
      problem: expect.stringMatching(/2 files/) as string,
    });
    expect(fileOf({ files: [], items: [] })).toEqual({
      problem: expect.stringMatching(/not a file/) as string,
    });
    const folder = { kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true }) };
    expect(fileOf({ files: [file('slides')], items: [folder] })).toEqual({
      problem: expect.stringMatching(/“slides” is a folder/) as string,
    });
  });
});

describe('what a file is', () => {
  it.each([
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ['a picture', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['a PDF', new TextEncoder().encode('%PDF-1.7')],
    ['office document', bytes(0x50, 0x4b, 3, 4)],
    ['a video', new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode('ftypisom')])],
    ['not a text', bytes(0xc3, 0x28)],
    ['not a text', bytes(65, 0, 66, 0)],
    ['is empty', bytes()],
  ])('%s is named, whatever it is called', (kind, content) => {
    expect(textOfBytes('talk.json', content)).toEqual({ problem: expect.stringContaining(kind) as string });
  });

  it('is a text otherwise', () => {
    expect(textOfBytes('x', new TextEncoder().encode('{"ε": 1}'))).toEqual({ text: '{"ε": 1}' });
  });

  it('is not read when it is large, and may fail', async () => {
    let asked = false;
    const large = {
      name: 'big.json',
      size: 3e6,
      arrayBuffer: async () => {
        asked = true;
        return new ArrayBuffer(0);
      },
    };
    expect(await readFile(large)).toEqual({ problem: expect.stringMatching(/3\.0 MB/) as string });
    expect(asked).toBe(false);
    const gone = { name: 'gone', size: 3, arrayBuffer: () => Promise.reject(new Error('no')) };
    expect(await readFile(gone)).toEqual({ problem: expect.stringMatching(/could not be read/) as string });
    expect(await readFile(file('a', '{}'))).toEqual({ text: '{}' });
  });
});
