import { openBlobDocuments } from '../../hub/documents/blobDocuments.ts'
import type { DocumentStore } from '../../hub/documents/documentStore.ts'
import { folderDocuments } from '../../hub/documents/folderDocuments.ts'

const DEFAULT_CONTAINER = 'proofdesk-documents'

/**
 * Where the hub keeps bytes: Azure Blob Storage when `PROOFDESK_BLOB_CONNECTION` holds its connection string (container
 * `PROOFDESK_BLOB_CONTAINER`, or `proofdesk-documents`), else this folder. A secret is for the environment, not for a flag that
 * every process of the machine can read.
 */
export async function openDocuments(env: NodeJS.ProcessEnv, folder: string): Promise<DocumentStore> {
  const connection = env['PROOFDESK_BLOB_CONNECTION'] ?? ''
  if (connection === '') return folderDocuments(folder)
  return openBlobDocuments({ connection, container: env['PROOFDESK_BLOB_CONTAINER'] ?? DEFAULT_CONTAINER })
}
