import type { Handlers } from '../../../src-preload/contract/index.ts'
import type { lead } from '../../../src-preload/contract/lead.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { block } from '../../domain/claim/block.ts'
import { mayLead } from '../../domain/claim/roles.ts'
import { toMs } from '../../store/instants.ts'
import { breakDown, countPicked, listPicked } from '../../store/leadRepo.ts'
import { type Moment, pickOf } from '../../store/leadPicks.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { whileOpen } from '../whileOpen.ts'
import { createWorker } from '../worker.ts'
import { boardOf } from './boardOf.ts'
import { explainAnyClock } from './explainAnyClock.ts'
import { leadClaimOf } from './pickedClaims.ts'
import { findTeamCalendar, momentOf } from './teamDays.ts'
import { tellPast, type LeadCore } from './tellPast.ts'

/** What an earlier run left untold waits until the window had its first answers. */
const UNTOLD_MS = 2_000

/** How the whole team stands. Each answer is read in one go, so that its figures are of one state of the profile. */
export function createLeadHandlers(core: LeadCore): Pick<Handlers, keyof typeof lead> {
  const { store, session, ports } = core
  const isLead = () => mayLead(session.user().role)
  const past = createWorker('telling the past of claims', ports.log, () => tellPast(core))
  whileOpen(core, UNTOLD_MS, () => {
    if (isLead()) past.kick()
  })
  const nowOf = (asOf: Instant | null) => (asOf === null ? ports.clock.now() : toMs(asOf))
  const asLead = <T extends object>(read: (s: ReadStore) => T) =>
    isLead()
      ? { outcome: 'shown' as const, ...store.read(read) }
      : { outcome: 'blocked' as const, blocks: [block('role_may_not')] }
  const at = (s: ReadStore, asOf: Instant | null): Moment => momentOf(findTeamCalendar(s), nowOf(asOf))
  return {
    'lead.board': ({ asOf }) => {
      const answer = asLead((s) => {
        const calendar = findTeamCalendar(s)
        const people = [session.user(), ...session.colleagues()]
        return { board: boardOf(s, momentOf(calendar, nowOf(asOf)), { calendar, people }) }
      })
      // A board that is looked at is asked again with every change: that is when there is something to tell.
      if (answer.outcome === 'shown' && answer.board.untold > 0) past.kick()
      return answer
    },
    'lead.breakdown': ({ figure, slice, asOf, by }) =>
      asLead((s) => ({ parts: breakDown(s, pickOf(figure, at(s, asOf)), slice, by) })),
    'lead.claims': ({ figure, slice, asOf, offset, limit }) =>
      asLead((s) => {
        const moment = at(s, asOf)
        const pick = pickOf(figure, moment)
        return {
          total: countPicked(s, pick, slice),
          rows: listPicked(s, pick, slice, { offset, limit }).map((one) => leadClaimOf(one, moment.now)),
        }
      }),
    'lead.clock': (asked) => asLead((s) => explainAnyClock(s, asked, ports.clock.now())),
  }
}
