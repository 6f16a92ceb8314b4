/** How the screenshot command ends when it cannot do what it is asked. */

/** Exit codes; listed in the help and in docs/pictures.md. */
export const exitCodes = {
  usage: 2,
  unwritable: 3,
  noBrowser: 4,
  figureFailed: 5,
  interrupted: 6,
} as const;

/** Ends the command with a sentence for people and an exit code for scripts. */
export class Failure extends Error {
  readonly code: number;

  constructor(code: number, sentence: string) {
    super(sentence);
    this.name = 'Failure';
    this.code = code;
  }
}
