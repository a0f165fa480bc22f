import { hashOfText } from '../evidence/mixedHash.ts'

/**
 * An outcome of cases decides about several claims at once. In samples it stands once, by one of its claims: the words on them were said
 * together, so that several would count one judgement several times. Which one falls by the decision's id, the same in every sample.
 */
export function partyToLookAt<Party extends { readonly claimId: string }>(
  decisionId: string,
  parties: readonly Party[],
): Party | undefined {
  const placeOf = ({ claimId }: Party) => hashOfText(`${decisionId} ${claimId}`)
  return parties.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.claimId < b.claimId ? -1 : 1))[0]
}
