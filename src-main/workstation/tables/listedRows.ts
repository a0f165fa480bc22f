import type { CaseSummary } from '../../../src-preload/contract/arbitration.ts'
import type { TableWish } from '../../../src-preload/contract/tables.ts'
import type { LeadClaim } from '../../../src-preload/contract/lead.ts'
import type { LogRow } from '../../../src-preload/contract/audit.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimSummary } from '../../../src-preload/contract/vocabulary/queueShape.ts'
import type { OutboxRow } from '../../../src-preload/words/tables/outboxColumns.ts'
import { listCases } from '../../store/arbitrationRepo.ts'
import { listWaiting } from '../../store/outboxRepo.ts'
import { toMs } from '../../store/instants.ts'
import { pickOf } from '../../store/leadPicks.ts'
import { countPicked, listPicked } from '../../store/leadRepo.ts'
import { countClaims, listClaimIds, listSummaries } from '../../store/queueRepo.ts'
import { summaryOf } from '../arbitration/caseViews.ts'
import { countLog, pageOfLog } from '../audit/logRows.ts'
import { pendingView } from '../claims/openClaim.ts'
import type { Core } from '../core.ts'
import { leadClaimOf } from '../lead/pickedClaims.ts'
import { findTeamCalendar, momentOf } from '../lead/teamDays.ts'
import { askerOf, rowsFor } from '../queueHandlers.ts'
import { atOnce, type Listed } from './tableSource.ts'

type WishOf<T extends TableWish['table']> = Extract<TableWish, { table: T }>

/** Read at once this long, a window that asks for rows waits a few milliseconds. */
const PIECE = 250
const DAY_MS = 86_400_000

/** Which claims and their order are those of one moment; what stands in a row is that of the moment in which it is written. */
export function listedQueue(core: Core, { filter }: WishOf<'queue'>): Listed<ClaimSummary> {
  const asker = askerOf(core)
  const { ids, isMore } = core.store.read((store) => {
    const { claims, isMore: more } = countClaims(store, filter, asker)
    return { ids: listClaimIds(store, filter, asker, more ? claims : null), isMore: more }
  })
  return { isMore, pieces: inPieces(ids, (some) => summariesOf(core, some)) }
}

function* inPieces<Row>(
  ids: readonly ClaimId[],
  rowsOf: (ids: readonly ClaimId[]) => readonly Row[],
): Iterable<readonly Row[]> {
  for (let at = 0; at < ids.length; at += PIECE) yield rowsOf(ids.slice(at, at + PIECE))
}

function summariesOf({ store, session, ports }: Core, ids: readonly ClaimId[]): ClaimSummary[] {
  const asker = askerOf({ session, ports })
  return store.read((s) => {
    const rows = rowsFor(s, listSummaries(s, ids, asker), asker)
    const byId = new Map(rows.map((row) => [row.claimId, row]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  })
}

export function listedOutbox({ store, session, ports }: Core): Listed<OutboxRow> {
  const now = ports.clock.now()
  const people = new Map([session.user(), ...session.people()].map(({ userId, name }) => [userId, name]))
  return atOnce(
    store
      .read((s) => listWaiting(s, null))
      .map((operation) => ({
        ...pendingView(operation, now),
        claimName: operation.claimName,
        byName: people.get(operation.byUserId) ?? operation.byUserId,
        ageDays: (now - operation.madeAt) / DAY_MS,
      })),
  )
}

export function listedCases({ store, session, ports }: Core, { view }: WishOf<'cases'>): Listed<CaseSummary> {
  const { userId } = session.user()
  const now = ports.clock.now()
  const page = (offset: number) =>
    store.read((s) =>
      listCases(s, { view, userId, offset, limit: PIECE }).map((one) => summaryOf(s, one, now)),
    )
  return { isMore: false, pieces: pagesUntilEmpty(page) }
}

/** As many lines as the number says: all are picked at once, and told piece by piece. */
export function* leadClaims(
  { store }: Pick<Core, 'store'>,
  { figure, slice, asOf }: Pick<WishOf<'lead_claims'>, 'figure' | 'slice' | 'asOf'>,
): Iterable<readonly LeadClaim[]> {
  const now = toMs(asOf)
  const picked = store.read((s) => {
    const pick = pickOf(figure, momentOf(findTeamCalendar(s), now))
    return listPicked(s, pick, slice, { offset: 0, limit: countPicked(s, pick, slice) })
  })
  for (let at = 0; at < picked.length; at += PIECE)
    yield picked.slice(at, at + PIECE).map((one) => leadClaimOf(one, now))
}

export const listedLeadClaims = (core: Core, wish: WishOf<'lead_claims'>): Listed<LeadClaim> => ({
  isMore: false,
  pieces: leadClaims(core, wish),
})

/** An act that is noted while the file is made moves the others on by one: the log is read as of its begin. */
export function listedLog(core: Core, { filter }: WishOf<'audit'>): Listed<LogRow> {
  const before = countLog(core, filter)
  const page = (offset: number) =>
    pageOfLog(core, filter, { offset: offset + countLog(core, filter) - before, limit: PIECE })
  return { isMore: false, pieces: pagesUntilEmpty(page) }
}

function* pagesUntilEmpty<Row>(page: (offset: number) => readonly Row[]): Iterable<readonly Row[]> {
  for (let offset = 0; ; offset += PIECE) {
    const rows = page(offset)
    if (rows.length > 0) yield rows
    if (rows.length < PIECE) return
  }
}
