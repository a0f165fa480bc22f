import type { Log } from './fileLog.ts'
import type { StartedPoe } from './hostServices.ts'
import type { ProductPaths } from './productPaths.ts'

/** Until the reader is built: every read is refused as "the reader cannot start", so that nothing counts as checked. */
export function createNodePoe(_product: ProductPaths, _log: Log): StartedPoe {
  const missing = () => new Error('The document reader is not part of this build yet.')
  return {
    port: {
      readerVersion: 'none',
      checkerVersion: 'none',
      read: () => Promise.reject(missing()),
      judge: () => {
        throw missing()
      },
    },
    stop: () => Promise.resolve(),
  }
}
