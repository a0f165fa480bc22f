import type { Core } from '../core.ts'
import { askingAs, fetchPeople } from './hubClient.ts'
import { pull } from './pull.ts'
import { pullReference } from './pullReference.ts'
import { push } from './push.ts'

/** One round with the hub: who is there, what leaves, what claims are judged by, what is new. Rejects with HubUnavailable. */
export async function exchange(core: Core, shouldStop: () => boolean): Promise<void> {
  core.session.learnPeople(await fetchPeople(askingAs(core)))
  // An operation that the hub cannot take now must not keep the news away.
  const pushed = await Promise.allSettled([push(core, shouldStop)])
  await pullReference(core)
  await pull(core, shouldStop)
  for (const result of pushed) if (result.status === 'rejected') throw result.reason
}
