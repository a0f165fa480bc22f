import type { Context } from 'hono'
import { z } from 'zod'
import {
  CarryOperations,
  MOST_FORMER_IDS,
  OrderQuery,
  type OrderStepAnswer,
  PutOrderStep,
  PutWipe,
  type StandingOrder,
  type WipeAnswer,
  type Wipes,
} from '../api/wipes.ts'
import type { WIPE_ROUTES } from '../api/wipeRoutes.ts'
import { actingAs, HUB } from '../store/callerContext.ts'
import { transact } from '../store/transact.ts'
import { listWipes } from '../store/wipesRepo.ts'
import { carryOperations, type OrderName, putOrderStep, putWipe, standingOrder } from '../wiping/orderWipe.ts'
import type { HubEnv, HubHandler, HubPorts } from './hubPorts.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

const Name = z.uuid().transform((id) => id.toLowerCase())

/** Wiping from afar: what leads order, and what workstations hear and say of it. */
export function serveWipes(ports: HubPorts): Readonly<Record<keyof typeof WIPE_ROUTES, HubHandler>> {
  const { db } = ports
  return {
    wipes: async (context) => {
      const wipes = await actingAs(HUB, () => transact(db, listWipes))
      return context.json({ wipes } satisfies Wipes)
    },
    putWipe: servePutWipe(ports),
    order: serveOrder(ports),
    carry: serveCarry(ports),
    putOrder: servePutOrder(ports),
  }
}

const servePutWipe =
  ({ db, now }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const clientId = Name.safeParse(context.req.param('clientId'))
    const asked = PutWipe.safeParse(await readJson(context))
    if (!clientId.success) return problem('not_found')
    if (!asked.success) return problem('bad_request')
    const { userId: byUserId, name: byName } = context.var.user
    const at = new Date(now())
    const answer = await putWipe(db, { ...asked.data, clientId: clientId.data, byUserId, byName, at })
    return answer === null ? problem('not_found') : context.json(answer satisfies WipeAnswer)
  }

const FormerNames = z.array(Name).max(MOST_FORMER_IDS)

/** Sets nobody's eyes: orders are rows of no claim. */
const serveOrder =
  ({ db }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const clientId = Name.safeParse(context.req.param('clientId'))
    if (!clientId.success) return problem('not_found')
    const query = OrderQuery.strict().safeParse(context.req.query())
    const said = query.data?.formerly ?? ''
    const formerly = FormerNames.safeParse(said === '' ? [] : said.split(','))
    if (!query.success || !formerly.success) return problem('bad_request')
    context.header('cache-control', 'no-store')
    const order = await actingAs(HUB, () => standingOrder(db, [clientId.data, ...formerly.data]))
    return context.json({ order } satisfies StandingOrder)
  }

function orderNamed(context: Context<HubEnv>): OrderName | null {
  const clientId = Name.safeParse(context.req.param('clientId'))
  const orderId = Name.safeParse(context.req.param('orderId'))
  return clientId.success && orderId.success ? { clientId: clientId.data, orderId: orderId.data } : null
}

const serveCarry =
  ({ db, now }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const order = orderNamed(context)
    const sent = CarryOperations.safeParse(await readJson(context))
    if (order === null) return problem('not_found')
    if (!sent.success) return problem('bad_request')
    const kept = await carryOperations(db, order, sent.data.operations, new Date(now()))
    return kept === null ? problem('not_found') : context.json({ kept })
  }

const servePutOrder =
  ({ db, now }: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const order = orderNamed(context)
    const sent = PutOrderStep.safeParse(await readJson(context))
    if (order === null) return problem('not_found')
    if (!sent.success) return problem('bad_request')
    const answer = await putOrderStep(db, order, sent.data.step, new Date(now()))
    return answer === null ? problem('not_found') : context.json(answer satisfies OrderStepAnswer)
  }
