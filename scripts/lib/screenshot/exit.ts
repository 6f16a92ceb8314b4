/** How the screenshot command ends when it cannot do what it is asked. */

/** Exit codes; listed in the help and in docs/pictures.md. */
export const exitCodes = {
  usage: 2,
  unwritable: 3,
  noBrowser: 4,
  figureFailed: 5,
  interrupted: 6,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Something that ends the command: a sentence for people, and the exit code for scripts. */
export class Trouble extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, sentence: string) {
    super(sentence);
    this.name = 'Trouble';
    this.code = code;
  }
}
