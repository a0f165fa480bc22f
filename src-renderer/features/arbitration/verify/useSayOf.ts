import type { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { useStores } from '../../../stores/Stores.tsx'
import type { PartyWordState } from '../../../stores/partyWordStore.ts'

type Say = PartyWordState['say']
type SayOf = (...words: [Parameters<Say>[0], Parameters<Say>[2]]) => Promise<boolean>

/** Says something of a claim of the case at the revision at which it is shown, and reads the case again; null = the claim is not here. */
export function useSayOf({ case: { caseId }, claims }: CaseDetail, claimId: ClaimId): SayOf | null {
  const { partyWords, arbitration } = useStores()
  const summary = claims.find((one) => one.claimId === claimId)?.summary ?? null
  if (summary === null) return null
  const on = { claimId, revision: summary.revision }
  return async (method, said) => {
    const isAccepted = await partyWords.getState().say(method, on, said)
    if (isAccepted) await arbitration.getState().openCase(caseId)
    return isAccepted
  }
}
