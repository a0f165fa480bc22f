import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ShownDocument, TakeAnswer, Taking } from '../features/viewer/viewerProps.ts'
import { useText } from '../format/useText.ts'
import { insideOf } from '../stores/evidence.ts'
import { useStores } from '../stores/Stores.tsx'

/** Has prints and copies noted by the core before they happen, and puts its answer into words. */
export function useTakeAway(claimId: ClaimId) {
  const { client } = useStores()
  const say = useText()
  return async ({ documentId, sha256 }: ShownDocument, taking: Taking): Promise<TakeAnswer> => {
    const named = { claimId, sha256, inside: [...insideOf(documentId)] }
    const answer = await (taking === 'print'
      ? client.call('documents.notePrint', named)
      : client.call('documents.saveCopy', named))
    switch (answer.outcome) {
      case 'noted':
        return { may: true, text: null }
      case 'saved':
        return { may: true, text: say('take.saved', { where: answer.where }) }
      case 'cancelled':
        return { may: false, text: null }
      case 'failed':
      case 'missing':
      case 'blocked':
        return { may: false, text: say(`take.${answer.outcome}`) }
    }
  }
}
