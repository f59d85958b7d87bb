import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const rules = [
  'wcag2a',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
  'best-practice',
  'label-content-name-mismatch',
  'target-size',
]

/** Every violation axe finds, as "rule: where". */
export async function violations(page: Page): Promise<string[]> {
  // By way of the debugger: the page's security policy lets no script in.
  await page.evaluate(axe)
  return page.evaluate(async (tags) => {
    const { axe } = window as never as {
      axe: {
        run(options: object): Promise<{
          passes: unknown[]
          violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
        }>
      }
    }
    const result = await axe.run({
      runOnly: tags.filter((tag: string) => !tag.includes('-') || tag === 'best-practice'),
      rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } },
    })
    if (result.passes.length < 20) return ['axe checked next to nothing']
    return result.violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    )
  }, rules)
}
