import { afterAll, describe, expect, it } from 'vitest'
import { judge } from '../../../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { CONFIRMATION } from '../../../../builders/poe/mails.ts'
import { docxOf, paragraph } from '../../../../builders/poe/officeFiles.ts'
import { containerOf, msgOf } from '../../../../builders/poe/outlookFiles.ts'
import { blockTexts, factsOfBytes } from '../../../../builders/poe/pieces.ts'
import { aReader, readBytes } from '../../../../builders/poe/readers.ts'

describe('a message saved by Outlook', () => {
  const reader = aReader()
  afterAll(() => reader.close())

  it('is read like any mail, with its files, in the bound process', async () => {
    const file = { name: 'log.docx', bytes: docxOf(paragraph('Work log')) }
    const facts = await readBytes(reader, msgOf({ body: CONFIRMATION, file }))
    expect(facts).toMatchObject({ type: 'msg', status: 'read', flags: [] })
    expect(facts.mail).toMatchObject({
      from: { name: 'Karin Vogt', address: 'karin.vogt@ottermill.example' },
      to: [{ address: 'owen.blake@larkfield.example' }],
      subject: 'Teams',
      date: { at: '2026-04-14T09:08:43.000Z', day: '2026-04-14' },
    })
    expect(facts.attachments.map(({ name, facts: own }) => [name, own?.status])).toEqual([
      ['log.docx', 'read'],
    ])
    const report = judge({
      caseId: null,
      form: aClaimForm(),
      policy: { id: 'seed-2020', version: 1 },
      documents: [{ file: 'mail.msg', addedAt: null, facts }],
    })
    expect(report.findings.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'met', 'met', 'met', 'met'])
  })

  it('is read from its packed rich text where it has no plain one', async () => {
    const rtf = Buffer.from('{\\rtf1\\ansi We confirm the rollout.\\par}')
    const head = Buffer.alloc(16)
    head.writeUInt32LE(rtf.length + 12, 0)
    head.writeUInt32LE(rtf.length, 4)
    head.writeUInt32LE(0x414c454d, 8)
    const { facts } = await factsOfBytes(msgOf({ packedRtf: Buffer.concat([head, rtf]) }))
    expect(blockTexts(facts)).toContain('We confirm the rollout.')
  })
})

describe('other things in the same container', () => {
  it.for([
    ['a locked office file', 'EncryptedPackage', 'encrypted'],
    ['an old office file', 'WordDocument', 'type'],
  ] as const)('says what %s is', async ([, stream, reason]) => {
    const { facts } = await factsOfBytes(containerOf({ [stream]: Buffer.alloc(600) }))
    expect(facts).toMatchObject({ status: 'could_not_check', reason })
  })

  it('calls a cut message corrupt or reads what is left', async () => {
    const whole = msgOf({ body: CONFIRMATION })
    for (const length of [600, 1500, 2600, whole.length - 400]) {
      const { facts } = await factsOfBytes(whole.subarray(0, length))
      expect(['corrupt', 'type', null]).toContain(facts.reason)
    }
  })
})
