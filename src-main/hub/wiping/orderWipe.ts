import { randomUUID } from 'node:crypto'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { WipeAct } from '../../../src-preload/contract/vocabulary/wipeWords.ts'
import { isInForce, mayFollow } from '../../domain/sync/wipeOrder.ts'
import type { CarriedOperation, OrderStepAnswer, PutWipe, WipeAnswer, WipeOrder } from '../api/wipes.ts'
import { actingAs, HUB } from '../store/callerContext.ts'
import type { Db, Tx } from '../store/database.ts'
import { transact } from '../store/transact.ts'
import { addWipeAct, isKnownClient, keepCarried, listWipeActs, type WipeRow } from '../store/wipesRepo.ts'

/** Who gives an order or takes it back. */
export interface WipeOrderer {
  /** Null = the office that looks after the machines, which has no place among the people of the hub. */
  readonly byUserId: UserId | null
  readonly byName: string
}

export interface WipeWish extends PutWipe, WipeOrderer {
  readonly clientId: string
  readonly at: Date
}

/** Whose number was taken by somebody else looks again. */
const TRIES = 5

/** Orders that a workstation be wiped, or takes it back. Null = the hub has never heard of it. */
export const putWipe = (db: Db, wish: WipeWish): Promise<WipeAnswer | null> =>
  inTurns(db, async (tx) => {
    const { clientId, act, reason, byUserId, byName, at } = wish
    const acts = await listWipeActs(tx, [clientId])
    if (acts.length === 0 && !(await isKnownClient(tx, clientId))) return null
    const last = acts.at(-1)
    if (last?.act === act) return { outcome: 'noted', last: act }
    if (!mayFollow(last?.act ?? null, act)) return { outcome: 'too_late', last: last?.act ?? null }
    const orderId = act === 'ordered' || last === undefined ? randomUUID() : last.orderId
    await write(tx, { clientId, entry: acts.length + 1, orderId, act, byUserId, byName, reason, at })
    return { outcome: 'noted', last: act }
  })

/** What stands about a workstation under one of its names; null = nothing. @param clientIds the name of today first. */
export async function standingOrder(db: Db, clientIds: readonly string[]): Promise<WipeOrder | null> {
  const acts = await listWipeActs(db, clientIds)
  for (const clientId of clientIds) {
    const own = acts.filter((one) => one.clientId === clientId)
    const ordered = own.findLast(({ act }) => act === 'ordered')
    if (ordered === undefined || !isInForce(own.at(-1)?.act ?? null)) continue
    return {
      clientId,
      orderId: ordered.orderId,
      orderedAt: ordered.at.toISOString() as WipeOrder['orderedAt'],
    }
  }
  return null
}

export interface OrderName {
  readonly clientId: string
  readonly orderId: string
}

/** The workstation says how far it is. Null = there is no such order. What is said again is noted once. */
export const putOrderStep = (
  db: Db,
  { clientId, orderId }: OrderName,
  step: 'begun' | 'done',
  at: Date,
): Promise<OrderStepAnswer | null> =>
  inTurns(db, async (tx) => {
    const acts = await listWipeActs(tx, [clientId])
    const last = acts.at(-1)
    if (last === undefined || !acts.some((one) => one.orderId === orderId)) return null
    if (last.orderId !== orderId || !isInForce(last.act)) return { outcome: 'not_now' }
    if (last.act !== step && mayFollow(last.act, step)) {
      const act: WipeAct = step
      const own = { clientId, orderId, act, byUserId: null, byName: 'workstation', reason: null, at }
      await write(tx, { ...own, entry: acts.length + 1 })
    }
    return { outcome: 'noted' }
  })

/** Keeps what a workstation hands over before it is wiped. Null = there is no such order. @returns how much was new. */
export const carryOperations = (
  db: Db,
  { clientId, orderId }: OrderName,
  operations: readonly CarriedOperation[],
  receivedAt: Date,
): Promise<number | null> =>
  inTurns(db, async (tx) => {
    const last = (await listWipeActs(tx, [clientId])).at(-1)
    if (last?.orderId !== orderId || !isInForce(last.act)) return null
    return keepCarried(tx, { clientId, orderId, receivedAt }, operations)
  })

class NumberTaken extends Error {}

async function write(tx: Tx, act: WipeRow): Promise<void> {
  if (!(await addWipeAct(tx, act))) throw new NumberTaken('Somebody else wrote this act meanwhile')
}

async function inTurns<T>(db: Db, run: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await actingAs(HUB, () => transact(db, run))
    } catch (error) {
      if (!(error instanceof NumberTaken) || tries === TRIES) throw error
    }
  }
}
