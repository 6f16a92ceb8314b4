/** Where a formula in a line of text may be broken: not within brackets, and a short one nowhere. */

/** Formulas of so few characters stay whole. */
const SHORT = 12;
/** KaTeX puts what is not to be broken into boxes; lines end between them. */
const BOX = '<span class="katex-base">';
/** The ends of the line and of the formula, behind the last box. */
const ENDS = '</span></span>';

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/[\s\u200b]/g, '');
}

/** How many brackets a text opens and does not close. */
function openIn(text: string): number {
  const count = (brackets: RegExp) => text.match(brackets)?.length ?? 0;
  return count(/[([{⟨]/g) - count(/[)\]}⟩]/g);
}

/** Joins the boxes of a formula between which no line is to end. */
export function withWholeParts(html: string): string {
  const [head = '', ...boxes] = html.split(BOX);
  const last = boxes.at(-1);
  if (boxes.length < 2 || !last?.endsWith(ENDS)) return html;
  boxes[boxes.length - 1] = last.slice(0, -ENDS.length);
  const isShort = textOf(boxes.join('')).length <= SHORT;
  const groups: string[][] = [];
  let open = 0;
  for (const box of boxes) {
    const group = groups.at(-1);
    if (group && (isShort || open > 0)) group.push(BOX + box);
    else groups.push([BOX + box]);
    open += openIn(textOf(box));
  }
  const parts = groups.map((group) =>
    group.length > 1 ? `<span class="tex-whole">${group.join('')}</span>` : group.join(''),
  );
  return head + parts.join('') + ENDS;
}
