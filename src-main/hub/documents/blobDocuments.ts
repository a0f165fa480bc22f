import { createHash } from 'node:crypto'
import type { BlockBlobClient, ContainerClient } from '@azure/storage-blob'
import { z } from 'zod'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ByteRange } from './byteRange.ts'
import { assertNamed, DocumentDamaged, type DocumentStore, exactly, sha256Of } from './documentStore.ts'

/** Somebody waits for the answer: the SDK's own minutes between attempts are too long. */
const RETRIES = { maxTries: 4, retryDelayInMs: 500, maxRetryDelayInMs: 4_000, tryTimeoutInMs: 60_000 }

/** How often a stretch that broke off is taken up again where it ended. */
const RESUMES = 3

/** A container of Azure Blob Storage, or of what speaks like it. */
export interface BlobPlace {
  /** Connection string with an account key or a shared access signature. Secret. */
  readonly connection: string
  /** Made when it is missing. */
  readonly container: string
}

/**
 * Documents as block blobs, under the same names as in a folder. A blob is there whole or not at all, and one that is there is
 * never written over. The SDK is loaded here and not before: most hubs keep their documents in a folder.
 * @throws the SDK's error when the container cannot be had.
 */
export async function openBlobDocuments({ connection, container }: BlobPlace): Promise<DocumentStore> {
  const { ContainerClient } = await import('@azure/storage-blob')
  const client = new ContainerClient(connection, container, { retryOptions: RETRIES })
  if (!(await client.exists())) await client.createIfNotExists()
  return blobDocuments(client)
}

function blobDocuments(container: ContainerClient): DocumentStore {
  const blobOf = (sha256: Sha256): BlockBlobClient =>
    container.getBlockBlobClient(`${sha256.slice(0, 2)}/${sha256}`)
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes)
      await putOnce(blobOf(sha256), bytes)
      return sha256
    },
    async find(sha256) {
      const blob = blobOf(sha256)
      const size = await sizeOf(blob)
      if (size === undefined) return undefined
      const bytes = Buffer.alloc(size)
      // An empty blob has no range to ask for.
      if (size > 0) await blob.downloadToBuffer(bytes, 0, size)
      assertNamed(bytes, sha256)
      return bytes
    },
    size: (sha256) => sizeOf(blobOf(sha256)),
    read: (sha256, range) => exactly(readStretch(blobOf(sha256), range), range),
  }
}

async function putOnce(blob: BlockBlobClient, bytes: Uint8Array): Promise<void> {
  try {
    const { contentMD5 } = await blob.upload(bytes, bytes.length, {
      conditions: { ifNoneMatch: '*' },
      blobHTTPHeaders: { blobContentType: 'application/octet-stream' },
    })
    // The service says what arrived.
    const sent = createHash('md5').update(bytes).digest()
    if (contentMD5 !== undefined && !sent.equals(contentMD5))
      throw new DocumentDamaged('Other bytes arrived at the blob store than were sent')
  } catch (error) {
    if (!ALREADY_THERE.includes(blobFaultOf(error))) throw error
    if ((await sizeOf(blob)) !== bytes.length)
      throw new DocumentDamaged('Bytes of another length stand under the name of this document')
  }
}

async function* readStretch(blob: BlockBlobClient, { first, last }: ByteRange): AsyncGenerator<Uint8Array> {
  const answer = await ifThere(
    blob.download(first, last - first + 1, { maxRetryRequests: RESUMES }),
    OUT_OF_REACH,
  )
  const parts = answer?.readableStreamBody
  if (parts === undefined) throw new DocumentDamaged('The stored bytes are gone or end before the range')
  // In Node a body is a stream of buffers.
  yield* parts as AsyncIterable<Buffer>
}

const sizeOf = (blob: BlockBlobClient): Promise<number | undefined> =>
  ifThere(
    blob.getProperties().then(({ contentLength }) => contentLength),
    MISSING,
  )

const ALREADY_THERE: readonly (string | undefined)[] = ['BlobAlreadyExists', 'ConditionNotMet']
/** Not `ContainerNotFound`: that is a hub set up wrongly, not a document that is not there. */
const MISSING: readonly (string | undefined)[] = ['BlobNotFound']
const OUT_OF_REACH: readonly (string | undefined)[] = [...MISSING, 'InvalidRange']

async function ifThere<T>(asked: Promise<T>, codes: readonly (string | undefined)[]): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (codes.includes(blobFaultOf(error))) return undefined
    throw error
  }
}

/** An answer without a body, as to the question for the length, has the code among its headers. */
const ServiceFault = z.object({
  code: z.string().optional(),
  details: z.object({ errorCode: z.string().optional() }).optional(),
})

/** The service's code of an error; undefined for a fault that is not its own. */
export function blobFaultOf(error: unknown): string | undefined {
  const { data } = ServiceFault.safeParse(error)
  return data?.code ?? data?.details?.errorCode
}
