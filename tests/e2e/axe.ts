/** What axe-core finds. */
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Axe {
  run(
    context: { include: string[][] },
    options: {
      resultTypes: readonly string[];
      runOnly?: { type: 'rule'; values: readonly string[] };
    },
  ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }>;
}

/** Rules about what differs with theme and width: the others cost as much again and find the same. */
export const looks = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
] as const;

/** What axe-core has to say against the page as it is now, or against one element of it; by all rules or by some. */
export async function violations(
  page: Page,
  selector = 'html',
  rules?: readonly string[],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axe });
  const { violations: found } = await page.evaluate(
    ([only, values]) =>
      (window as unknown as { axe: Axe }).axe.run(
        { include: [[only]] },
        {
          resultTypes: ['violations'],
          ...(values && { runOnly: { type: 'rule', values } }),
        },
      ),
    [selector, rules] as const,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
