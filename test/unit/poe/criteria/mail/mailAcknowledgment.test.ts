import { afterAll, describe, expect, it } from 'vitest'
import type { CheckReport } from '../../../../../src-preload/contract/vocabulary/checkShape.ts'
import { judge } from '../../../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { drawnBytes } from '../../../../builders/poe/drawnPdf.ts'
import { aMail, CONFIRMATION, type MailParts, PARTNER } from '../../../../builders/poe/mails.ts'
import { aReader, readBytes } from '../../../../builders/poe/readers.ts'
import { factsOfBytes } from '../../../../builders/poe/pieces.ts'
import { paintWorkOrder } from '../../../../builders/poe/workOrder.ts'

const POLICY = { id: 'seed-2020', version: 1 }

async function judged(parts: MailParts, form = aClaimForm()): Promise<CheckReport> {
  const { facts } = await factsOfBytes(aMail(parts))
  return judge({
    caseId: null,
    form,
    policy: POLICY,
    documents: [{ file: 'mail.eml', addedAt: null, facts }],
  })
}

const verdicts = ({ findings }: CheckReport): Record<string, string> =>
  Object.fromEntries(
    findings.filter(({ item }) => item === null).map(({ criterion, verdict }) => [criterion, verdict]),
  )

const acknowledgment = async (parts: MailParts): Promise<string | undefined> =>
  verdicts(await judged(parts))['customerAcknowledgment']

describe('a message of the customer', () => {
  it('meets every criterion when it confirms the work in words', async () => {
    const report = await judged({})
    expect(verdicts(report)).toEqual({
      usablePoe: 'met',
      customerAcknowledgment: 'met',
      dates: 'met',
      products: 'met',
      serviceDescription: 'met',
    })
    expect(report.signatures).toMatchObject([
      { kind: 'email', party: 'customer', date: '2026-04-14', page: null },
    ])
  })

  it('shows its head and the sentence as evidence, without a place on a page', async () => {
    const report = await judged({})
    const { evidence } = report.findings.find(({ criterion }) => criterion === 'customerAcknowledgment') ?? {
      evidence: [],
    }
    expect(evidence.map(({ method }) => method)).toEqual(['mail_header', 'mail_header', 'text'])
    for (const place of report.findings.flatMap((finding) => finding.evidence))
      expect(place).toMatchObject({ document: 'mail.eml', page: null, rects: [], quads: [] })
  })

  it.for([
    ['Italian', 'Confermiamo che Larkfield Systems Ltd ha realizzato la migrazione a Microsoft Teams.'],
    ['German', 'Hiermit bestätigen wir, dass Larkfield Systems Ltd Microsoft Teams eingeführt hat.'],
    ['French', 'Nous confirmons que Larkfield Systems Ltd a bien réalisé le déploiement de Teams.'],
    ['Spanish', 'Confirmamos que Larkfield Systems Ltd ha realizado la migración a Teams.'],
    ['Portuguese', 'Confirmamos que a Larkfield Systems Ltd concluiu a migração para o Teams.'],
    ['words to the partner', 'I confirm that you migrated our mail and trained the users.'],
    ['a list', 'We confirm the following for Larkfield Systems Ltd:\n\nmigration of 41 mailing lists'],
  ] as const)('acknowledges in %s', async ([, text]) => {
    expect(await acknowledgment({ text })).toBe('met')
  })

  it.for([
    ['asks to confirm', 'Please confirm that Larkfield Systems Ltd deployed Teams.'],
    ['refuses', 'We cannot confirm that Larkfield Systems Ltd deployed Teams.'],
    ['refuses in German', 'Wir können nicht bestätigen, dass Larkfield Systems Ltd Teams eingeführt hat.'],
    [
      'refuses in Italian',
      'Non possiamo confermare che Larkfield Systems Ltd abbia realizzato la migrazione.',
    ],
    ['will confirm', 'We will confirm the migration by Larkfield Systems Ltd next week.'],
    ['confirms a meeting', 'We confirm the meeting with Larkfield Systems Ltd about Teams training.'],
    ['asks', 'Shall we confirm that Larkfield Systems Ltd trained the users?'],
    ['only speaks of work', 'Larkfield Systems Ltd deployed Teams in both mills.'],
  ] as const)('does not acknowledge when it %s', async ([, text]) => {
    expect(await acknowledgment({ text })).toBe('not_met')
  })

  it.for([
    ['is only content', { text: 'We are very happy with the Teams rollout by Larkfield Systems Ltd.' }],
    [
      'confirms a payment',
      { text: 'We confirm payment of the invoice of Larkfield Systems Ltd for the migration.' },
    ],
    ['wants answers elsewhere', { head: ['Reply-To: x@evil.example'] }],
    ['was typed as a text', { typed: true }],
    ['has no date', { date: 'sometime' }],
    ['comes from a domain of nobody', { from: 'Karin Vogt <karin.vogt@post.example>' }],
    ['comes from a domain that looks alike', { from: 'Karin Vogt <karin.vogt@otterrnill.example>' }],
  ] as const)('leaves it open when it %s', async ([, parts]) => {
    expect(await acknowledgment(parts)).toBe('cannot_tell')
  })

  it('flags a sender whose domain looks like the customer’s', async () => {
    const report = await judged({ from: 'Karin Vogt <karin.vogt@otterrnill.example>' })
    expect(report.flags.map(({ kind }) => kind)).toEqual(['sender_spoof', 'homoglyph'])
  })

  it('is dated by its own day also where it is open whose it is, but not where somebody poses as the customer', async () => {
    const from = async (address: string) => verdicts(await judged({ from: `Karin Vogt <${address}>` }))
    expect(await from('karin.vogt@post.example')).toMatchObject({
      customerAcknowledgment: 'cannot_tell',
      dates: 'met',
    })
    expect(await from('karin.vogt@otterrnill.example')).toMatchObject({ dates: 'cannot_tell' })
  })

  it('is too old by its own day', async () => {
    const report = await judged({ date: 'Mon, 3 Feb 2025 10:00:00 +0100' })
    expect(verdicts(report)).toMatchObject({ customerAcknowledgment: 'met', dates: 'not_met' })
  })
})

describe('a mail as a paper', () => {
  it('is none when it tells of no work', async () => {
    const report = await judged({ text: 'See you on Monday at nine.\n\nKarin' })
    expect(verdicts(report)['usablePoe']).not.toBe('met')
  })

  it('names the companies by their addresses when it does', async () => {
    const report = await judged({
      text: 'I confirm that you deployed Microsoft Teams and trained our users.\n\nKarin',
    })
    expect(verdicts(report)['usablePoe']).toBe('met')
  })
})

describe('a message of somebody else', () => {
  it.for([
    ['the partner says it', { from: PARTNER, text: CONFIRMATION }],
    [
      'the partner quotes it',
      {
        from: PARTNER,
        text: `See below.\n\nFrom: Karin Vogt\nSent: Monday\nTo: Owen Blake\nSubject: Teams\n\n${CONFIRMATION}`,
      },
    ],
    [
      'a name alone is the customer’s',
      { from: '"Karin Vogt" <owen.blake@larkfield.example>', text: CONFIRMATION },
    ],
  ] as const)('acknowledges nothing: %s', async ([, parts]) => {
    const report = await judged({ ...parts, to: 'claims@larkfield.example' })
    expect(verdicts(report)).toMatchObject({ customerAcknowledgment: 'not_met', dates: 'cannot_tell' })
  })

  it('acknowledges nothing when the customer only answers above what the partner wrote', async () => {
    const text = `Thanks, see you on Monday.\n\nOn Mon, 13 Apr 2026, Owen Blake wrote:\n> ${CONFIRMATION.replaceAll('\n', '\n> ')}`
    expect(await acknowledgment({ text })).toBe('not_met')
  })
})

describe('files of a mail', () => {
  const reader = aReader()
  afterAll(() => reader.close())

  async function withFile(name: string, type: string, bytes: Uint8Array): Promise<CheckReport> {
    const mail = aMail({
      from: PARTNER,
      to: 'claims@larkfield.example',
      text: 'See the file.',
      files: [{ name, type, bytes }],
    })
    const facts = await readBytes(reader, mail)
    return judge({
      caseId: null,
      form: aClaimForm(),
      policy: POLICY,
      documents: [{ file: 'mail.eml', addedAt: null, facts }],
    })
  }

  it('are papers of the claim, shown under the name of the mail', async () => {
    const report = await withFile('order.pdf', 'application/pdf', await drawnBytes([paintWorkOrder()]))
    expect(verdicts(report)).toMatchObject({ usablePoe: 'met', customerAcknowledgment: 'met', dates: 'met' })
    expect(report.documents.map(({ file }) => file)).toEqual(['mail.eml'])
    const places = report.findings.flatMap(({ evidence }) => evidence)
    expect(places.every(({ document, page }) => document === 'mail.eml' && page === null)).toBe(true)
  })

  it('leave it open when a customer’s message is one of them', async () => {
    const report = await withFile('yes.eml', 'message/rfc822', aMail())
    expect(verdicts(report)).toMatchObject({ customerAcknowledgment: 'cannot_tell' })
  })
})
