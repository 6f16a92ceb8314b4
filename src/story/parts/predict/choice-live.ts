/** Questions with options. */
import type { Words } from '#story/text/words';
import type { Question } from './question';

const textOf = (element: Element | null | undefined) => element?.textContent?.trim() ?? '';

/** What an option says; formulas by their letters only. */
function labelOf(option: Element | null): string {
  const label = option?.querySelector('label > span')?.cloneNode(true) as Element | undefined;
  for (const markup of label?.querySelectorAll('.katex-mathml') ?? []) markup.remove();
  return textOf(label);
}

/** A question with options. Another choice takes the marks away again. */
export function choiceOf(form: HTMLFormElement, words: Words): Question | undefined {
  const { predict } = words;
  const inputs = [...form.querySelectorAll<HTMLInputElement>('.predict-option input')];
  if (inputs.length === 0) return undefined;
  const optionOf = (input: HTMLInputElement) => input.closest<HTMLElement>('.predict-option');
  const right = inputs.find((input) => input.dataset.right !== undefined);
  const chosen = () => inputs.find((input) => input.checked);
  const isRight = (input: HTMLInputElement) => input === right;

  const clear = () => {
    for (const input of inputs) {
      const option = optionOf(input);
      option?.removeAttribute('data-verdict');
      option?.querySelector('.predict-mark')?.remove();
      option?.querySelector('.predict-why')?.setAttribute('hidden', '');
    }
  };
  const mark = (input: HTMLInputElement | undefined) => {
    const option = input && optionOf(input);
    if (!option) return;
    const verdict = isRight(input) ? 'right' : 'wrong';
    option.dataset.verdict = verdict;
    const sign = document.createElement('span');
    sign.className = 'predict-mark';
    sign.textContent = predict.marks[verdict];
    option.querySelector('label')?.append(sign);
  };
  form.addEventListener('change', clear);

  return {
    nothing: predict.chooseFirst,
    shown: predict.rightIs(labelOf(right ? optionOf(right) : null)),
    isSeen: true,
    given() {
      const input = chosen();
      if (!input) return undefined;
      const why = textOf(optionOf(input)?.querySelector('.predict-why'));
      const said = isRight(input) ? why : `${why} ${this.shown}`;
      return { answer: input.value, isRight: isRight(input), said };
    },
    reveal() {
      clear();
      const input = chosen();
      mark(right);
      if (input && input !== right) mark(input);
      if (input) optionOf(input)?.querySelector('.predict-why')?.removeAttribute('hidden');
    },
  };
}
