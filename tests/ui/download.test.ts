import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tablesToCsv } from '#ui/download';

const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    name: fc.constantFrom('surface', 'error'),
    columns: fc.constant(['x1', 'x2', 'sum', 'limit'].slice(0, width)),
    rows: fc.array(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: width, maxLength: width }),
      { minLength: 1, maxLength: 5 },
    ),
  }),
);

it('writes tables from which every number can be read back exactly', () => {
  fc.assert(
    fc.property(fc.array(table, { minLength: 1, maxLength: 3 }), (tables) => {
      const read = tablesToCsv(tables)
        .trimEnd()
        .split('\n\n')
        .map((block) => {
          const [name = '', columns = '', ...rows] = block.split('\n');
          return {
            name: name.slice(2),
            columns: columns.split(','),
            rows: rows.map((row) => row.split(',').map(Number)),
          };
        });
      // A sign of zero is not worth a character.
      const plain = tables.map(({ rows, ...rest }) => ({
        ...rest,
        rows: rows.map((r) => r.map((v) => v + 0)),
      }));
      expect(read).toEqual(plain);
    }),
  );
});

it('writes a file that spreadsheets open: one line a row, and a line end at the end', () => {
  const tables = [
    { name: 'one', columns: ['a', 'b'], rows: [[1, -2.5e-7]] },
    { name: 'two', columns: ['c'], rows: [[3]] },
  ];
  expect(tablesToCsv(tables)).toBe('# one\na,b\n1,-2.5e-7\n\n# two\nc\n3\n');
});
