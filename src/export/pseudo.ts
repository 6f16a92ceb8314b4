/**
 * Boxes that a style sheet makes by itself (`::before`, `::after`) have no place that can be asked for. For the time of a
 * synchronous task real elements stand for them, which the browser lays out in the same way.
 */

const copied = [
  ...[
    'display',
    'position',
    'box-sizing',
    'float',
    'width',
    'height',
    'vertical-align',
    'flex',
    'align-self',
    'order',
  ],
  ...['left', 'top', 'right', 'bottom', 'margin', 'padding', 'transform', 'z-index', 'opacity', 'visibility'],
  ...[
    'border-top',
    'border-right',
    'border-bottom',
    'border-left',
    'border-radius',
    'background',
    'clip-path',
  ],
  ...['font', 'color', 'line-height', 'white-space'],
];
const kinds = ['::before', '::after'] as const;
const MARK = 'data-real';

let sheet: CSSStyleSheet | undefined;

function hidingSheet(): CSSStyleSheet {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(`[${MARK}]::before,[${MARK}]::after{content:none !important}`);
  return sheet;
}

function realElement(style: CSSStyleDeclaration, text: string): HTMLElement {
  const made = document.createElement('span');
  for (const property of copied)
    made.style.setProperty(property, style.getPropertyValue(property), 'important');
  made.textContent = text;
  return made;
}

/** Runs a task that looks at the elements in a root, and leaves them as they were. */
export function withRealElements<T>(root: HTMLElement, task: () => T): T {
  const added: HTMLElement[] = [];
  const marked: Element[] = [];
  for (const target of root.querySelectorAll('*')) {
    if (!(target instanceof HTMLElement)) continue;
    const made = kinds.map((kind) => {
      const style = getComputedStyle(target, kind);
      const content = /^"(.*)"$/.exec(style.content)?.[1];
      return content === undefined || style.display === 'none' ? undefined : realElement(style, content);
    });
    const [before, after] = made;
    if (!before && !after) continue;
    marked.push(target);
    if (before) target.prepend(before);
    if (after) target.append(after);
    added.push(...made.filter((one) => one !== undefined));
  }
  if (marked.length === 0) return task();
  const hiding = hidingSheet();
  for (const target of marked) target.setAttribute(MARK, '');
  document.adoptedStyleSheets.push(hiding);
  try {
    return task();
  } finally {
    for (const made of added) made.remove();
    for (const target of marked) target.removeAttribute(MARK);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== hiding);
  }
}
