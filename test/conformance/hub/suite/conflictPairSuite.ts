import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ConflictReason, HistorySide } from '../../../../src-preload/contract/vocabulary/words.ts'
import { MOST_TELLING_FIRST } from '../../../../src-main/hub/operations/conflictReason.ts'
import { findClaimForUpdate } from '../../../../src-main/hub/store/claimsRepo.ts'
import { type ClaimChange, changeClaim, removeClaim } from '../../../../src-main/hub/store/claimWrites.ts'
import type { Tx } from '../../../../src-main/hub/store/database.ts'
import { HUB_TENANT } from '../../../../src-main/hub/store/hubTenant.ts'
import { operations, partnerLinks } from '../../../../src-main/hub/store/schema.ts'
import type { StoredClaim } from '../../../../src-main/hub/store/claimRows.ts'
import { putDemoUsers } from '../../../../src-main/hub/store/peopleRepo.ts'
import {
  aHubClaim,
  allMet,
  anEntry,
  anOperation,
  approve,
  at,
  NOW,
  sha256Of,
} from '../../../builders/hub/hubClaim.ts'
import { PEOPLE, type TestHub } from '../../../builders/hub/testHub.ts'
import { transact } from '../../../../src-main/hub/store/transact.ts'

const CLAIM = aHubClaim({ subState: 'dispute_review', matters: { disputes: 1 } })
const KEY = { tenantId: CLAIM.form.customer.tenantId, claimId: CLAIM.form.claimId }

/** How each circumstance comes about after a reviewer approved offline, in a transaction of its own. */
const CIRCUMSTANCES: Partial<Record<ConflictReason, (hub: TestHub) => Promise<void>>> = {
  claim_deleted: (hub) => transact(hub.ports.db, (tx) => removeClaim(tx, KEY, 'deleted')),
  role_lost: (hub) => demote(hub, 'auditor'),
  conflict_of_interest: async (hub) => {
    const link = { tenantId: HUB_TENANT, userId: 'reviewer', mpnId: CLAIM.form.mpnId, reason: 'family' }
    await hub.ports.db.insert(partnerLinks).values(link)
  },
  withdrawn: (hub) => moved(hub, 'partner'),
  clock_expired: (hub) => moved(hub, 'system'),
  decided_elsewhere: (hub) => moved(hub, 'reviewer'),
  four_eyes_self: (hub) =>
    change(hub, ({ matters }) => ({
      matters: {
        ...matters,
        rejection: { at: at(-3), reasons: [], byUserId: UserId.parse('reviewer'), judged: [] },
      },
      entries: [],
      // The rejection was there before; nothing else of the claim moves by it.
      keepsRevision: true,
    })),
  reassigned: (hub) =>
    change(hub, () => ({
      assignedTo: {
        userId: UserId.parse('reviewer-2'),
        name: 'The reviewer-2',
        until: Instant.parse(new Date(NOW + 60_000).toISOString()),
      },
      entries: [anEntry({ kind: 'taken' })],
      keepsRevision: true,
    })),
  document_replaced: (hub) =>
    change(hub, ({ documents }) => ({
      addedDocuments: documents.slice(0, 1).map((one) => ({
        ...one,
        documentId: 'replaced',
        sha256: sha256Of('other bytes under the same name'),
      })),
      entries: [anEntry({ side: 'partner', kind: 'document_added' })],
    })),
  claim_changed: (hub) => change(hub, () => ({ entries: [anEntry({ side: 'partner', kind: 'commented' })] })),
}

const STATES: readonly ConflictReason[] = ['withdrawn', 'clock_expired', 'decided_elsewhere']

type Changing = Omit<ClaimChange, 'at'>

/** Nothing is left to change once the claim is gone. */
async function change(hub: TestHub, of: (claim: StoredClaim) => Changing): Promise<void> {
  const { rules } = hub.ports
  await transact(hub.ports.db, async (tx: Tx) => {
    const claim = await findClaimForUpdate(tx, KEY)
    if (claim !== undefined)
      await changeClaim(tx, claim, { at: at(0), ...of(claim) }, rules.basisOf(claim.policy))
  })
}

const moved = (hub: TestHub, side: HistorySide): Promise<void> =>
  change(hub, ({ state }) => {
    // Who comes second moves it on from where the first brought it.
    const toState = state === 'rejected' ? 'approved' : 'rejected'
    const entry = anEntry({ side, kind: toState, fromState: state, toState })
    return {
      status: { state: toState, subState: toState === 'approved' ? 'consent_open' : 'final' },
      entries: [entry],
    }
  })

const demote = (hub: TestHub, role: 'auditor' | 'reviewer'): Promise<void> =>
  putDemoUsers(
    hub.ports.db,
    PEOPLE.filter(({ userId }) => userId === 'reviewer').map((person) => ({ ...person, role })),
  )

/** Of two, the one that the person is told: the last of two that moved the claim, else the more telling. */
function expected(first: ConflictReason, second: ConflictReason): ConflictReason {
  if (STATES.includes(first) && STATES.includes(second)) return second
  return MOST_TELLING_FIRST.find((reason) => reason === first || reason === second) ?? first
}

const NAMES = Object.keys(CIRCUMSTANCES) as ConflictReason[] // the keys of the table above
const CASES = NAMES.flatMap((first) =>
  NAMES.filter((second) => second !== first).map((second) => ({
    first,
    second,
    reason: expected(first, second),
  })),
)

export function describeConflictPairs(hub: () => TestHub): void {
  describe('a decision made offline', () => {
    const decide = async () => {
      const request = anOperation(CLAIM, approve(CLAIM))
      const answers = [
        await hub().operate('reviewer', 'C-1', request),
        await hub().operate('reviewer', 'C-1', request),
      ]
      const stored = await hub()
        .ports.db.select({ result: operations.result })
        .from(operations)
        .where(eq(operations.operationId, request.operationId))
      return { answers, stored: stored.map(({ result }) => result) }
    }
    const meets = async (circumstances: readonly ConflictReason[], reason: ConflictReason) => {
      await hub().put(CLAIM)
      try {
        for (const name of circumstances) await CIRCUMSTANCES[name]?.(hub())
        const isGone = circumstances.includes('claim_deleted')
        const before = isGone ? null : await hub().record('C-1')
        const { answers, stored } = await decide()
        const conflict = { outcome: 'conflict', reason, currentRevision: before?.revision ?? null }
        expect(answers).toEqual([conflict, conflict])
        // What hung on a claim goes with it; the answer is the same for ever all the same.
        expect(stored).toEqual(isGone ? [] : [conflict])
        if (!isGone) expect(await hub().record('C-1')).toEqual(before)
      } finally {
        await demote(hub(), 'reviewer')
      }
    }

    it('is applied where nothing stands in the way', async () => {
      await hub().put(CLAIM)
      expect(allMet(CLAIM).length).toBeGreaterThan(0)
      expect((await decide()).answers[0]).toEqual({ outcome: 'applied', revision: 4 })
    })

    it.each(NAMES)('meets %s, is stored once and never applied', (name) => meets([name], name))

    it.each(CASES)('that meets $first, then $second, is told $reason', ({ first, second, reason }) =>
      meets([first, second], reason),
    )

    it('meets nothing where a lease ran out that nobody took', async () => {
      await hub().put(CLAIM)
      await CIRCUMSTANCES.reassigned?.(hub())
      hub().clock.now = NOW + 60_000
      expect((await decide()).answers[0]).toEqual({ outcome: 'applied', revision: 4 })
    })
  })

  describe('an operation of another version', () => {
    const post = async (body: unknown) => {
      const answer = await hub().post('reviewer', '/v1.0/claims/C-1/operations', body)
      return [answer.status, ((await answer.json()) as { code: string }).code] // shaped by the tests of access
    }

    it('is told apart from nonsense, so that nobody throws it away, and leaves nothing behind', async () => {
      await hub().put(CLAIM)
      const good = anOperation(CLAIM, approve(CLAIM))
      const other = [
        { ...good, action: { kind: 'adjourn', to: 'board' } },
        { ...good, mood: 'sure' },
        { ...good, action: { ...good.action, confidence: 1 } },
        { ...good, action: { ...good.action, reasons: ['REJ_OF_NEXT_YEAR'] } },
      ]
      for (const body of other) expect(await post(body)).toEqual([400, 'schema_too_old'])
      const nonsense = [
        {},
        { mood: 'sure' },
        { ...good, operationId: 'x', mood: 'sure' },
        { ...good, action: 'approve' },
        { ...good, claimRevision: 'three', mood: 'sure' },
      ]
      for (const body of nonsense) expect(await post(body)).toEqual([400, 'bad_request'])
      expect(await hub().ports.db.$count(operations)).toBe(0)
      expect(await hub().operate('reviewer', 'C-1', good)).toEqual({ outcome: 'applied', revision: 4 })
    })
  })
}
