import { z } from 'zod'
import { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { AdvisoryCheck } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import { putReference } from '../../store/referenceRepo.ts'
import { keepAdvisory } from '../checks/advisoryChecks.ts'
import type { Core } from '../core.ts'
import { askingAs } from './asking.ts'
import { fetchReference, type GivenReference } from './hubClient.ts'

/** The state of the reference at hand, and the program that read it: another one may understand more of the same state. */
const ReferenceTag = z.object({ tag: z.string(), program: z.string() })

/** Whose reference could not be read the last time, so that a log does not fill with one failure. */
const failing = new WeakSet<Core['store']>()

/**
 * Brings the policies and calendars that claims name. Never rejects: claims come all the same, and those whose profile is not
 * known are read-only until it is.
 */
export async function pullReference(core: Core): Promise<void> {
  try {
    const given = await fetchReference(askingAs(core), knownTag(core))
    if (given !== null) keep(core, given)
    failing.delete(core.store)
  } catch (error) {
    if (core.ending.aborted || failing.has(core.store)) return
    failing.add(core.store)
    core.ports.log({ level: 'warn', event: 'policies and calendars could not be read', error })
  }
}

function knownTag({ store, ports }: Core): string | null {
  const known = store.read((s) => findValue(s, 'reference_tag', ReferenceTag))
  return known?.program === ports.host.version ? known.tag : null
}

function keep(core: Core, given: GivenReference): void {
  const policies = given.policies.flatMap((one) => PolicyProfile.safeParse(one).data ?? [])
  const advisory = given.advisoryChecks.flatMap((one) => AdvisoryCheck.safeParse(one).data ?? [])
  const calendars = given.calendars.flatMap((one) => Calendar.safeParse(one).data ?? [])
  const hasChanged = core.store.write((store) => {
    if (given.tag !== null)
      putValue(store, 'reference_tag', { tag: given.tag, program: core.ports.host.version })
    const isAdvisoryNew = keepAdvisory(store, advisory)
    return putReference(store, { policies, calendars }) || isAdvisoryNew
  })
  if (!hasChanged) return
  const unread = given.policies.length + given.calendars.length - policies.length - calendars.length
  core.ports.log({
    level: unread === 0 ? 'info' : 'warn',
    event: 'policies and calendars came',
    facts: { policies: policies.length, calendars: calendars.length, unread },
  })
  core.emit('claims.changed', { ids: null })
}
