import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { CaseId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { block } from '../../domain/claim/block.ts'
import { mayTakeAway } from '../../domain/claim/roles.ts'
import { getCase } from '../arbitration/getCase.ts'
import { waitingDecision } from '../arbitration/ownDecision.ts'
import { actingNow } from '../claims/guards.ts'
import type { Core } from '../core.ts'
import type { CaseFileFacts } from './caseFileFacts.ts'
import { drawPlaces } from './drawPlaces.ts'
import { gatherCaseFile } from './gatherCaseFile.ts'
import { makingNow, printOut } from './printOut.ts'
import { writeCaseFile } from './writeCaseFile.ts'

/** One PDF of all that this person may see of a case, written where they chose. Works without the hub. */
export async function makeCaseFile(
  core: Core,
  { caseId, locale }: Input<'arbitration.file'>,
): Promise<Output<'arbitration.file'>> {
  if (!mayTakeAway(core.session.user().role)) return { outcome: 'blocked', blocks: [block('role_may_not')] }
  // Parts of a case would be taken for all of it.
  const { userId } = core.session.user()
  if (!core.store.read((store) => getCase(store, caseId, userId)).isWhole) return { outcome: 'not_whole' }
  return printOut(core, {
    locale,
    fileName: (say) => say('caseFile.save.name', { caseId }),
    act: 'case_file',
    facts: { caseId },
    write: async (sayings) => {
      const facts = factsNow(core, caseId)
      return writeCaseFile(facts, await drawPlaces(core, facts.parties), sayings)
    },
  })
}

function factsNow(core: Core, caseId: CaseId): CaseFileFacts {
  const made = makingNow(core)
  const acting = actingNow(core)
  return core.store.read((store) => ({
    ...gatherCaseFile(store, getCase(store, caseId, acting.actor.userId), acting),
    isOnItsWay: waitingDecision(core, store, caseId) !== null,
    made,
  }))
}
