import type { CDPSession } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoProblems, param } from '../support/page';
import { openPair, settle, type } from './pair-page';

interface DomNode {
  nodeId: number;
  nodeType: number;
  nodeName: string;
  nodeValue: string;
  children?: DomNode[];
}

/** Elements that show text of their own. MathML is here for screen readers only: the eye gets KaTeX's HTML. */
function textElements(node: DomNode, inBody = false): DomNode[] {
  if (['SCRIPT', 'STYLE', 'TEMPLATE', 'OPTION', 'math'].includes(node.nodeName)) return [];
  const inside = inBody || node.nodeName === 'BODY';
  const children = node.children ?? [];
  const hasText = children.some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue.trim() !== '');
  const own = inside && (hasText || ['INPUT', 'SELECT'].includes(node.nodeName)) ? [node] : [];
  return [...own, ...children.flatMap((child) => textElements(child, inside))];
}

/** Every typeface of this computer, not of the page, that some text is drawn in. */
async function foreignFonts(session: CDPSession): Promise<{ foreign: string[]; looked: number }> {
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const elements = textElements(root);
  const foreign: string[] = [];
  for (const { nodeId, nodeName, children = [] } of elements) {
    // What is gone by now is not looked at.
    const { fonts } = await session
      .send('CSS.getPlatformFontsForNode', { nodeId })
      .catch(() => ({ fonts: [] }));
    for (const font of fonts) {
      if (font.isCustomFont) continue;
      const text = children.map(({ nodeValue }) => nodeValue).join(' ');
      // The typeface has no raised digits but 1 to 3: where nothing can be typeset they are the reader's.
      if (nodeName === 'INPUT' || /10⁻?[⁰⁴-⁹]/.test(text)) continue;
      foreign.push(`${nodeName} “${text.trim()}”: ${font.familyName}, ${font.glyphCount} glyphs`);
    }
  }
  return { foreign, looked: elements.length };
}

it('every text is drawn in the page’s own typefaces, whatever is shown', async () => {
  const { page, problems } = await openPair();
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const check = async (state: string) => {
    await settle(page);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const { foreign, looked } = await foreignFonts(session);
    expect(looked, state).toBeGreaterThan(150);
    expect.soft(foreign, state).toEqual([]);
  };
  await page.locator('summary').click();
  await param(page, 'act').selectOption('relu');
  await type(page, 'eps', '1e-5');
  await check('ReLU at 1e-5, with its description');
  await type(page, 'eps', '0');
  await page.locator('[data-term="neuronI"]').click();
  await type(page, 'gap', 'abc');
  await page.evaluate(() => {
    location.hash = '#v=2&act=cube&eps=x&a=99';
  });
  await page.locator('[data-notices]').waitFor();
  await check('the limit, and notices');
  // A typeface of this computer would be found.
  await page.evaluate(() => {
    const strange = document.createElement('p');
    strange.textContent = 'strange';
    strange.style.fontFamily = 'monospace';
    document.querySelector('main')?.append(strange);
  });
  expect((await foreignFonts(session)).foreign.join(' ')).toContain('P “strange”');
  expectNoProblems(problems);
});
