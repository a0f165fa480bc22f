import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { AnchorPlace } from '../../../../src-main/hub/anchors/anchorPlace.ts'
import { folderAnchors } from '../../../../src-main/hub/anchors/folderAnchors.ts'
import { takeAnchors } from '../../../../src-main/hub/anchors/takeAnchor.ts'
import { verifyLog } from '../../../../src-main/hub/audit/verifyLog.ts'
import { type AuditEntry, GENESIS, listEntries } from '../../../../src-main/hub/store/auditRepo.ts'
import { removeClaim } from '../../../../src-main/hub/store/claimWrites.ts'
import type { HubDatabase } from '../../../../src-main/hub/store/database.ts'
import { transact } from '../../../../src-main/hub/store/transact.ts'
import {
  aHubClaim,
  anOperation,
  approve,
  comment,
  requestInfo,
  sha256Of,
  startReview,
  TENANT_A,
} from '../../../builders/hub/hubClaim.ts'
import { fc } from '../../../builders/hub/property.ts'
import { openTestHub, type TestHub, withoutTriggers } from '../../../builders/hub/testHub.ts'

const TENANT = TenantId.parse(TENANT_A)
const chainOf = (subjectId: string) => ({ tenantId: TENANT, subject: 'claim', subjectId }) as const

/** The hub's log: what stands in it, what it refuses, and that whoever changes it is found out. */
export function describeLog(open: () => Promise<HubDatabase>, runs: number): void {
  describe('the log in chains', () => {
    let hub: TestHub
    let folder = ''
    let place: AnchorPlace
    beforeAll(async () => {
      hub = await openTestHub(await open())
    })
    beforeEach(async () => {
      await hub.clear()
      folder = await mkdtemp(join(tmpdir(), 'anchors-'))
      place = folderAnchors(folder)
    })
    afterEach(() => rm(folder, { recursive: true, force: true }))
    afterAll(() => hub.close())

    const anchor = (most?: number) =>
      takeAnchors({ ...hub.ports, place }, { isLast: true, ...(most === undefined ? {} : { most }) })
    const findings = async (anchors: AnchorPlace | null = place) =>
      (await verifyLog(hub.ports.db, anchors)).findings
    const kinds = async (anchors?: AnchorPlace | null) => (await findings(anchors)).map(({ kind }) => kind)
    const tamper = (work: Parameters<typeof withoutTriggers>[1]) => withoutTriggers(hub.owner, work)

    /** A claim with a chain of as many entries as comments, and one. */
    const grow = async (claimId: string, comments: number) => {
      const claim = aHubClaim({ claimId, documents: [`proof of ${claimId}`], products: [`m365.${claimId}`] })
      await hub.put(claim)
      for (let at = 0; at < comments; at += 1)
        await hub.operate('reviewer', claimId, anOperation(await hub.record(claimId), comment(`Word ${at}.`)))
      return listEntries(hub.ports.db, chainOf(claimId))
    }

    describe('holds', () => {
      it('each act in the transaction that does it: rows, how the claim stands, and nothing of what was said', async () => {
        const claim = aHubClaim({ state: 'submitted' })
        await hub.put(claim)
        await hub.operate('reviewer', 'C-1', anOperation(await hub.record('C-1'), startReview))
        await hub.operate('reviewer', 'C-1', anOperation(await hub.record('C-1'), comment('A secret word.')))
        const chain = await listEntries(hub.ports.db, chainOf('C-1'))
        const bodies = chain.map(
          ({ body }) => JSON.parse(body) as { rows: { of: string }[]; standing?: string },
        )
        expect(bodies.map(({ rows }) => rows.map(({ of }) => of).sort())).toEqual([
          ['document', ...claim.history.map(() => 'history'), ...claim.comments.map(() => 'comment')].sort(),
          ['history', 'operation'],
          ['comment', 'history', 'operation'],
        ])
        expect(new Set(bodies.map(({ standing }) => standing)).size).toBe(2)
        expect(chain.map(({ body }) => body).join()).not.toContain('secret')
        expect(await findings(null)).toEqual([])
      })

      it('nothing of an act that is taken back', async () => {
        await grow('C-1', 1)
        const broken = transact(hub.ports.db, async (tx) => {
          await removeClaim(tx, { tenantId: TENANT, claimId: aHubClaim().form.claimId }, 'deleted')
          throw new Error('taken back')
        })
        await expect(broken).rejects.toThrow('taken back')
        expect(await listEntries(hub.ports.db, chainOf('C-1'))).toHaveLength(2)
      })

      it('the chain of a claim that is gone, and is whole without its rows', async () => {
        await grow('C-1', 2)
        await transact(hub.ports.db, (tx) =>
          removeClaim(tx, { tenantId: TENANT, claimId: aHubClaim().form.claimId }, 'deleted'),
        )
        expect(await listEntries(hub.ports.db, chainOf('C-1'))).toHaveLength(4)
        expect(await findings(null)).toEqual([])
      })

      it('one chain, without a gap, for many who write about a claim at once', async () => {
        await hub.put(aHubClaim())
        const claim = await hub.record('C-1')
        await Promise.all(
          Array.from({ length: 20 }, (_, at) =>
            hub.operate('reviewer', 'C-1', anOperation(claim, comment(`Word ${at}.`))),
          ),
        )
        expect((await listEntries(hub.ports.db, chainOf('C-1'))).map(({ entry }) => entry)).toEqual(
          Array.from({ length: 21 }, (_, at) => at + 1),
        )
        expect(await findings(null)).toEqual([])
      })

      it.each([
        'update audit_entries set body = body',
        'delete from audit_entries',
        'truncate audit_entries',
      ])('and refuses: %s', async (statement) => {
        await grow('C-1', 1)
        for (const db of [hub.ports.db, hub.owner])
          await expect(db.execute(sql.raw(statement))).rejects.toThrow()
        expect(await findings(null)).toEqual([])
      })

      it.each(['update claim_history set actor_name = actor_name', 'update operations set kind = kind'])(
        'and what it is about refuses: %s',
        async (statement) => {
          await grow('C-1', 1)
          for (const db of [hub.ports.db, hub.owner])
            await expect(db.execute(sql.raw(statement))).rejects.toThrow()
        },
      )
    })

    describe('is whole', () => {
      it('while hubs go on writing and anchoring', async () => {
        await hub.put(aHubClaim())
        const claim = await hub.record('C-1')
        const writing = Promise.all(
          Array.from({ length: 30 }, (_, at) =>
            hub.operate('reviewer', 'C-1', anOperation(claim, comment(`Word ${at}.`))),
          ),
        )
        const seen = [await kinds(), await anchor(), await kinds(), await anchor(), await kinds()]
        await writing
        await anchor()
        expect([seen[0], seen[2], seen[4], await kinds()]).toEqual([[], [], [], []])
      })

      it('through the life of a claim', async () => {
        await hub.put(aHubClaim())
        await hub.operate('reviewer', 'C-1', anOperation(await hub.record('C-1'), requestInfo()))
        await hub.put(aHubClaim({ claimId: 'C-2', mpnId: '4712' }))
        const other = await hub.record('C-2')
        await hub.operate('reviewer', 'C-2', anOperation(other, approve(aHubClaim({ claimId: 'C-2' }))))
        await anchor()
        expect(await findings()).toEqual([])
      })
    })

    describe('that somebody changed is found out', () => {
      const ways = ['change', 'delete', 'reorder', 'cut', 'replace'] as const
      type Way = (typeof ways)[number]

      /** What each way is found by. */
      const EXPECTED: Readonly<Record<Way, readonly string[]>> = {
        change: ['entry_changed', 'entry_foreign'],
        delete: ['entry_missing', 'tail_cut'],
        reorder: ['entry_changed'],
        cut: ['tail_cut'],
        replace: ['chain_replaced'],
      }

      it.each(ways)(
        'with the triggers out of the way: %s',
        async (way) => {
          await fc.assert(
            fc.asyncProperty(
              fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 1, maxLength: 3 }),
              fc.nat(),
              fc.nat(),
              async (lengths, which, where) => {
                await hub.clear()
                await rm(folder, { recursive: true, force: true })
                for (const [at, comments] of lengths.entries()) await grow(`C-${at + 1}`, comments)
                await anchor(2)
                expect(await kinds()).toEqual([])
                const claimId = `C-${(which % lengths.length) + 1}`
                const chain = await listEntries(hub.ports.db, chainOf(claimId))
                await tamper((tx) => CHANGES[way](tx, chain, where))
                const found = await findings()
                expect(found.length, 'nothing was found').toBeGreaterThan(0)
                expect(found.every(({ subjectId }) => subjectId === claimId)).toBe(true)
                expect(found.some(({ kind }) => EXPECTED[way].includes(kind))).toBe(true)
              },
            ),
            { numRuns: runs },
          )
        },
        300_000,
      )

      it('and the entry is named', async () => {
        const chain = await grow('C-1', 4)
        await tamper((tx) =>
          tx.execute(
            sql`update audit_entries set body = replace(body, '"at":"2', '"at":"3') where entry = 3 and subject_id = 'C-1'`,
          ),
        )
        expect(chain).toHaveLength(5)
        expect(await findings(null)).toMatchObject([{ kind: 'entry_changed', subjectId: 'C-1', entry: 3 }])
      })

      it.each([
        ['a row of the history', `update claim_history set actor_name = 'Nobody'`, 'row_changed'],
        ['an operation that is gone', `delete from operations`, 'row_missing'],
        [
          'a comment that was put in',
          `insert into claim_comments select tenant_id, claim_id, 'new', 99, side, author_name, at, body, visibility, in_reply_to from claim_comments limit 1`,
          'row_unknown',
        ],
        ['a claim that was approved by hand', `update claims set state = 'approved'`, 'standing_changed'],
        ['a chain that is gone', `delete from audit_entries where subject = 'claim'`, 'chain_missing'],
      ])('also in what it is about: %s', async (_, statement, kind) => {
        await grow('C-1', 2)
        await tamper((tx) => tx.execute(sql.raw(statement)))
        expect(await kinds(null)).toContain(kind)
      })

      it('also where an anchor is missing, was changed, or the last ones were taken away', async () => {
        for (const claimId of ['C-1', 'C-2', 'C-3']) {
          await grow(claimId, 1)
          await anchor()
        }
        const [first = 0, second = 0, third = 0] = await place.numbers()
        const without = (number: number): AnchorPlace => ({
          ...place,
          numbers: async () => (await place.numbers()).filter((one) => one !== number),
          read: (one) => (one === number ? Promise.resolve(null) : place.read(one)),
        })
        for (const number of [first, second, third])
          expect(await findings(without(number))).toMatchObject([{ kind: 'anchor_missing', entry: number }])
        const forged: AnchorPlace = {
          ...place,
          read: async (one) => {
            const bytes = await place.read(one)
            return bytes === null || one !== second
              ? bytes
              : Buffer.from(
                  Buffer.from(bytes)
                    .toString()
                    .replace(/"entry"|C-2/, 'C-9'),
                )
          },
        }
        expect(await kinds(forged)).toEqual(['anchor_changed'])
      })

      it('but not without anchors, where a tail was cut or a chain replaced as a whole', async () => {
        const chain = await grow('C-1', 3)
        await tamper((tx) => CHANGES.cut(tx, chain, 1))
        const found = await findings(null)
        // What the cut entries were about stands there without them.
        expect(found.every(({ kind }) => ['row_unknown', 'standing_changed'].includes(kind))).toBe(true)
      })
    })

    describe('is anchored', () => {
      it('every five minutes, where anything grew, by one of several hubs', async () => {
        await grow('C-1', 1)
        const ports = { ...hub.ports, place }
        expect(
          await Promise.all([takeAnchors(ports), takeAnchors(ports)]).then((all) => all.toSorted()),
        ).toEqual([0, 1])
        await grow('C-2', 1)
        expect(await takeAnchors(ports)).toBe(0)
        hub.clock.now += 5 * 60_000
        expect(await takeAnchors(ports)).toBe(1)
        hub.clock.now += 5 * 60_000
        expect(await takeAnchors(ports)).toBe(0)
        expect(await place.numbers()).toEqual([1, 2])
        expect(await findings()).toEqual([])
      })

      it('in several anchors where there is much', async () => {
        for (const claimId of ['C-1', 'C-2', 'C-3', 'C-4', 'C-5']) await grow(claimId, 0)
        expect(await anchor(2)).toBeGreaterThan(2)
        const { anchors, findings: found } = await verifyLog(hub.ports.db, place)
        expect([anchors, found]).toEqual([(await place.numbers()).length, []])
      })

      it('anew by a place that is empty, and by one whose last anchor is damaged', async () => {
        await grow('C-1', 1)
        await anchor()
        const other = join(folder, 'other')
        expect(await takeAnchors({ ...hub.ports, place: folderAnchors(other) })).toBe(1)
        const damaged: AnchorPlace = {
          ...place,
          read: (n) => (n === 1 ? Promise.resolve(Buffer.from('{')) : place.read(n)),
        }
        expect(await takeAnchors({ ...hub.ports, place: damaged })).toBe(1)
        expect((await kinds(damaged)).every((kind) => kind === 'anchor_changed')).toBe(true)
      })
    })
  })
}

type Work = Parameters<Parameters<typeof withoutTriggers>[1]>[0]

const isOne = ({ tenantId, subject, subjectId }: AuditEntry) =>
  sql`tenant_id = ${tenantId} and subject = ${subject} and subject_id = ${subjectId}`

/** What somebody with every right on the database might do to a chain of two entries or more. */
const CHANGES = {
  change: (tx: Work, chain: readonly AuditEntry[], where: number) => {
    const one = entryAt(chain, where)
    return tx.execute(
      sql`update audit_entries set body = ${one.body.replace('"at":"2', '"at":"1')} where ${isOne(one)} and entry = ${one.entry}`,
    )
  },
  delete: (tx: Work, chain: readonly AuditEntry[], where: number) => {
    const one = entryAt(chain, where)
    return tx.execute(sql`delete from audit_entries where ${isOne(one)} and entry = ${one.entry}`)
  },
  reorder: async (tx: Work, chain: readonly AuditEntry[], where: number) => {
    const one = entryAt(chain, where % (chain.length - 1))
    await tx.execute(sql`update audit_entries set entry = -1 where ${isOne(one)} and entry = ${one.entry}`)
    await tx.execute(
      sql`update audit_entries set entry = ${one.entry}::int where ${isOne(one)} and entry = ${one.entry + 1}::int`,
    )
    await tx.execute(
      sql`update audit_entries set entry = ${one.entry + 1}::int where ${isOne(one)} and entry = -1`,
    )
  },
  cut: (tx: Work, chain: readonly AuditEntry[], where: number) => {
    const one = entryAt(chain, 1 + (where % (chain.length - 1)))
    return tx.execute(sql`delete from audit_entries where ${isOne(one)} and entry >= ${one.entry}`)
  },
  /** From one entry on, by others that follow from each other as the real ones do. */
  replace: async (tx: Work, chain: readonly AuditEntry[], where: number) => {
    const from = where % chain.length
    let previous = chain[from - 1]?.hash ?? GENESIS
    for (const one of chain.slice(from)) {
      const body = one.body.replace(/"at":"\d{4}/, '"at":"2001')
      previous = sha256Of(previous + body)
      await tx.execute(
        sql`update audit_entries set body = ${body}, hash = ${previous} where ${isOne(one)} and entry = ${one.entry}`,
      )
    }
  },
}

function entryAt(chain: readonly AuditEntry[], where: number): AuditEntry {
  const one = chain[where % chain.length]
  if (one === undefined) throw new Error('The chain is empty')
  return one
}
