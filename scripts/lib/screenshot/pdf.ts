/** Portable documents without dates. */

/**
 * Sets the dates in a document to the beginning of 1970, so that the same picture is the same file. The places of all
 * parts stay as they are.
 */
export function withoutDates(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const plain = text.replace(/\((D:)(\d{14})([^)]*)\)/g, (_, mark: string, _date: string, zone: string) => {
    return `(${mark}19700101000000${zone.replace(/\d/g, '0')})`;
  });
  return Buffer.from(plain, 'latin1');
}
