import type { HttpBindings } from '@hono/node-server'
import type { Handler } from 'hono'
import type { HubCaller, HubUser } from '../api/people.ts'
import type { OutsideIssuer } from '../identity/outsideIssuer.ts'
import type { IntakePorts } from '../intake/intakeAct.ts'
import type { Log } from '../log.ts'
import type { HubMetrics } from '../metrics/hubMetrics.ts'
import type { CallerContext } from '../store/callerContext.ts'
import type { RateLimits } from './limits.ts'

export interface HubPorts extends IntakePorts {
  readonly log: Log
  /** Listens on this machine alone. */
  readonly isLoopback: boolean
  /** Whether there are demo people: their tokens are good. */
  readonly hasDemo: boolean
  /** How demo people get a token: by their name, on a hub of this machine alone; by a code; or not here at all. */
  readonly signIn: 'open' | 'codes' | 'none'
  /** Directories whose tokens are good here. */
  readonly issuers: readonly OutsideIssuer[]
  readonly limits: RateLimits
  readonly metrics?: HubMetrics
  /** Addresses of reverse proxies whose word about who asks is taken. */
  readonly trustedProxies?: readonly string[]
  /** Callers come by https alone. */
  readonly isBehindTls?: boolean
  /** The hub ends: nobody should be sent here any more. */
  readonly isStopping?: () => boolean
}

export interface HubEnv {
  Bindings: HttpBindings
  /** `caller` and `eyes` are set where a token is asked for, `user` besides where the caller is of the team. */
  Variables: { caller: HubCaller; user: HubUser; eyes: CallerContext }
}

export type HubHandler = Handler<HubEnv>
