/** A table of numbers behind a figure, for export. */
export interface DataTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
}
