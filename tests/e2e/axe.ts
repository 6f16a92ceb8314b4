/** What axe-core finds. */
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Axe {
  run(context?: {
    include: string[][];
  }): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }>;
}

/** What axe-core has to say against the page as it is now, or against one element of it. */
export async function violations(page: Page, selector?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axe });
  const { violations: found } = await page.evaluate(
    (only) =>
      (window as unknown as { axe: Axe }).axe.run(only === undefined ? undefined : { include: [[only]] }),
    selector,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
