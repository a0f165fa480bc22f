import type { Input, Output } from '../../../src-preload/contract/index.ts'
import { voteBlocks } from '../../domain/arbitration/voteBlocks.ts'
import type { Core } from '../core.ts'
import { actOnCases, partyOf } from './actOnCases.ts'
import { outcomeOf, whatIsDecided } from './caseOutcome.ts'
import { colleague } from './colleague.ts'
import { blocksOfSide } from './planCases.ts'

/** Says what a lead would decide about cases. Nothing happens to their claims; the hub shows it to nobody until another lead has voted. */
export function castVote(core: Core, input: Input<'arbitration.vote'>): Output<'arbitration.vote'> {
  const { cases, reason, resolver: resolverId } = input
  const resolver = colleague(core, resolverId)
  return actOnCases(core, input, (at, acting) => {
    const outcome = outcomeOf(at, { choices: cases, reason }, acting)
    const isBlocked =
      voteBlocks(whatIsDecided(at), { ...outcome, resolver }).length > 0 ||
      at.sides.some((side) => blocksOfSide(side, [], { commentOf: () => '', acting }).length > 0)
    if (isBlocked) return 'blocked'
    return {
      kind: 'case_vote',
      cases: cases.map(({ caseId, winner }) => ({ caseId, winner })),
      reason,
      resolver: resolver?.userId ?? null,
      parties: at.sides.map(partyOf),
    }
  })
}
