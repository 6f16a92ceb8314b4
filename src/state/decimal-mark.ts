/** The decimal mark of the page's language. Apart from what else is done with numbers: the first screen needs no more. */

/** What stands before the digits of a fraction in a language: `.` or `,`. */
export function decimalMarkOf(language: string): string {
  return (
    new Intl.NumberFormat(language).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.'
  );
}

let mark = '.';

/** What stands before the digits of a fraction in the page's language. */
export const decimalMark = () => mark;

/** From now on numbers for readers are written as in this language. */
export function writeNumbersIn(language: string): void {
  mark = decimalMarkOf(language);
}

/**
 * A number that has a decimal point, as the page's language writes it.
 * @param decimal of another language than the page's
 */
export function localNumber(text: string, decimal = mark): string {
  return text.replace('-', '−').replace('e−', 'e-').replace('.', decimal);
}
