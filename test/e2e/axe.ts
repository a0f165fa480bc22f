import type { Frame, Page } from '@playwright/test'
import type AxeCore from 'axe-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds amiss in one frame, as `rule: markup`; frames inside it are asked by themselves. The rules come to a page once, and only
 * what is amiss is told with its markup: that, and not the rules, takes most of the time where pages are asked several times.
 */
export async function violationsIn(
  frame: Page | Frame,
  options: Pick<AxeCore.RunOptions, 'rules' | 'runOnly'> = {},
): Promise<readonly string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(SOURCE)
  return frame.evaluate(async (asked) => {
    const { axe } = window as unknown as { axe: typeof AxeCore }
    // Fluent's focus mover puts two of these beside a list of tabs; they hand the focus on at once.
    const around = { exclude: [['[data-tabster-dummy]'], ['iframe']] }
    const { violations } = await axe.run(around, {
      ...asked,
      resultTypes: ['violations'],
      preload: false,
      selectors: false,
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }, options)
}

const noRules = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, { enabled: false }]))

/** All rules but these. */
export const without = (...ids: string[]): Pick<AxeCore.RunOptions, 'rules'> => ({ rules: noRules(...ids) })
