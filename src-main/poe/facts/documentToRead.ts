import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'

/** A paper on its way to the reader. */
export interface DocumentToRead {
  readonly bytes: Uint8Array
  readonly sha256: Sha256
  /** Somebody looks at a claim with it; false = it is read ahead, when nobody else wants the machine. */
  readonly isAwaited: boolean
}
