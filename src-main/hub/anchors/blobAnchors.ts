import type { ContainerClient } from '@azure/storage-blob'
import { blobFaultOf, type BlobPlace } from '../documents/blobDocuments.ts'
import { type AnchorPlace, nameOf, numbersOf } from './anchorPlace.ts'

/**
 * Anchors as block blobs, each written once. What makes them safe from whoever administers the database is a policy of the container
 * (immutable storage with a time) and another account: neither is set here.
 * @throws the SDK's error when the container cannot be had.
 */
export async function openBlobAnchors({ connection, container }: BlobPlace): Promise<AnchorPlace> {
  const { ContainerClient } = await import('@azure/storage-blob')
  const client = new ContainerClient(connection, container)
  if (!(await client.exists())) await client.createIfNotExists()
  return blobAnchors(client)
}

function blobAnchors(container: ContainerClient): AnchorPlace {
  return {
    name: container.containerName,
    async numbers() {
      const names: string[] = []
      for await (const { name } of container.listBlobsFlat()) names.push(name)
      return numbersOf(names)
    },
    async read(number) {
      try {
        return await container.getBlockBlobClient(nameOf(number)).downloadToBuffer()
      } catch (error) {
        // Not `ContainerNotFound`: a place that is gone is not one without anchors.
        if (blobFaultOf(error) === 'BlobNotFound') return null
        throw error
      }
    },
    async writeNew(number, bytes) {
      const blob = container.getBlockBlobClient(nameOf(number))
      try {
        await blob.upload(bytes, bytes.length, {
          conditions: { ifNoneMatch: '*' },
          blobHTTPHeaders: { blobContentType: 'application/json' },
        })
        return true
      } catch (error) {
        if (ALREADY_THERE.includes(blobFaultOf(error))) return false
        throw error
      }
    },
  }
}

/** The second: it came while this one was on its way. */
const ALREADY_THERE: readonly (string | undefined)[] = ['BlobAlreadyExists', 'ConditionNotMet']
