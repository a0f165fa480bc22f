import { describe, expect, it } from 'vitest'
import type { Input } from '../../../../src-preload/contract/index.ts'
import type { CheckReport } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { SEED_2020 } from '../../../builders/policy.ts'
import { REFERENCE, type Script } from '../../../fakes/scriptedHub.ts'
import { aSyncedStation, everythingMet, PAPER, THE_CLAIM } from '../../../fakes/syncedStation.ts'

const forPartner = (language: string, also: Partial<ClaimRecord> = {}) =>
  aClaimRecord({
    documents: [{ documentId: 'd1', bytes: PAPER, fileName: 'Incarico.pdf' }],
    also: { partnerLanguage: language, ...also },
  })

/** A report in which the acknowledgment is signed by the partner alone, on page 2. */
function signedByPartnerAlone(record: ClaimRecord): CheckReport {
  const report = aReport(record, 'met', { customerAcknowledgment: 'not_met' })
  const findings = report.findings.map((finding) =>
    finding.criterion === 'customerAcknowledgment'
      ? {
          ...finding,
          say: { code: 'ack_partner_only', values: {} },
          evidence: [
            {
              document: 'Incarico.pdf',
              page: 2,
              rects: [],
              quads: [],
              text: null,
              method: 'vector' as const,
            },
          ],
        }
      : finding,
  )
  return { ...report, findings }
}

async function aDraft(
  record: ClaimRecord,
  choice: Partial<Input<'claims.draftLetter'>>,
  script?: Partial<Script>,
) {
  const poe = { ...everythingMet([record]), judge: async () => signedByPartnerAlone(record) }
  const desk = await aSyncedStation([record], { poe, ...(script === undefined ? {} : { script }) })
  const letter = await desk.station.call('claims.draftLetter', {
    claimId: THE_CLAIM,
    decision: 'request_info',
    reasons: ['POE_MISSING_CUSTOMER_ACK'],
    items: [],
    mayRemoveItems: false,
    partnerRequestReason: null,
    ...choice,
  })
  return { ...desk, letter }
}

describe('the letter to the partner', () => {
  it('S-18 S-29 names, in Italian, the page that falls short and the day by which the answer is due', async () => {
    const { letter } = await aDraft(forPartner('it'), {})
    expect(letter.language).toBe('it')
    expect(letter.text).toContain('Incarico.pdf, pagina 2')
    // Asked on Friday the 20th: five business days later is Friday the 27th, in Rome.
    expect(letter.text).toContain('27 novembre 2026')
  })

  it('S-21 S-37 counts what a rejection and an approval open by the claim’s own profile', async () => {
    const rejection = await aDraft(forPartner('en'), {
      decision: 'reject',
      reasons: ['REJ_INSUFFICIENT_POE'],
    })
    expect(rejection.letter.text).toContain('20 December 2026')
    const approval = await aDraft(forPartner('en'), { decision: 'approve', reasons: [] })
    expect(approval.letter.text).toContain('27 November 2026')
  })

  it('S-99 says that the customer’s window is over where it counts from the submission (C-2)', async () => {
    const early = { ...SEED_2020, consent: { ...SEED_2020.consent, startEvent: 'submission' as const } }
    const reference = () => ({ body: { ...REFERENCE, policies: [early] } })
    const { letter } = await aDraft(forPartner('en'), { decision: 'approve', reasons: [] }, { reference })
    expect(letter.text).toContain('has ended')
    expect(letter.text).not.toContain('November 2026')
  })

  it('S-130 tells of a hold and asks for nothing by a day', async () => {
    const { letter } = await aDraft(forPartner('en'), { decision: 'hold_for_arbitration', reasons: [] })
    expect(letter.text).toContain('Teams rollout')
    expect(letter.text).not.toContain('2026')
  })

  it('falls back to English where the partner’s language has no templates', async () => {
    const { letter } = await aDraft(forPartner('sv'), {})
    expect([letter.language, letter.text.includes('27 November 2026')]).toEqual(['en', true])
  })

  it('is not drafted while nothing says by when an answer is due', async () => {
    const record = forPartner('it', { calendar: { id: 'another-team', version: 1 } })
    const { station } = await aSyncedStation([record])
    const reply = await station.workstation.dispatch('claims.draftLetter', {
      claimId: THE_CLAIM,
      decision: 'approve',
      reasons: [],
      items: [],
      mayRemoveItems: false,
      partnerRequestReason: null,
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })
})

describe('texts for comments', () => {
  it('S-101 S-122 are in the partner’s language, under names in the reviewer’s', async () => {
    const { station } = await aSyncedStation([forPartner('de')])
    const titles = async (locale: 'en' | 'it') => {
      await station.call('settings.set', { locale })
      const { snippets } = await station.call('claims.snippets', { claimId: THE_CLAIM })
      return snippets.find(({ snippet }) => snippet === 'wrong_mpn')?.title
    }
    expect([await titles('en'), await titles('it')]).toEqual(['Wrong MPN ID', 'ID MPN errato'])
    const { language, snippets } = await station.call('claims.snippets', { claimId: THE_CLAIM })
    expect(language).toBe('de')
    expect(snippets.find(({ snippet }) => snippet === 'unknown_mpn')?.text).toContain(
      'globalen Administrator',
    )
    expect(snippets.every(({ text, title }) => text !== '' && title !== '')).toBe(true)
  })
})
