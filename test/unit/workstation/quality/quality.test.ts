import { randomUUID } from 'node:crypto'
import { onTestFinished, expect, it } from 'vitest'
import type { HubPort } from '../../../../src-main/workstation/ports.ts'
import {
  aHubClaim,
  allMet,
  approve,
  anOperation,
  at,
  reject,
  TENANT_A,
  TENANT_B,
} from '../../../builders/hub/hubClaim.ts'
import { anEmbeddedDatabase } from '../../../builders/hub/embeddedDatabase.ts'
import { openTestHub, type TestCaller, type TestHub } from '../../../builders/hub/testHub.ts'
import { aCommandId, startWorkstation } from '../../../fakes/workstation.ts'
import { whyNot } from '../../../fakes/syncedStation.ts'

async function aHub(): Promise<TestHub> {
  const hub = await openTestHub(await anEmbeddedDatabase())
  onTestFinished(() => hub.close())
  return hub
}

/** The way of a workstation to a hub that runs in the test. */
const portOf = (hub: TestHub): HubPort => ({
  state: () => 'ready',
  onChange: () => () => undefined,
  async request(user, path, { method = 'GET', body, ifNoneMatch, headers, signal } = {}) {
    const who = user as TestCaller // people of the test's hub
    return fetch(path.startsWith('/') ? `${hub.url}${path}` : path, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
        ...(await hub.bearer(who)),
      },
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    })
  },
})

const aDesk = async (hub: TestHub, user: string) => {
  const station = await startWorkstation({ hub: portOf(hub), user })
  station.clock.advance(0)
  const isHere = async () =>
    (await station.call('claims.list', { filter: { text: 'status:any' }, offset: 0, limit: 9 })).rows.length >
    0
  await station.until(async () => (await station.call('sync.status', {})).hub === 'online')
  return { ...station, isHere }
}

const WISH = { from: at(-24), to: at(24), seed: 7, perCell: 2, most: 10 }

it('a lead draws a sample, a reviewer looks again without knowing the first word, and a note reaches whoever decided', async () => {
  const hub = await aHub()
  const claim = aHubClaim()
  await hub.put(claim)
  const { claimId } = claim.form
  expect(await hub.operate('reviewer', claimId, anOperation(claim, approve(claim)))).toMatchObject({
    outcome: 'applied',
  })
  const lead = await aDesk(hub, 'team_lead')
  const sampleId = randomUUID()
  expect(await lead.call('quality.draw', { ...WISH, sampleId })).toMatchObject({
    sample: { seed: 7, decisions: 1 },
  })
  expect(await lead.call('quality.samples', {})).toMatchObject({ samples: [{ sampleId, reviewed: 0 }] })
  const before = await lead.call('quality.sample', { sampleId })
  if (before.outcome !== 'ok') throw new Error('The sample is not there')
  const [drawn] = before.decisions
  const decisionId = drawn?.decisionId ?? aCommandId()

  const second = await aDesk(hub, drawn?.reviewer?.userId ?? '')
  expect((await second.call('quality.reviews', {})).decisions).toMatchObject([{ decisionId, first: null }])
  // The claim itself says no more than before the decision, and nothing may be done with it.
  const shown = await second.call('claims.open', { claimId })
  expect(shown).toMatchObject({
    secondReview: { sampleId, decisionId },
    documents: [{ fileName: 'proof 1.pdf' }],
    claim: { state: 'under_review' },
  })
  expect(shown.claim.history.map(({ kind }) => kind)).not.toContain('approved')
  expect(whyNot(shown, 'comment')).toEqual(['second_look'])

  const say = (verdict: 'met' | 'not_met') => ({
    commandId: aCommandId(),
    sampleId,
    decisionId,
    outcome: 'approve' as const,
    verdicts: shown.criteria.map(({ criterion, item }) => ({
      criterion,
      item,
      verdict: criterion === 'dates' ? verdict : ('met' as const),
      reason: null,
    })),
  })
  // What was begun to be said outlives the page, and ends with what is sent.
  const review = { sampleId, decisionId }
  const draft = {
    outcome: null,
    words: [{ criterion: 'dates' as const, item: null, verdict: 'not_met' as const, reason: 'Page 3 ' }],
  }
  expect(await second.call('reviewDrafts.get', review)).toEqual({ draft: null })
  expect(await second.call('reviewDrafts.keep', { ...review, draft })).toEqual({ outcome: 'kept' })
  expect(await second.call('reviewDrafts.get', review)).toEqual({ draft })
  expect(await lead.call('reviewDrafts.keep', { ...review, draft })).toEqual({ outcome: 'not_yours' })
  const tooFew = { ...say('met'), verdicts: say('met').verdicts.slice(1) }
  expect(await second.call('quality.sendReview', tooFew)).toEqual({ outcome: 'incomplete' })
  expect(await second.call('quality.sendReview', say('not_met'))).toMatchObject({ outcome: 'accepted' })
  expect(await second.call('quality.sendReview', say('met'))).toEqual({ outcome: 'not_yours' })
  expect(await second.call('reviewDrafts.get', review)).toEqual({ draft: null })
  expect(await second.call('reviewDrafts.keep', { ...review, draft })).toEqual({ outcome: 'not_yours' })
  await second.until(async () => (await second.call('claims.open', { claimId })).secondReview === null)
  expect((await second.call('claims.open', { claimId })).claim.state).toBe('approved')
  expect((await second.call('quality.reviews', {})).decisions).toMatchObject([
    { first: { outcome: 'approve', decider: { userId: 'reviewer' } } },
  ])

  const after = await lead.call('quality.sample', { sampleId })
  expect(after).toMatchObject({ outcomes: { hits: 1, of: 1 } })
  const dates =
    after.outcome === 'ok' ? after.agreement.find(({ criterion }) => criterion === 'dates') : undefined
  expect(dates).toMatchObject({
    hits: 0,
    of: 1,
    differing: [{ decisionId, first: 'met', second: 'not_met' }],
  })

  const note = {
    claimId,
    decisionId,
    toUserId: drawn?.first?.decider.userId ?? second.call.name,
    criteria: ['dates' as const],
    quality: 2,
  }
  const words = { missed: 'The day on page 3 is that of the draft.', strength: '' }
  const sendNote = (more: object) =>
    lead.call('quality.sendNote', { commandId: aCommandId(), ...note, ...words, ...more } as never)
  expect(await sendNote({ missed: ' ' })).toEqual({ outcome: 'says_nothing' })
  expect(await sendNote({})).toMatchObject({ outcome: 'accepted' })
  await lead.until(async () => (await lead.call('sync.outbox', {})).operations.length === 0)
  const first = await aDesk(hub, 'reviewer')
  expect(await first.call('quality.notes', {})).toMatchObject({
    notes: [{ missed: words.missed, quality: 2 }],
  })
  expect(await second.call('quality.notes', {})).toEqual({ outcome: 'ok', notes: [] })
  expect(await second.call('quality.samples', {})).toEqual({ outcome: 'refused' })
  expect(await lead.call('quality.precision', {})).toMatchObject({ outcome: 'ok', overridden: [] })
  expect(
    await first.call('quality.sendNote', { commandId: aCommandId(), ...note, ...words } as never),
  ).toEqual({ outcome: 'not_yours' })
}, 60_000)

it('a lead reads near-identical claims that were decided otherwise, and what they find right is kept and noted', async () => {
  const hub = await aHub()
  const machine = 'met' as const
  const decide = async (claimId: string, tenantId: string, isRight: boolean) => {
    const claim = aHubClaim({ claimId, tenantId })
    await hub.put(claim)
    const verdicts = allMet(claim).map((word) => ({ ...word, machine }))
    const rejection = { ...reject(['REJ_INSUFFICIENT_POE']), verdicts } as Parameters<typeof anOperation>[1]
    const action = isRight ? { ...approve(claim), verdicts } : rejection
    expect(await hub.operate('reviewer', claimId, anOperation(claim, action))).toMatchObject({
      outcome: 'applied',
    })
  }
  await decide('C-1', TENANT_A, true)
  await decide('C-2', TENANT_B, false)
  const lead = await aDesk(hub, 'team_lead')
  const found = await lead.call('twins.list', {})
  if (found.outcome !== 'ok') throw new Error('The hub gave no twins')
  const [pair] = found.pairs
  expect(pair).toMatchObject({ approved: { claimId: 'C-1' }, other: { claimId: 'C-2' }, dismissed: null })
  const said = {
    claimId: pair?.other.claimId,
    approvedId: pair?.approved.decisionId,
    otherId: pair?.other.decisionId,
    reason: 'The second has no customer of its own.',
  }
  const dismiss = (desk: typeof lead) =>
    desk.call('twins.dismiss', { commandId: aCommandId(), ...said } as never)
  const reviewer = await aDesk(hub, 'reviewer')
  expect(await dismiss(reviewer)).toEqual({ outcome: 'not_yours' })
  expect(await reviewer.call('twins.list', {})).toEqual({ outcome: 'refused' })
  expect(await dismiss(lead)).toMatchObject({ outcome: 'accepted' })
  await lead.until(async () => {
    const now = await lead.call('twins.list', {})
    return now.outcome === 'ok' && now.pairs[0]?.dismissed?.reason === said.reason
  })
  expect((await lead.call('sync.conflicts', {})).conflicts).toEqual([])
}, 60_000)

it('without a hub nothing is drawn and nothing is known, and that is said', async () => {
  const { call } = await startWorkstation({ user: 'u-team-lead' })
  expect(await call('quality.samples', {})).toEqual({ outcome: 'offline' })
  expect(await call('quality.draw', { ...WISH, sampleId: randomUUID() })).toEqual({ outcome: 'offline' })
  expect(await call('quality.reviews', {})).toEqual({ decisions: [] })
})
