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

function replaced(node: MarkdownNode): MarkdownNode {
  const kind = kinds[node.type];
  if (kind === undefined) {
    return node.children ? Object.assign(node, { children: node.children.map(replaced) }) : node;
  }
  const source = attribute('source', node.value ?? '');
  return {
    type: kind === 'flow' ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name: 'Tex',
    attributes: kind === 'flow' ? [source, attribute('display', '')] : [source],
    children: [],
  };
}

/** A plugin of remark; stands after `remark-math`. */
export function remarkTex() {
  return (tree: MarkdownNode) => {
    replaced(tree);
  };
}
