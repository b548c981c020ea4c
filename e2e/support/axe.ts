import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Runs in the page: waits until what moves or fades in has come to rest. */
async function rest(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/**
 * What axe finds against WCAG 2.2 AA, one line each.
 * @param options `inElectron`: no page beside the console's own can be opened there to gather it
 */
export async function findings(page: Page, { inElectron = false } = {}): Promise<string[]> {
  // Colours of something half transparent are nobody's.
  await page.evaluate(rest);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(inElectron)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''} ${node.html.slice(0, 200)}`,
    ),
  );
}
