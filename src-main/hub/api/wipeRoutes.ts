import { z } from 'zod'
import { json, ok } from './answers.ts'
import type { Route } from './routeShape.ts'
import {
  CarriedKept,
  CarryOperations,
  OrderQuery,
  OrderStepAnswer,
  PutOrderStep,
  PutWipe,
  StandingOrder,
  WipeAnswer,
  Wipes,
} from './wipes.ts'

export const WIPE_PARTS = { orderId: z.uuid() } as const

const ORDER = '/v1.0/workstations/{clientId}/order'

/**
 * Wiping from afar. Who orders it is stated here alone. A workstation asks and tells without a token: whoever lost their account, role or
 * sign-in is who this is for. It is let in by its own id and the order's, both of 122 random bits, and learns nothing but about itself.
 */
export const WIPE_ROUTES = {
  wipes: {
    method: 'GET',
    path: '/v1.0/wipes',
    summary: 'Orders to wipe a workstation: who gave them, why, and what came of them',
    callers: ['team_lead', 'auditor'],
    rate: 'read',
    answers: { 200: ok(Wipes) },
  },
  putWipe: {
    method: 'PUT',
    path: '/v1.0/workstations/{clientId}/wipe',
    summary: 'Orders that a workstation be wiped at its next contact, or takes that back before it has begun',
    callers: ['team_lead'],
    rate: 'write',
    body: json(PutWipe),
    answers: { 200: ok(WipeAnswer) },
    problems: ['not_found'],
  },
  order: {
    method: 'GET',
    path: ORDER,
    summary: 'What is to become of the workstation that asks',
    callers: 'anyone',
    rate: 'read',
    query: OrderQuery,
    answers: { 200: ok(StandingOrder) },
  },
  carry: {
    method: 'POST',
    path: `${ORDER}/{orderId}/operations`,
    summary: 'Hands over, before a wipe, what the hub did not apply; each is kept once',
    callers: 'anyone',
    rate: 'write',
    body: json(CarryOperations),
    answers: { 200: ok(CarriedKept) },
    problems: ['not_found'],
  },
  putOrder: {
    method: 'PUT',
    path: `${ORDER}/{orderId}`,
    summary: 'The workstation begins, unless the order was taken back, or is done',
    callers: 'anyone',
    rate: 'write',
    body: json(PutOrderStep),
    answers: { 200: ok(OrderStepAnswer) },
    problems: ['not_found'],
  },
} as const satisfies Readonly<Record<string, Route>>
