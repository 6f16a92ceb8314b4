/** What an error of an export says to the reader. */
import { text } from './text';

/** A sentence for what was thrown while a file was made. */
export function errorText(error: unknown): string {
  // By its name: importing the class would load three.js for figures without it.
  if (error instanceof Error && error.name === 'TileTooLarge') return text.failed.memory;
  return error instanceof Error && error.message !== '' ? error.message : text.dialog.failed;
}
