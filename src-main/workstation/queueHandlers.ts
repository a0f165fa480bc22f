import type { Handlers } from '../../src-preload/contract/index.ts'
import type { ClaimCount, ClaimSummary } from '../../src-preload/contract/vocabulary/queueShape.ts'
import { queue } from '../../src-preload/contract/queue.ts'
import type { ReadStore } from '../store/openStore.ts'
import type { Asker } from '../store/queueConditions.ts'
import { countByState, countClaims, listClaims, positionOf } from '../store/queueRepo.ts'
import { hiddenAmong } from './checks/blindClaims.ts'
import type { Core } from './core.ts'
import { pendingReviews } from './quality/keptReviews.ts'
import type { Desk } from './router.ts'

/** What every window asks first: answered without anything that only an open claim needs. */
export function createQueueDesk(core: Core): Desk {
  return { methods: queue, handlers: createQueueHandlers(core) }
}

/** By this machine's clock, as the window shows what is left: a filter must not leave out what its row calls due. */
export function askerOf({ session, ports }: Pick<Core, 'session' | 'ports'>): Asker {
  return { userId: session.user().userId, now: ports.clock.now() }
}

/** Of a claim that is judged before the machine is seen. */
const NO_CHIPS = {
  usablePoe: null,
  customerAcknowledgment: null,
  dates: null,
  products: null,
  serviceDescription: null,
}

/** Of a claim on whose decision this person has still to say a second word. */
const NOT_DECIDED = {
  verdicts: NO_CHIPS,
  state: 'under_review',
  subState: 'in_review',
  clock: null,
  pendingDecision: null,
} as const

/** Rows as this person may see them now. */
export function rowsFor(
  store: ReadStore,
  rows: readonly ClaimSummary[],
  { userId }: Pick<Asker, 'userId'>,
): ClaimSummary[] {
  const ids = rows.map(({ claimId }) => claimId)
  const hidden = hiddenAmong(store, ids, userId)
  const looks = new Set(pendingReviews(store, userId).map(({ claimId }) => claimId))
  const withoutChips = rows.map((row) => (hidden.has(row.claimId) ? { ...row, verdicts: NO_CHIPS } : row))
  return withoutChips.map((row) => (looks.has(row.claimId) ? { ...row, ...NOT_DECIDED } : row))
}

export function createQueueHandlers(core: Core): Pick<Handlers, keyof typeof queue> {
  const { store } = core
  return {
    'claims.list': ({ filter, ...page }) =>
      store.read((s) => {
        const asker = askerOf(core)
        const found = listClaims(s, filter, asker, page)
        return { ...found, rows: rowsFor(s, found.rows, asker) }
      }),
    'claims.counts': () => ({ states: store.read((s) => countByState(s, askerOf(core))) }),
    'claims.count': async ({ filters }) => {
      const counts: ClaimCount[] = []
      for (const filter of filters) {
        counts.push(store.read((s) => countClaims(s, filter, askerOf(core))))
        // Some filters read every claim: between two of them whoever waits for rows gets their turn.
        await new Promise((resolve) => setImmediate(resolve))
      }
      return { counts }
    },
    'claims.position': ({ filter, claimId }) =>
      store.read((s) => positionOf(s, filter, askerOf(core), claimId)),
  }
}
