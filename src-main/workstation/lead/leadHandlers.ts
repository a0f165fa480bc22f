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
import { boardSteps } from './boardSteps.ts'
import { explainAnyClock } from './explainAnyClock.ts'
import { leadClaimOf } from './pickedClaims.ts'
import { readInTurns, withRests } from './inTurns.ts'
import { findTeamCalendar, momentOf } from './teamDays.ts'
import { tellPast, type LeadCore } from './tellPast.ts'

/** What an earlier run left untold waits until the window had its first answers. */
const UNTOLD_MS = 2_000

/** How the whole team stands. A list and its count are read in one go, so that they are of one state of the profile. */
export function createLeadHandlers(core: LeadCore): Pick<Handlers, keyof typeof lead> {
  const { store, session, ports } = core
  const isLead = () => mayLead(session.user().role)
  const past = createWorker('telling the past of claims', ports.log, () => tellPast(core))
  whileOpen(core, UNTOLD_MS, () => {
    if (isLead()) past.kick()
  })
  const nowOf = (asOf: Instant | null) => (asOf === null ? ports.clock.now() : toMs(asOf))
  const refused = { outcome: 'blocked' as const, blocks: [block('role_may_not')] }
  const asLead = <T extends object>(read: (s: ReadStore) => T) =>
    isLead() ? { outcome: 'shown' as const, ...store.read(read) } : refused
  const at = (s: ReadStore, asOf: Instant | null): Moment => momentOf(findTeamCalendar(s), nowOf(asOf))
  const boardAt = withRests(ports.clock, (asOf: Instant | null) =>
    readInTurns(store, (s) => {
      const calendar = findTeamCalendar(s)
      const people = [session.user(), ...session.colleagues()]
      return boardSteps(s, momentOf(calendar, nowOf(asOf)), { calendar, people })
    }),
  )
  return {
    'lead.board': async ({ asOf }) => {
      if (!isLead()) return refused
      const board = await boardAt(asOf)
      // A board that is looked at is asked again with every change: that is when there is something to tell.
      if (board.untold > 0) past.kick()
      return { outcome: 'shown' as const, board }
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
