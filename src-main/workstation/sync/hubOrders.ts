import { z } from 'zod'
import {
  type CarriedOperation,
  MOST_CARRIED,
  OrderStepAnswer,
  StandingOrder,
  type WipeOrder,
} from '../../hub/api/wipes.ts'
import type { HubPort } from '../ports.ts'
import { HubUnavailable } from './hubUnavailable.ts'

export type { CarriedOperation, WipeOrder } from '../../hub/api/wipes.ts'

/** Longer than any of it should take. The question stands before everything else, so it must not hold that up for long. */
const PATIENCE_MS = 30_000
const QUESTION_MS = 5_000
/** The hub takes a megabyte at once. */
const MOST_BYTES = 900_000

/** The way to the hub; whoever works here, and whether anybody is signed in, makes no difference. */
export interface OrderLine {
  readonly hub: Pick<HubPort, 'request'>
  readonly ending: AbortSignal
}

/** Null = nothing was ordered, or this hub does not say now: the next round asks again. @param formerly names that the profile had before. */
export async function fetchOrder(
  line: OrderLine,
  clientId: string,
  formerly: readonly string[],
): Promise<WipeOrder | null> {
  const query = formerly.length === 0 ? '' : `?formerly=${formerly.join(',')}`
  const signal = AbortSignal.any([AbortSignal.timeout(QUESTION_MS), line.ending])
  const asked = { hub: line.hub, ending: signal }
  const response = await ask(asked, `/v1.0/workstations/${clientId}/order${query}`).catch(() => null)
  if (response === null) return null
  if (!response.ok) {
    await response.body?.cancel()
    return null
  }
  const answer = StandingOrder.safeParse(await response.json().catch(() => null))
  return answer.data?.order ?? null
}

/** Resolves once the hub keeps all of them. False = the order does not stand any more. Rejects with HubUnavailable. */
export async function carry(
  line: OrderLine,
  order: WipeOrder,
  operations: readonly CarriedOperation[],
): Promise<boolean> {
  for (const batch of inBatches(operations)) {
    const response = await ask(line, `${pathOf(order)}/operations`, 'POST', { operations: batch })
    const { status } = response
    await response.body?.cancel()
    if (status === 404) return false
    if (!response.ok) throw new HubUnavailable(`What was handed over was answered ${status}.`)
  }
  return true
}

const Answer = z.object({ outcome: OrderStepAnswer.shape.outcome })

/** False = the order was taken back, or this hub has none. Rejects with HubUnavailable. */
export async function tellStep(
  line: OrderLine,
  order: WipeOrderName,
  step: 'begun' | 'done',
): Promise<boolean> {
  const response = await ask(line, pathOf(order), 'PUT', { step })
  if (response.status === 404) {
    await response.body?.cancel()
    return false
  }
  const said = response.ok ? Answer.safeParse(await response.json().catch(() => null)).data : undefined
  if (said === undefined) throw new HubUnavailable(`The step was answered ${response.status}.`)
  return said.outcome === 'noted'
}

export type WipeOrderName = Pick<WipeOrder, 'clientId' | 'orderId'>

const pathOf = ({ clientId, orderId }: WipeOrderName): string =>
  `/v1.0/workstations/${clientId}/order/${orderId}`

async function ask(
  { hub, ending }: OrderLine,
  path: string,
  method: 'GET' | 'POST' | 'PUT' = 'GET',
  body?: unknown,
): Promise<Response> {
  const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ending])
  const text = body === undefined ? {} : { body: JSON.stringify(body) }
  return hub.request(null, path, { method, signal, ...text }).catch((cause: unknown) => {
    throw new HubUnavailable('The hub cannot be reached.', { cause })
  })
}

function inBatches(operations: readonly CarriedOperation[]): CarriedOperation[][] {
  const batches: CarriedOperation[][] = []
  let room = 0
  for (const one of operations) {
    const bytes = Buffer.byteLength(JSON.stringify(one))
    const last = batches.at(-1)
    if (last === undefined || last.length === MOST_CARRIED || bytes > room) {
      batches.push([one])
      room = MOST_BYTES - bytes
    } else {
      last.push(one)
      room -= bytes
    }
  }
  return batches
}
