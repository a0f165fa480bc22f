import type { z } from 'zod'
import { arbitration } from './arbitration.ts'
import { audit } from './audit.ts'
import { caseFile } from './caseFile.ts'
import { claims } from './claims.ts'
import { desk } from './desk.ts'
import { documents } from './documents.ts'
import type { Reply } from './errors.ts'
import type { EventFrame } from './events.ts'
import { host } from './host.ts'
import { lead } from './lead.ts'
import { policyDesk } from './policyDesk.ts'
import { quality } from './quality.ts'
import { queue } from './queue.ts'
import { record } from './record.ts'
import { related } from './related.ts'
import { reviewDrafts } from './reviewDrafts.ts'
import { seen } from './seen.ts'
import { session } from './session.ts'
import { signIn } from './signIn.ts'
import { sync } from './sync.ts'
import { tables } from './tables.ts'
import { team } from './team.ts'
import { twins } from './twins.ts'
import { vault } from './vault.ts'
import { weekly } from './weekly.ts'

export { CONTRACT_VERSION } from './version.ts'

/** Everything that may be said across the bridge. */
export const methods = {
  ...queue,
  ...quality,
  ...claims,
  ...record,
  ...related,
  ...reviewDrafts,
  ...arbitration,
  ...audit,
  ...caseFile,
  ...desk,
  ...documents,
  ...policyDesk,
  ...host,
  ...lead,
  ...seen,
  ...session,
  ...signIn,
  ...sync,
  ...tables,
  ...team,
  ...twins,
  ...vault,
  ...weekly,
} as const

export type Methods = typeof methods
export type MethodName = keyof Methods
export type Input<M extends MethodName> = z.infer<Methods[M]['input']>
export type Output<M extends MethodName> = z.infer<Methods[M]['output']>

/** Total: a method without a handler does not compile. */
export type Handlers = {
  readonly [M in MethodName]: (input: Input<M>) => Output<M> | Promise<Output<M>>
}

/** What a door puts on the window, and all that the client builds on. */
export interface Transport {
  /** Never rejects: what goes wrong comes back as an error in the reply. */
  request(method: string, input: unknown): Promise<Reply>
  /** Gives back the function that ends it. */
  subscribe(listener: (frame: EventFrame) => void): () => void
  /** Tells whether the core can be reached; called at once with the present state. */
  onConnection(listener: (connected: boolean) => void): () => void
}

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name)
}
