import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { type DemoClaim, DemoQueue } from '../../../src-main/hub/demo/demoShape.ts'

const folder = new URL('../../../resources/demo/', import.meta.url)

/** The demo queue as it stands in the repository; throws when it does not fit its schema. */
export function readDemoQueue(): DemoQueue {
  return DemoQueue.parse(JSON.parse(readFileSync(new URL('demo.json', folder), 'utf8')))
}

export interface StoredDocument {
  readonly file: string
  readonly bytes: Buffer
  readonly sha256: string
}

/** Every file of the demo documents, by name. */
export function storedDocuments(): StoredDocument[] {
  const documents = new URL('documents/', folder)
  return readdirSync(documents).map((file) => {
    const bytes = readFileSync(new URL(file, documents))
    return { file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  })
}

/**
 * What only one partner may hold: the workload of a customer for Microsoft 365, the subscription within its program for
 * Business Applications (S-86, S-87).
 */
export function exclusivityKeys({ form }: DemoClaim): string[] {
  return form.items.map(({ productId, subscriptionId }) =>
    subscriptionId === null
      ? `${form.customer.tenantId} ${productId}`
      : `${form.customer.tenantId} ${subscriptionId} ${form.program}`,
  )
}
