import { z } from 'zod'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { CHECK_KEY_FORM, checkKeyOf } from './claimRows.ts'
import { findClaim } from './claimsRepo.ts'
import type { WriteStore } from './openStore.ts'
import { findValue, putValue } from './profileRepo.ts'
import { statement } from './statements.ts'

/** Where people's words are, bound to the key of what they saw. */
const WORDS = ['verdicts', 'detail_words', 'read_days'] as const

const WITH_WORDS = WORDS.map(
  (table) =>
    `select claim_id from ${table} join claims using (claim_id) where ${table}.check_key = claims.check_key`,
).join(' union ')

/**
 * Keys of an older version hash other fields. Where a reviewer said something of the claim as it stands, words and findings are bound to
 * the new key of the same claim, once, so that an upgrade lets go of none. Other claims get their new key with their next item of the feed.
 */
export function renewCheckKeys(store: WriteStore): void {
  if (findValue(store, 'check_key_form', z.int()) === CHECK_KEY_FORM) return
  putValue(store, 'check_key_form', CHECK_KEY_FORM)
  const claimIds = statement(store, WITH_WORDS).pluck().all() as ClaimId[]
  for (const claimId of claimIds) {
    const stored = findClaim(store, claimId)
    if (stored === null) continue
    const key = checkKeyOf(stored.record)
    if (key === stored.checkKey) continue
    const of = [key, claimId, stored.checkKey] as const
    for (const table of WORDS)
      statement(store, `update ${table} set check_key = ? where claim_id = ? and check_key = ?`).run(...of)
    statement(store, 'update reports set report_key = ? where claim_id = ? and report_key = ?').run(...of)
    statement(store, 'update claims set report_key = ? where claim_id = ? and report_key = ?').run(...of)
    statement(store, 'update claims set check_key = ? where claim_id = ? and check_key = ?').run(...of)
  }
}
