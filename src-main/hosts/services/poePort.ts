import { READER_VERSION } from '../../poe/facts/readerVersion.ts'
import { CHECKER_VERSION } from '../../poe/checkerVersion.ts'
import type { NodeReader } from '../../poe/reader/nodeReader.ts'
import type { PoePort } from '../../workstation/ports.ts'
import type { ProductPaths } from './productPaths.ts'

export interface StartedPoe {
  readonly port: PoePort
  /** Ends every reader process. */
  stop(): void
}

/**
 * Reads documents in throw-away processes of `node` and judges what was read. The reader's parent side and the judge with
 * its catalogue are loaded with the first document: no start waits for them. `PROOFDESK_RECOGNITION=off` leaves pages that are pictures to
 * the reviewer, on machines that have no cores to spare.
 */
export function createPoe(product: ProductPaths, node: string): StartedPoe {
  const recognises = process.env['PROOFDESK_RECOGNITION'] !== 'off'
  let reader: Promise<NodeReader> | undefined
  async function loadReader(): Promise<NodeReader> {
    const { createNodeReader } = await import('../../poe/reader/nodeReader.ts')
    return createNodeReader({
      ...product.reader,
      node,
      recognises,
      standsBy: true,
    })
  }
  const atHand = () => (reader ??= loadReader())
  return {
    port: {
      // Facts read without it are others, and are let go when it is switched on.
      readerVersion: recognises ? READER_VERSION : `${READER_VERSION} without recognition`,
      checkerVersion: CHECKER_VERSION,
      read: async (document) => (await atHand()).read(document),
      unpack: async (bytes, path) => (await atHand()).unpack(bytes, path),
      paint: async (bytes) => (await atHand()).paint(bytes),
      look: async (bytes) => (await atHand()).look(bytes),
      cut: async (bytes, places) => (await atHand()).cut(bytes, places),
      judge: async (input) => (await import('../../poe/judge.ts')).judge(input),
      compare: async (before, after) =>
        (await import('../../poe/compare/compareFacts.ts')).compareFacts(before, after),
      async knowsProduct(productId) {
        const { findProduct } = await import('../../poe/criteria/products/catalogue.ts')
        return findProduct(productId) !== undefined
      },
    },
    // A reader that failed to load has no processes.
    stop: () =>
      void reader?.then(
        (loaded) => loaded.close(),
        () => {},
      ),
  }
}
