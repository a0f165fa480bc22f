import type { Context } from 'hono'
import type { HubEnv } from './hubPorts.ts'

/** `GET /healthz`: the process lives; whether it can work is `/readyz`'s to say. */
export const serveHealth = (context: Context<HubEnv>): Response => context.json({ status: 'ok' })
