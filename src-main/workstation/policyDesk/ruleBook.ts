import type { z } from 'zod'
import type { RuleDesk } from '../../../src-preload/contract/policyDesk.ts'
import { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { toInstant } from '../../store/instants.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import type { Core } from '../core.ts'
import { askingAs } from '../sync/asking.ts'
import { fetchRuleBook, RuleBook } from '../sync/hubRules.ts'
import { HubUnavailable } from '../sync/hubUnavailable.ts'

const KeptBook = RuleBook.extend({ toldAt: Instant })
export type KeptBook = z.infer<typeof KeptBook>

/** What the hub told last; null = it never did. */
export const knownBook = (store: ReadStore): KeptBook | null => findValue(store, 'rule_book', KeptBook)

/** @returns why it could not be asked; null = it was. */
export async function renewBook(core: Core): Promise<RuleDesk['away']> {
  if (core.ports.hub.state() === 'none') return 'no_hub'
  try {
    const book = await fetchRuleBook(askingAs(core))
    core.store.write((s) => putValue(s, 'rule_book', { ...book, toldAt: toInstant(core.ports.clock.now()) }))
    return null
  } catch (error) {
    if (error instanceof HubUnavailable) return 'unreachable'
    throw error
  }
}
