import type { arbitration } from '../../../src-preload/contract/arbitration.ts'
import type { caseFile } from '../../../src-preload/contract/caseFile.ts'
import type { Handlers } from '../../../src-preload/contract/index.ts'
import { countCases, listCases, listCasesOf } from '../../store/arbitrationRepo.ts'
import type { Core } from '../core.ts'
import type { ChecksAtDesk } from '../checks/checkMemory.ts'
import { actingNow } from '../claims/guards.ts'
import { askerOf } from '../queueHandlers.ts'
import { boardOf, uncheckedOf } from './boardOf.ts'
import type { SeenLog } from '../seen/seenLog.ts'
import type { SyncLoop } from '../sync/syncLoop.ts'
import { askParties, partyActions, tellParties } from './approachParties.ts'
import { draftPartyLetters } from './draftPartyLetters.ts'
import { detailOf, standingOf, summaryOf } from './caseViews.ts'
import { castVote } from './castVote.ts'
import { decideCases } from './decideCases.ts'
import { getCase } from './getCase.ts'
import { keepCaseDraft, waitingDecision } from './ownDecision.ts'
import { planCases } from './planCases.ts'
import { sharedOf } from './sharedOf.ts'

/** The queue of cases, and what of them concerns a claim. */
export function createArbitrationHandlers(
  core: Core,
  sync: Pick<SyncLoop, 'kick'>,
  { onOpened, seen }: Pick<ChecksAtDesk, 'onOpened'> & { readonly seen: Pick<SeenLog, 'case'> },
): Pick<Handlers, Exclude<keyof typeof arbitration, 'arbitration.compare'> | keyof typeof caseFile> {
  const { store } = core
  return {
    'arbitration.list': (wish) =>
      store.read((s) => {
        const asker = askerOf(core)
        const { userId, now } = asker
        const counts = countCases(s, userId)
        const rows = listCases(s, { ...wish, userId }).map((one) => summaryOf(s, one, now))
        return { total: counts[wish.view], rows, counts }
      }),
    'arbitration.case': ({ caseId }) => {
      const detail = store.read((s) => {
        const asker = askerOf(core)
        return detailOf(s, getCase(s, caseId, asker.userId), asker, {
          person: core.session.user(),
          colleagues: core.session.colleagues(),
          actionsOn: (claimId) => partyActions(core, s, claimId),
          pending: waitingDecision(core, s, caseId),
        })
      })
      seen.case(caseId)
      return detail
    },
    'arbitration.board': ({ caseId }) => {
      const { actor, hubNow } = actingNow(core)
      const board = store.read((s) => {
        return boardOf(s, getCase(s, caseId, actor.userId), {
          userId: actor.userId,
          hubNow,
          role: actor.role,
        })
      })
      for (const claimId of uncheckedOf(board)) onOpened(claimId)
      return board
    },
    'arbitration.shared': ({ caseId }) =>
      store.read((s) => {
        const { userId } = actingNow(core).actor
        return sharedOf(s, getCase(s, caseId, userId), userId)
      }),
    'arbitration.ofClaim': ({ claimId }) => ({
      cases: store
        .read((s) => listCasesOf(s, claimId))
        .flatMap((one) =>
          one.parties
            .filter((party) => party.claimId === claimId)
            .map(({ role, items, left }) => ({ ...standingOf(one), role, items, hasLeft: left !== null })),
        ),
    }),
    'arbitration.plan': (input) => planCases(core, input),
    'arbitration.decide': (input) => {
      const decided = decideCases(core, input)
      sync.kick()
      return decided
    },
    'arbitration.vote': (input) => {
      const cast = castVote(core, input)
      sync.kick()
      return cast
    },
    'arbitration.keepDraft': (input) => keepCaseDraft(core, input),
    'arbitration.draftLetters': (wish) => draftPartyLetters(core, wish),
    'arbitration.file': async (input) => {
      // React and the catalogues: loaded with the first file that is made.
      const { makeCaseFile } = await import('../caseFile/makeCaseFile.ts')
      return makeCaseFile(core, input)
    },
    'arbitration.ask': (input) => {
      const asked = askParties(core, input)
      sync.kick()
      return asked
    },
    'arbitration.tell': (input) => {
      const told = tellParties(core, input)
      sync.kick()
      return told
    },
  }
}
