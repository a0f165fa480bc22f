import { toInstant } from '../../store/instants.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { endHolds, findConflict, listConflicts, listWaiting } from '../../store/outboxRepo.ts'
import type { Core } from '../core.ts'
import { knownNames } from './clientIdentity.ts'
import { type CarriedOperation, carry, fetchOrder, tellStep, type WipeOrder } from './hubOrders.ts'
import { HubUnavailable } from './hubUnavailable.ts'
import { push } from './push.ts'

/** The hub has everything that was said here and has noted that the wipe begins: nothing may go on but that. */
export class WipeBegun extends Error {
  override readonly name = 'WipeBegun'
  readonly order: WipeOrder

  constructor(order: WipeOrder) {
    super('This workstation is to be wiped.')
    this.order = order
  }
}

/**
 * Asks whether this workstation is to be wiped, before anything else of a round, and without a token: neither a lost role nor a sign-in
 * that ran out keeps the order away. If so, everything unsent goes to the hub first: by the usual way, and what that does not take is
 * handed over as it is. Only once the hub keeps it all and has agreed does it throw WipeBegun. Rejects with HubUnavailable where the hub
 * went away in between: nothing was touched.
 */
export async function heedOrder(core: Core): Promise<void> {
  const line = { hub: core.ports.hub, ending: core.ending }
  const names = core.store.read(knownNames)
  const [clientId, ...formerly] = names
  if (clientId === undefined) return
  const order = await fetchOrder(line, clientId, formerly)
  if (order === null) return
  core.ports.log({
    level: 'warn',
    event: 'this workstation is to be wiped',
    facts: { orderId: order.orderId },
  })
  // From here on nothing more is accepted: it would be acknowledged and gone.
  core.wipeGate.shut()
  let isAgreed = false
  try {
    await sendAll(core)
    const left = core.store.read(listUnanswered)
    isAgreed = (await carry(line, order, left)) && (await tellStep(line, order, 'begun'))
  } finally {
    if (!isAgreed) core.wipeGate.open()
  }
  if (isAgreed) throw new WipeBegun(order)
}

/** The usual way is the better one: there the hub applies it. What it refuses, or cannot take without a sign-in, stays here for now. */
async function sendAll(core: Core): Promise<void> {
  core.store.write((store) => endHolds(store, core.ports.clock.now()))
  try {
    await push(core, () => core.ending.aborted)
  } catch (error) {
    if (!(error instanceof HubUnavailable)) throw error
  }
}

/** What waits and what the hub refused and nobody has dealt with yet, with every word. */
function listUnanswered(store: ReadStore): CarriedOperation[] {
  const waiting = listWaiting(store, null).map((one) => carriedAs('waiting', one))
  const refused = listConflicts(store).flatMap(({ operationId }) => findConflict(store, operationId) ?? [])
  return [...waiting, ...refused.map((one) => carriedAs('conflict', one))]
}

type Kept = Pick<CarriedOperation, 'operationId' | 'claimId' | 'kind' | 'byUserId'> & {
  readonly madeAt: number
  readonly content: unknown
}

const carriedAs = (
  standing: CarriedOperation['standing'],
  { operationId, claimId, kind, byUserId, madeAt, content }: Kept,
): CarriedOperation => ({
  operationId,
  claimId,
  kind,
  byUserId,
  standing,
  madeAt: toInstant(madeAt),
  content: typeof content === 'object' && content !== null ? { ...content } : { said: content },
})
