/** Reads a dropped or chosen file: its text, or a sentence that says why it cannot be a talk. */
import { fixedText } from '#state/number-text';
import { text } from './text';

/** Bytes that the file of a talk may have. */
const MOST_BYTES = 1_000_000;

export type FileText = { readonly text: string } | { readonly problem: string };

/** The part of a `DataTransfer` that is needed; tests pass their own. */
export interface Dropped {
  readonly files: ArrayLike<File>;
  readonly items: ArrayLike<{
    readonly kind: string;
    readonly webkitGetAsEntry?: () => { readonly isDirectory: boolean } | null;
  }>;
}

/** The one file that was dropped. */
export function fileOf({ files, items }: Dropped): { readonly file: File } | { readonly problem: string } {
  if (files.length > 1) return { problem: text.file.several(files.length) };
  const file = files[0];
  if (!file) return { problem: text.file.none };
  const isFolder = Array.from(items).some((item) => item.webkitGetAsEntry?.()?.isDirectory === true);
  return isFolder ? { problem: text.file.folder(file.name) } : { file };
}

/** Magic numbers of other file types. */
const beginnings: readonly (readonly [kind: string, start: readonly number[], at?: number])[] = [
  [text.file.picture, [0x89, 0x50, 0x4e, 0x47]],
  [text.file.picture, [0xff, 0xd8, 0xff]],
  [text.file.picture, [0x47, 0x49, 0x46, 0x38]],
  [text.file.picture, [0x52, 0x49, 0x46, 0x46]],
  [text.file.pdf, [0x25, 0x50, 0x44, 0x46]],
  [text.file.zip, [0x50, 0x4b, 0x03, 0x04]],
  [text.file.video, [0x66, 0x74, 0x79, 0x70], 4],
  [text.file.video, [0x1a, 0x45, 0xdf, 0xa3]],
];

/** Decodes UTF-8; files of other types are recognised by their first bytes. */
export function textOfBytes(name: string, bytes: Uint8Array): FileText {
  if (bytes.length === 0) return { problem: text.file.empty(name) };
  const known = beginnings.find(([, start, at = 0]) => start.every((byte, k) => bytes[at + k] === byte));
  if (known) return { problem: text.file.kind(name, known[0]) };
  try {
    const content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (content.includes('\0')) return { problem: text.file.kind(name, text.file.binary) };
    return { text: content };
  } catch {
    return { problem: text.file.kind(name, text.file.binary) };
  }
}

/** Reads a file; never rejects. */
export async function readFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<FileText> {
  // A large file is not even read.
  if (file.size > MOST_BYTES) {
    return { problem: text.file.large(file.name, `${fixedText(file.size / 1e6, 1)} MB`) };
  }
  try {
    return textOfBytes(file.name, new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { problem: text.file.unreadable(file.name) };
  }
}
