/** Saving text as a file, and copying text. */
import type { DataTable } from '#state/table';

/** Offers a file to save. */
export function download(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser needs the address until it has started reading.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Offers a text as a file to save. */
export function downloadText(name: string, type: string, content: string): void {
  download(name, new Blob([content], { type }));
}

/** Tables as one CSV text; each table starts with a line `# name`. */
export function tablesToCsv(tables: readonly DataTable[]): string {
  return tables
    .map(({ name, columns, rows }) =>
      [`# ${name}`, columns.join(','), ...rows.map((row) => row.join(','))].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}

/** JSON has no infinite numbers and would make them null: they are written as words, which `Number` reads. */
function writable(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** A figure's numbers with the address that shows them. */
export interface FigureData {
  readonly figure: string;
  readonly link: string;
  readonly values: unknown;
  readonly tables: readonly DataTable[];
}

/** The numbers as one JSON text. */
export function dataJson({ figure, link, values, tables }: FigureData): string {
  return `${JSON.stringify({ figure, link, values, tables }, writable, 1)}\n`;
}
