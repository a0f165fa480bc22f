import type { Handlers } from '../../../src-preload/contract/index.ts'
import type { weekly } from '../../../src-preload/contract/weekly.ts'
import type { Core } from '../core.ts'

export function createWeeklyHandlers(core: Core): Pick<Handlers, keyof typeof weekly> {
  return {
    'reports.weekly': async (input) => {
      // React and the catalogues: loaded with the first report that is made.
      const { makeWeekly } = await import('./makeWeekly.ts')
      return makeWeekly(core, input)
    },
  }
}
