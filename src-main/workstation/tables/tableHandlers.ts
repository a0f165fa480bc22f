import type { Handlers } from '../../../src-preload/contract/index.ts'
import type { tables } from '../../../src-preload/contract/tables.ts'
import type { Core } from '../core.ts'

/** Lists as files. */
export function createTableHandlers(core: Core): Pick<Handlers, keyof typeof tables> {
  return {
    'tables.export': async (input) => {
      // The catalogues and every list: loaded with the first file that is made.
      const { exportTable } = await import('./exportTable.ts')
      return exportTable(core, input)
    },
  }
}
