import type { AnchorPlace } from '../../hub/anchors/anchorPlace.ts'
import { folderAnchors } from '../../hub/anchors/folderAnchors.ts'
import { openBlobAnchors } from '../../hub/anchors/blobAnchors.ts'

/**
 * Where anchors of the hub's log are: in a container of Azure Blob Storage when `PROOFDESK_ANCHOR_CONTAINER` names one (connection string
 * `PROOFDESK_ANCHOR_CONNECTION`, a secret and so no flag, or that of the documents), else in this folder.
 */
export async function openAnchors(env: NodeJS.ProcessEnv, folder: string): Promise<AnchorPlace> {
  const container = env['PROOFDESK_ANCHOR_CONTAINER'] ?? ''
  if (container === '') return folderAnchors(folder)
  const connection = env['PROOFDESK_ANCHOR_CONNECTION'] ?? env['PROOFDESK_BLOB_CONNECTION'] ?? ''
  if (connection === '')
    throw new Error('PROOFDESK_ANCHOR_CONTAINER needs a connection string in PROOFDESK_ANCHOR_CONNECTION')
  return openBlobAnchors({ connection, container })
}
