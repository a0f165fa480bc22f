import { describe, expect, it } from 'vitest'
import type { Input } from '../../../../src-preload/contract/index.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Criterion, Verdict } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord, type ClaimWishes } from '../../../builders/claimRecord.ts'
import { aSyncedStation, everythingMet, PAPER, THE_CLAIM } from '../../../fakes/syncedStation.ts'
import { aCommandId } from '../../../fakes/workstation.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

const RIVAL = aClaimRecord({ claimId: '208999', partnerName: 'Tarn & Beck Advisory GmbH' })
const rival = { ...RIVAL, form: { ...RIVAL.form, mpnId: '5550123' } }

async function aDesk(wishes: ClaimWishes = {}, verdicts: Partial<Record<Criterion, Verdict>> = {}) {
  const papers = { documents: [{ documentId: 'd1', bytes: PAPER }] }
  const record = { ...aClaimRecord({ ...papers, ...wishes }), competingClaims: 1 }
  const poe = { ...everythingMet([record, rival]), judge: async () => aReport(record, 'met', verdicts) }
  const desk = await aSyncedStation([record, rival], { poe })
  const guard = (said: Partial<Input<'claims.guardText'>>) =>
    desk.station.call('claims.guardText', {
      claimId: THE_CLAIM,
      act: 'request_info',
      reasons: [],
      items: [],
      note: '',
      text: '',
      ...said,
    })
  return { ...desk, guard }
}
const reasonsOf = (outcome: { outcome: string; blocks?: readonly { reason: string }[] }) =>
  outcome.blocks?.map(({ reason }) => reason)

describe('a letter that names another partner of the customer', () => {
  const text = 'As Tarn and Beck says, the work is theirs.'

  it('is shown with its place and refused by every act that the partner reads', async () => {
    const { guard, decide, station, on } = await aDesk({}, { dates: 'not_met' })
    const { findings } = await guard({ text })
    expect(findings).toMatchObject([{ kind: 'names_rival', quote: 'Tarn and Beck' }])
    const asked = { decision: 'request_info' as const, reasons: ['POE_MISSING_OR_OLD_DATES' as const] }
    expect(reasonsOf(await decide({ ...asked, comment: text }))).toEqual(['names_rival'])
    const hold = await station.call('claims.hold', { ...(await on()), comment: text })
    expect(reasonsOf(hold)).toEqual(['names_rival'])
    const said = { text, inReplyTo: null }
    const comment = async (visibility: 'internal' | 'partner_visible') =>
      station.call('claims.comment', { ...(await on()), ...said, visibility })
    expect(reasonsOf(await comment('partner_visible'))).toEqual(['names_rival'])
    expect((await comment('internal')).outcome).toBe('accepted')
    expect((await decide({ ...asked, comment: 'Please send a dated paper.' })).outcome).toBe('accepted')
  })
})

describe('a letter that complains about a criterion that holds', () => {
  it.each(['en', 'it', 'de', 'fr', 'es', 'pt'])(
    'is found in the words of the %s templates',
    async (language) => {
      const { guard, decide, station, open } = await aDesk(
        { also: { partnerLanguage: language } },
        { dates: 'not_met', customerAcknowledgment: 'not_met' },
      )
      const reasons = ['POE_MISSING_CUSTOMER_ACK', 'POE_MISSING_OR_OLD_DATES'] as const
      const asked = { reasons: [...reasons], items: [] }
      const choice = { reasons: [...reasons], items: [], mayRemoveItems: false, partnerRequestReason: null }
      const letter = await station.call('claims.draftLetter', {
        claimId: THE_CLAIM,
        decision: 'request_info',
        ...choice,
      })
      expect((await guard({ ...asked, text: letter.text })).findings).toEqual([])
      await station.call('claims.setVerdict', {
        claimId: THE_CLAIM,
        revision: (await open()).claim.revision,
        commandId: aCommandId(),
        criterion: 'dates',
        item: null,
        verdict: 'met',
        reason: 'The date stands on page 2.',
      })
      const { findings } = await guard({ ...asked, text: letter.text })
      expect(findings).toMatchObject([
        { kind: 'cites_held_criterion', criterion: 'dates', reason: 'POE_MISSING_OR_OLD_DATES' },
      ])
      const refused = await decide({ decision: 'request_info', reasons: [...reasons], comment: letter.text })
      expect(refused).toMatchObject({
        outcome: 'blocked',
        blocks: [{ reason: 'cites_held_criterion', criterion: 'dates' }],
      })
      const rest = letter.text.slice(0, findings[0]?.start) + letter.text.slice(findings[0]?.end)
      expect((await guard({ ...asked, text: rest })).findings).toEqual([])
      expect((await decide({ decision: 'request_info', reasons: [reasons[0]], comment: rest })).outcome).toBe(
        'accepted',
      )
    },
  )
})

describe('a request for what was asked and answered before', () => {
  const at = (day: string) => Instant.parse(`2026-11-${day}T09:00:00Z`)
  const infoRequest = {
    requestedAt: at('05'),
    reasons: ['POE_MISSING_OR_OLD_DATES' as const],
    items: [],
    mayRemoveItems: false,
    commentedAt: null,
    answeredAt: at('10'),
  }

  it('is sent only when the reviewer has seen that it is one, which the log keeps', async () => {
    const { guard, decide, station } = await aDesk(
      { matters: { infoRequest, infoRounds: 1 } },
      { dates: 'not_met' },
    )
    const asked = { reasons: ['POE_MISSING_OR_OLD_DATES' as const] }
    expect((await guard(asked)).repeated).toMatchObject({ ...asked, askedAt: at('05'), answeredAt: at('10') })
    expect((await guard({ reasons: ['POE_MISSING_ALL'] })).repeated).toBeNull()
    const request = { decision: 'request_info' as const, ...asked, comment: 'Please send a dated paper.' }
    expect(reasonsOf(await decide(request))).toEqual(['repeat_unconfirmed'])
    expect((await decide({ ...request, repeatConfirmed: true })).outcome).toBe('accepted')
    await station.workstation.stop()
    const file = bareDatabase(station.database, { readonly: true })
    const facts = file.prepare("select facts from audit where act = 'request_info'").pluck().get()
    file.close()
    expect(JSON.parse(String(facts))).toMatchObject({ repeatConfirmed: true })
  })
})

describe('the only item without proof', () => {
  const items = [
    { id: 'i1', name: 'Microsoft Teams' },
    { id: 'i2', name: 'Exchange Online' },
  ]

  it('can be asked to be removed, by name and in the partner’s language', async () => {
    const record = aClaimRecord({
      items,
      documents: [{ documentId: 'd1', bytes: PAPER }],
      also: { partnerLanguage: 'de' },
    })
    const report = aReport(record)
    const findings = report.findings.map((one) =>
      one.item === 'i2' ? { ...one, verdict: 'not_met' as const } : one,
    )
    const poe = { ...everythingMet([record]), judge: async () => ({ ...report, findings }) }
    const { open, station } = await aSyncedStation([record], { poe })
    expect((await open()).removableItems).toEqual(['i2'])
    const { text } = await station.call('claims.draftLetter', {
      claimId: THE_CLAIM,
      decision: 'request_info',
      reasons: ['POE_MISSING_PRODUCTS'],
      items: ['i2'],
      mayRemoveItems: true,
      partnerRequestReason: null,
    })
    expect(text).toContain('– Exchange Online')
    expect(text).not.toContain('Microsoft Teams')
    expect(text).toContain('den Anspruch auch bearbeiten und Positionen entfernen')
  })
})
