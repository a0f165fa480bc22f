import { request as httpRequest } from 'node:http'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { ClaimId, OperationId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { operations } from '../../../../src-main/hub/store/schema.ts'
import {
  aHubClaim,
  anOperation,
  approve,
  askedToReject,
  at,
  comment,
  NOW,
  reject,
  rejectAsAsked,
  requestInfo,
  startReview,
} from '../../../builders/hub/hubClaim.ts'
import { postJson, type TestHub } from '../../../builders/hub/testHub.ts'

const applied = (revision: number) => ({ outcome: 'applied', revision })

export function describeOperations(hub: () => TestHub): void {
  describe('an operation', () => {
    it('start_review moves the claim, gives it to the reviewer and starts the review clock', async () => {
      const claim = aHubClaim({ state: 'submitted', subState: 'queued' })
      await hub().put(claim)
      expect(await hub().operate('reviewer', 'C-1', anOperation(claim, startReview))).toEqual(applied(4))
      const after = await hub().record('C-1')
      expect(after).toMatchObject({
        state: 'under_review',
        subState: 'in_review',
        stateChangedAt: at(0),
        revision: 4,
        assignedTo: { userId: 'reviewer', name: 'The reviewer' },
        comments: [],
      })
      expect(after.history).toEqual([
        ...claim.history,
        {
          entryId: expect.any(String),
          at: at(0),
          side: 'reviewer',
          kind: 'review_started',
          actorName: 'The reviewer',
          fromState: 'submitted',
          toState: 'under_review',
          fromSubState: 'queued',
          toSubState: 'in_review',
          reasons: [],
          changes: [],
          detail: null,
        },
      ])
      // Thursday the 19th is day 0; the fifth business day after it ends on Thursday the 26th, midnight in Rome.
      expect(after.clocks).toMatchObject([
        { timer: 'review', startedAt: at(0), dueAt: '2026-11-26T23:00:00.000Z' },
        { timer: 'decision_target' },
      ])
    })

    it('approve opens the consent clock and writes no comment where none was given', async () => {
      const claim = aHubClaim({
        assignedTo: { userId: 'reviewer' as never, name: 'The reviewer', until: null },
      })
      await hub().put(claim)
      expect(await hub().operate('reviewer', 'C-1', anOperation(claim, approve(claim)))).toEqual(applied(4))
      expect(await hub().record('C-1')).toMatchObject({
        state: 'approved',
        subState: 'consent_open',
        assignedTo: { userId: 'reviewer' },
        comments: [],
        clocks: [{ timer: 'consent', startedAt: at(0), dueAt: '2026-11-26T23:00:00.000Z' }],
      })
    })

    it('request_info writes to the partner, names the reasons and pauses the review clock', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      await hub().operate('reviewer', 'C-1', anOperation(claim, requestInfo('Bitte Seite 2 nachreichen.')))
      const after = await hub().record('C-1')
      expect(after).toMatchObject({
        state: 'partner_action_required',
        subState: 'open',
        comments: [
          {
            side: 'reviewer',
            authorName: 'The reviewer',
            at: at(0),
            text: 'Bitte Seite 2 nachreichen.',
            visibility: 'partner_visible',
          },
        ],
        clocks: [
          { timer: 'partner_response', dueAt: '2026-11-26T23:00:00.000Z' },
          { timer: 'review', dueAt: null, pausedShare: expect.any(Number) },
        ],
      })
      expect(after.history.at(-1)).toMatchObject({
        kind: 'information_requested',
        reasons: ['POE_MISSING_CUSTOMER_ACK'],
        detail: null,
      })
    })

    it('reject keeps primary reason and details in the history', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      await hub().operate('arbitration_lead', 'C-1', anOperation(claim, reject()))
      const after = await hub().record('C-1')
      expect(after).toMatchObject({
        state: 'rejected',
        subState: 'disputable',
        clocks: [{ timer: 'dispute_window' }],
      })
      expect(after.history.at(-1)).toMatchObject({
        kind: 'rejected',
        actorName: 'The arbitration_lead',
        reasons: ['REJ_INSUFFICIENT_POE', 'REJ_MISSING_PRODUCTS'],
      })
      expect(after.comments).toMatchObject([
        { text: 'The proof stayed insufficient.', visibility: 'partner_visible' },
        { text: 'It cannot be mended.', visibility: 'internal' },
      ])
    })

    it('reject tells the rivals of the claim that they have one less', async () => {
      const claim = aHubClaim({ claimId: 'C-1', matters: askedToReject })
      await hub().put(
        claim,
        aHubClaim({ claimId: 'C-2', mpnId: '4712' }),
        aHubClaim({ claimId: 'C-3', mpnId: '4712', products: ['m365.intune'] }),
      )
      await hub().operate('reviewer', 'C-1', anOperation(claim, rejectAsAsked))
      expect(await hub().record('C-2')).toMatchObject({ revision: 4, competingClaims: 0 })
      expect(await hub().record('C-3')).toMatchObject({ revision: 3, competingClaims: 0 })
    })

    it('comment adds words and leaves the status alone', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const words = 'Größe & "Zeichen" \u{1F50D}\nzweite Zeile'
      await hub().operate('team_lead', 'C-1', anOperation(claim, comment(words)))
      const after = await hub().record('C-1')
      expect(after).toMatchObject({
        state: 'under_review',
        stateChangedAt: at(-2),
        revision: 4,
        assignedTo: null,
      })
      expect(after.comments).toMatchObject([
        { text: words, visibility: 'internal', authorName: 'The team_lead' },
      ])
      expect(after.history.at(-1)).toMatchObject({ kind: 'commented', fromState: null, toState: null })
    })
  })

  describe('sending an operation again', () => {
    it('gives the stored answer and does nothing, also after the claim went on', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const request = anOperation(claim, comment())
      const first = await hub().operate('reviewer', 'C-1', request)
      await hub().operate('reviewer-2', 'C-1', anOperation(claim, comment('Second look.')))
      expect(await hub().operate('reviewer', 'C-1', request)).toEqual(first)
      expect((await hub().record('C-1')).comments).toHaveLength(2)
    })

    it('gives a stored refusal as well, even when it would be applied by now', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const early = anOperation(claim, startReview)
      const refusal = await hub().operate('reviewer', 'C-1', early)
      expect(refusal).toEqual({ outcome: 'conflict', reason: 'not_allowed', currentRevision: 3 })
      await hub().ports.db.execute(sql`update claims set state = 'submitted'`)
      expect(await hub().operate('reviewer', 'C-1', early)).toEqual(refusal)
    })

    it('is the same whatever the order of its members', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const request = anOperation(claim, comment())
      const first = await hub().operate('reviewer', 'C-1', request)
      const turned = Object.fromEntries(Object.entries(request).toReversed())
      expect(await (await hub().send('reviewer', 'C-1', turned as typeof request)).json()).toEqual(first) // same members
    })

    it('with other content, or by another person, is refused with 422', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const request = anOperation(claim, comment('First.'))
      await hub().operate('reviewer', 'C-1', request)
      const others = [
        await hub().send('reviewer', 'C-1', { ...request, action: comment('Other.') }),
        await hub().send('reviewer', 'C-1', { ...request, madeAt: at(1) }),
        await hub().send('reviewer-2', 'C-1', request),
      ]
      for (const answer of others) {
        expect([answer.status, await answer.json()]).toEqual([
          422,
          expect.objectContaining({ code: 'operation_differs' }),
        ])
      }
      expect((await hub().record('C-1')).comments).toHaveLength(1)
    })

    it('twenty times at once is applied once', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const request = anOperation(claim, requestInfo())
      const results = await Promise.all(
        Array.from({ length: 20 }, () => hub().operate('reviewer', 'C-1', request)),
      )
      expect(results).toEqual(results.map(() => applied(4)))
      const after = await hub().record('C-1')
      expect([after.revision, after.comments.length, after.history.length]).toEqual([4, 1, 3])
      expect(await hub().ports.db.$count(operations)).toBe(1)
    })

    it('of two decisions at once one is applied and the other told who was first', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const results = await Promise.all([
        hub().operate('reviewer', 'C-1', anOperation(claim, approve(claim))),
        hub().operate('reviewer-2', 'C-1', anOperation(claim, reject())),
      ])
      expect(results).toContainEqual(applied(4))
      expect(results).toContainEqual({ outcome: 'conflict', reason: 'decided_elsewhere', currentRevision: 4 })
    })

    it('of rivals rejected at once, all are applied: none waits for another for ever', async () => {
      const claims = ['C-1', 'C-2', 'C-3', 'C-4', 'C-5', 'C-6'].map((claimId) => aHubClaim({ claimId }))
      await hub().put(...claims)
      const send = async (claimId: string): Promise<string> => {
        for (;;) {
          const { claimRevision, ...now } = await asSeen(hub(), claimId)
          const result = await hub().operate(
            'reviewer',
            claimId,
            anOperation(now.claim, reject(), { claimRevision }),
          )
          if (result.outcome === 'applied') return 'applied'
          if (result.reason !== 'claim_changed') return result.reason
        }
      }
      const results = await Promise.all(claims.map(({ form }) => send(form.claimId)))
      expect(results).toEqual(claims.map(() => 'applied'))
      expect((await hub().record('C-1')).competingClaims).toBe(0)
    })

    it('keeps what was asked, with who asked and when it came', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const request = anOperation(claim, comment())
      await hub().operate('reviewer', 'C-1', request)
      const rows = await hub().ports.db.select().from(operations)
      expect(rows).toMatchObject([
        {
          claimId: 'C-1',
          operationId: request.operationId,
          userId: 'reviewer',
          request,
          receivedAt: new Date(NOW),
        },
      ])
    })
  })

  describe('what is no operation', () => {
    const url = () => `${hub().url}/v1.0/claims/C-1/operations`
    const signedIn = async () => {
      const signIn = await postJson(`${hub().url}/v1.0/demo/sign-in`, { userId: 'reviewer' })
      const { token } = (await signIn.json()) as { token: string } // shaped by the test of sign-in
      return { authorization: `Bearer ${token}` }
    }

    it('is refused with 400 and changes nothing', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const good = anOperation(claim, comment())
      const bad = [
        '',
        '{',
        'null',
        '[]',
        JSON.stringify({ ...good, operationId: 'x' }),
        JSON.stringify({ ...good, extra: 1 }),
        JSON.stringify({ ...good, action: { kind: 'delete' } }),
        JSON.stringify({ ...good, action: { ...good.action, text: 'nul \0 inside' } }),
        JSON.stringify({ ...good, action: { ...good.action, text: 'half \ud83d' } }),
        JSON.stringify({ ...good, documentHashes: ['ABC'] }),
      ]
      for (const body of bad) {
        const answer = await postJson(url(), body, await signedIn())
        expect({ body, status: answer.status }).toEqual({ body, status: 400 })
      }
      expect(await hub().record('C-1')).toMatchObject({ revision: 3 })
    })

    it('is refused with 413 past a megabyte, said or unsaid', async () => {
      const big = `{"text":"${'x'.repeat(1_000_000)}"}`
      const said = await postJson(url(), big, await signedIn())
      expect([said.status, await said.json()]).toEqual([413, expect.objectContaining({ code: 'too_large' })])
      const headers = { 'content-type': 'application/json', ...(await signedIn()) }
      expect(await statusOfChunked(url(), headers, big)).toBe(413)
    })

    it('leaves no word of itself in the log, nor does what goes wrong inside', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      await hub().operate('reviewer', 'C-1', anOperation(claim, comment('A secret word.')))
      await postJson(url(), '{"A secret word.": 1', await signedIn())
      // The column is too small for this number, so the database fails and would quote what it was given.
      await hub().ports.db.execute(sql`update claims set revision = 2147483647`)
      const answer = await hub().send(
        'reviewer',
        'C-1',
        anOperation(claim, comment('A secret word.'), {
          operationId: OperationId.parse(crypto.randomUUID()),
        }),
      )
      expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining('secret')])
      const log = hub().logged.join('\n')
      expect(log).toContain('22003')
      expect(log).not.toMatch(/secret|Bearer|C-1/)
    })
  })
}

/** Without a Content-Length: the size shows only while it is read. */
function statusOfChunked(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
      request.destroy()
    })
    // The hub may close the connection on what it no longer wants to read.
    request.on('error', reject)
    for (let from = 0; from < body.length; from += 100_000) request.write(body.slice(from, from + 100_000))
    request.end()
  })
}

async function asSeen(hub: TestHub, claimId: string) {
  const {
    revision,
    clocks: _clocks,
    competingClaims: _rivals,
    ...claim
  } = await hub.record(ClaimId.parse(claimId))
  return { claimRevision: revision, claim: { ...claim, revision } }
}
