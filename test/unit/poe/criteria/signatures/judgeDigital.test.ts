import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judge } from '../../../../../src-main/poe/judge.ts'
import type { Finding, SignatureFact } from '../../../../../src-preload/contract/vocabulary/checkShape.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { aSigner } from '../../../../builders/poe/forgeries/certificates.ts'
import { annotation, revised, unsigned } from '../../../../builders/poe/forgeries/forgery.ts'
import { aCast } from '../../../../builders/poe/forgeries/signatureForgeries.ts'
import { PARTNER_BOX, signPdf, type SigningParts } from '../../../../builders/poe/forgeries/signedPdf.ts'
import { readHere } from '../../../../builders/poe/readers.ts'
import { aTempFolder } from '../../../../builders/tempFolder.ts'

const cast = aCast()
const from = (name: string, parts: { organisation?: string; sanEmail?: string }) =>
  aSigner({ name, issuer: cast.authority, ...parts })

const sign = async (parts: Partial<SigningParts> = {}): Promise<Uint8Array> =>
  signPdf(await unsigned({ partnerSigns: false, partnerDate: null }), { signer: cast.customer, ...parts })

async function judged(bytes: Uint8Array): Promise<{ own: Finding; dates: Finding; facts: SignatureFact[] }> {
  const documents = [{ file: 'paper.pdf', addedAt: null, facts: await readHere(bytes) }]
  const report = judge({
    caseId: null,
    form: aClaimForm(),
    policy: { id: 'seed-2020', version: 1 },
    documents,
  })
  const finding = (criterion: string): Finding => {
    const found = report.findings.find((one) => one.criterion === criterion)
    if (!found) throw new Error(`No finding of ${criterion}`)
    return found
  }
  const facts = report.signatures.filter(({ kind }) => kind === 'cryptographic')
  return { own: finding('customerAcknowledgment'), dates: finding('dates'), facts }
}

describe('a digital signature counts for the customer', () => {
  it.for([
    ['by the organisation of the certificate', cast.customer],
    [
      'by the same organisation in capitals and with dots',
      from('K. V.', { organisation: 'OTTERMILL PAPER G.m.b.H.' }),
    ],
    [
      'by an e-mail address at a domain of the customer',
      from('A. Nyman', { sanEmail: 'a.nyman@ottermill.example' }),
    ],
    ['by the contact’s name, when nothing else is said', from('VOGT KARIN', {})],
    ['by a seal in the company’s own name', from('Ottermill Paper GmbH', {})],
  ] as const)('%s', async ([, signer]) => {
    const { own, dates, facts } = await judged(await sign({ signer }))
    expect(own).toMatchObject({ verdict: 'met', say: { code: 'ack_cryptographic' } })
    expect(own.evidence[0]).toMatchObject({ page: 1, method: 'cms' })
    expect(dates).toMatchObject({ verdict: 'met', say: { values: { date: '2026-04-14' } } })
    expect(facts).toMatchObject([
      { party: 'customer', intact: true, changedAfterSigning: false, coversWholeDocument: true },
    ])
  })

  it('although it shows nowhere on the page', async () => {
    const { own } = await judged(await sign({ box: null }))
    expect(own).toMatchObject({ verdict: 'met', say: { code: 'ack_cryptographic' } })
    expect(own.evidence).toMatchObject([{ page: null, method: 'cms' }])
  })

  it('with the day that a time stamp gives, not that of the signer’s clock', async () => {
    const clock = aSigner({ name: 'Clock', issuer: cast.authority, mayStampTime: true })
    const { facts } = await judged(await sign({ stamp: { by: clock, at: '2026-05-20T08:00:00Z' } }))
    expect(facts).toMatchObject([{ date: '2026-05-20T08:00:00.000Z' }])
  })

  it('after the partner signed in a state of his own', async () => {
    const bytes = signPdf(await sign(), { signer: cast.partner, field: 'Second', box: PARTNER_BOX })
    const { own, facts } = await judged(bytes)
    expect(own.verdict).toBe('met')
    expect(facts.map(({ party, intact }) => [party, intact])).toEqual([
      ['customer', true],
      ['partner', true],
    ])
  })
})

describe('a digital signature does not count', () => {
  const note = async (bytes: Promise<Uint8Array>): Promise<Uint8Array> =>
    revised(await bytes, (revision, page) => {
      annotation(revision, page, { kind: 'FreeText', box: [300, 300, 400, 320], draw: '' })
    })

  it.for([
    ['is the partner’s, in the customer’s place', () => sign({ signer: cast.partner }), 'not_met'],
    ['is a stranger’s', () => sign({ signer: cast.stranger }), 'cannot_tell'],
    [
      'is of a sister company',
      () => sign({ signer: from('K. Vogt', { organisation: 'Ottermill Paper Holding GmbH' }) }),
      'cannot_tell',
    ],
    [
      'is of the contact’s name in another organisation',
      () => sign({ signer: from('Karin Vogt', { organisation: 'Elsewhere Ltd' }) }),
      'cannot_tell',
    ],
    ['is followed by a note', () => note(sign()), 'not_met'],
    ['has a gap with more than the container', () => sign({ inGap: ' /Note (x)' }), 'cannot_tell'],
    ['rests on SHA-1', () => sign({ hash: 'sha1' }), 'cannot_tell'],
    ['is a mere time stamp', () => sign({ subFilter: 'ETSI.RFC3161', signer: cast.customer }), 'not_met'],
    [
      'vouches for itself and shows nowhere',
      () =>
        sign({ box: null, signer: aSigner({ name: 'Karin Vogt', organisation: 'Ottermill Paper GmbH' }) }),
      'cannot_tell',
    ],
  ] as const)('when it %s', async ([, bytes, verdict]) => {
    expect((await judged(await bytes())).own.verdict).toBe(verdict)
  })
})

describe('an encrypted paper', () => {
  it('keeps its signature verifiable: containers are never encrypted', async ({ skip }) => {
    skip(spawnSync('qpdf', ['--version'], { stdio: 'ignore' }).error !== undefined, 'no qpdf')
    const folder = aTempFolder()
    const [plain, locked] = [join(folder, 'plain.pdf'), join(folder, 'locked.pdf')]
    writeFileSync(plain, await unsigned())
    const manner = ['--encrypt', '', 'owner', '256', '--', '--object-streams=disable']
    spawnSync('qpdf', [...manner, plain, locked], { timeout: 20_000 })
    const bytes = signPdf(readFileSync(locked), { signer: cast.customer })
    const { facts } = await judged(bytes)
    expect(facts).toMatchObject([{ intact: true, changedAfterSigning: false, coversWholeDocument: true }])
  })
})
