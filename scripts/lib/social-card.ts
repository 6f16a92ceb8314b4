/** The pictures that other sites show beside a link to this one. */

/** Pixels: what sites that show cards agree on. */
export const CARD = { width: 1200, height: 630 } as const;

/** Where the card of a figure is, below the site's address. */
export function cardPath(figure: string): string {
  return `pictures/${figure}.jpg`;
}
