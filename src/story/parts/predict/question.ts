/** What the kinds of questions have in common (choice, curve, slope). */

/** What a reader has answered. */
export interface Given {
  /** As text, for a page around. */
  readonly answer: string;
  readonly isRight: boolean;
  /** What is said to it. */
  readonly said: string;
  /** What of the page is said after that: why the answer is likely, and why it is wrong. */
  readonly why?: Element | undefined;
}

export interface Question {
  /** The answer as it is now; nothing while there is none. */
  readonly given: () => Given | undefined;
  /** What to say when there is none. */
  readonly nothing: string;
  /** Shows what is right. */
  readonly reveal: () => void;
  /** What is said when the answer is shown to somebody who has not answered. */
  readonly shown: string;
  /** Whether what is said stands beside the answer already, and is only for those who hear it. */
  readonly isSeen: boolean;
}
