import type { Handlers } from '../../../src-preload/contract/index.ts'
import type { record } from '../../../src-preload/contract/record.ts'
import type { Core } from '../core.ts'

export function createRecordHandlers(core: Core): Pick<Handlers, keyof typeof record> {
  return {
    'record.save': async (input) => {
      // Catalogues and the archive: loaded with the first record that is made.
      const { saveRecord } = await import('./saveRecord.ts')
      return saveRecord(core, input)
    },
  }
}
