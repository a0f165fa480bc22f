import { expect } from '@playwright/test'
import { join, resolve } from 'node:path'
import { findBreakInAudit } from '../../../src-main/store/auditRepo.ts'
import { openStore } from '../../../src-main/store/openStore.ts'
import { listWaiting } from '../../../src-main/store/outboxRepo.ts'
import type { Pressed } from './byKeyboard.ts'
import { keyBeside } from '../../builders/profileKey.ts'

interface Entry {
  readonly at: string
  readonly kind: string
  readonly actorName: string
  readonly reasons: readonly string[]
}
const DECIDED = ['approved', 'information_requested', 'rejected']

/** What the hub has of these claims' decisions, read as an auditor reads it: in the order in which each claim got them. */
async function recordOf(hub: string, claimIds: readonly string[]) {
  const signedIn = await fetch(`${hub}/v1.0/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: 'u-auditor' }),
  })
  const { token } = (await signedIn.json()) as { token: string } // the hub's own answer
  const headers = { authorization: `Bearer ${token}` }
  const all = await Promise.all(
    claimIds.map(async (claimId) => {
      const answer = await fetch(`${hub}/v1.0/claims/${claimId}`, { headers })
      const { history } = (await answer.json()) as { history: readonly Entry[] } // the hub's own answer
      return history.filter(({ kind }) => DECIDED.includes(kind)).map((entry) => ({ claimId, ...entry }))
    }),
  )
  return all.flat()
}

/** The hub has what was pressed: each decision once, with its reasons, by this person, in the order of pressing. */
export async function expectRecorded(hub: string, who: string, pressed: readonly Pressed[]): Promise<void> {
  const record = await recordOf(hub, [...new Set(pressed.map(({ claimId }) => claimId))])
  const mine = record.filter(({ actorName }) => actorName === who)
  const left = [...mine]
  const inOrder = pressed.map((each) => {
    const at = left.findIndex(({ claimId }) => claimId === each.claimId)
    return left.splice(at, at < 0 ? 0 : 1)[0]
  })
  expect(inOrder.map((entry) => entry && [entry.claimId, entry.kind, entry.reasons.toSorted()])).toEqual(
    pressed.map(({ claimId, decision, reasons }) => [claimId, decision, reasons.toSorted()]),
  )
  expect(left).toEqual([])
  const times = inOrder.map((entry) => entry?.at ?? '')
  expect(times).toEqual(times.toSorted())
}

/** No entry of the workstation's own log was changed, removed or moved, and nothing waits. Its process must have ended. */
export function expectWholeProfile(dataDir: string): void {
  const file = join(dataDir, 'profile/workstation.db')
  const migrations = resolve(import.meta.dirname, '../../../resources/migrations/workstation')
  const store = openStore({ file, migrations, now: Date.now(), key: keyBeside(file) })
  try {
    expect(store.read(findBreakInAudit)).toBeNull()
    expect(store.read((read) => listWaiting(read, null))).toEqual([])
  } finally {
    store.close()
  }
}
