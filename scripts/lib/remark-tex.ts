/** Turns the formulas of a text (`$…$`, `$$…$$`) into the part `Tex`, which sets them when the article is made. */
interface MarkdownNode {
  type: string;
  value?: string;
  name?: string;
  attributes?: readonly { readonly type: 'mdxJsxAttribute'; readonly name: string; readonly value: string }[];
  children?: MarkdownNode[];
}

const kinds: Readonly<Record<string, 'flow' | 'text'>> = { math: 'flow', inlineMath: 'text' };

function attribute(name: string, value: string) {
  return { type: 'mdxJsxAttribute', name, value } as const;
}

/** What follows a formula without a space belongs to its line. */
const PUNCTUATION = /^[.,;:!?)…’”“]+/;

/** Punctuation after formulas in a line goes into them: a line could be broken before it otherwise. */
function takePunctuation(children: readonly MarkdownNode[]): void {
  children.forEach((node, k) => {
    const next = children[k + 1];
    const after = next?.type === 'text' ? PUNCTUATION.exec(next.value ?? '')?.[0] : undefined;
    if (node.type !== 'inlineMath' || !next || after === undefined) return;
    next.value = (next.value ?? '').slice(after.length);
    node.attributes = [attribute('after', after)];
  });
}

/** Parts whose values a line does not part from their names. */
const isNamed = (node?: MarkdownNode) => node?.type === 'inlineMath' || node?.name === 'S';
const isNumber = (node?: MarkdownNode) => node?.name === 'V' || node?.name === 'Fact';

/** No line ends between a name, its equals sign and its number. */
function keepEquations(children: readonly MarkdownNode[]): void {
  children.forEach((node, k) => {
    const [before, after] = [children[k - 1], children[k + 1]];
    if (node.type !== 'text' || !isNamed(before) || !isNumber(after)) return;
    const isSign = node.value === ' = ' || (node.value === ' ' && before?.value?.trim().endsWith('='));
    if (isSign && node.value) node.value = node.value.replaceAll(' ', '\u00a0');
  });
}

function replaced(node: MarkdownNode): MarkdownNode {
  const kind = kinds[node.type];
  if (kind === undefined) {
    if (!node.children) return node;
    keepEquations(node.children);
    takePunctuation(node.children);
    return Object.assign(node, { children: node.children.map(replaced) });
  }
  const source = attribute('source', node.value ?? '');
  return {
    type: kind === 'flow' ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name: 'Tex',
    attributes: kind === 'flow' ? [source, attribute('display', '')] : [source, ...(node.attributes ?? [])],
    children: [],
  };
}

/** A plugin of remark; stands after `remark-math`. */
export function remarkTex() {
  return (tree: MarkdownNode) => {
    replaced(tree);
  };
}
