import { afterAll, describe, expect, it } from 'vitest'
import { drawnBytes } from '../../../../builders/poe/drawnPdf.ts'
import { aMail, CONFIRMATION, mailSource } from '../../../../builders/poe/mails.ts'
import { docxOf, paragraph, pngHead } from '../../../../builders/poe/officeFiles.ts'
import { blockTexts, factsOfBytes, flagKinds, hiddenText } from '../../../../builders/poe/pieces.ts'
import { aReader, readBytes } from '../../../../builders/poe/readers.ts'
import { paintWorkOrder } from '../../../../builders/poe/workOrder.ts'

const read = async (...args: Parameters<typeof aMail>) => (await factsOfBytes(aMail(...args))).facts

/** The sender's own words of a mail with this text. */
async function ownWords(text: string): Promise<string> {
  const { pages, mail } = await read({ text })
  const words = pages[0]?.words ?? []
  return words
    .slice(0, mail?.quotedFrom ?? words.length)
    .filter(({ source }) => source === 'mail_body')
    .map((word) => word.text)
    .join(' ')
}

describe('the head of a mail', () => {
  it('gives people, subject and the day of the sender’s zone', async () => {
    const facts = await read({
      subject: '=?utf-8?q?Best=C3=A4tigung?=',
      date: 'Tue, 14 Apr 2026 23:30:00 -0600',
      head: ['Cc: Lena Vogt <lena@ottermill.example>', 'Reply-To: karin.vogt@ottermill.example'],
    })
    expect(facts).toMatchObject({ type: 'eml', status: 'read', pageCount: null, flags: [] })
    expect(facts.mail).toMatchObject({
      from: { name: 'Karin Vogt', address: 'karin.vogt@ottermill.example' },
      to: [{ address: 'owen.blake@larkfield.example' }],
      cc: [{ name: 'Lena Vogt' }],
      subject: 'Bestätigung',
      date: { at: '2026-04-15T05:30:00.000Z', day: '2026-04-14' },
      quotedFrom: null,
    })
    expect(facts.pages[0]?.words[0]).toMatchObject({ text: 'From:', source: 'mail_header' })
  })

  it('reads a mail in UTF-16', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(mailSource(), 'utf16le')])
    const { facts } = await factsOfBytes(wide)
    expect(facts).toMatchObject({ type: 'eml', status: 'read' })
    expect(blockTexts(facts).join(' ')).toContain('we confirm that Larkfield Systems Ltd')
  })

  it.for([
    [
      'a name that shows another address',
      { from: '"karin.vogt@ottermill.example" <x@evil.example>' },
      'sender_spoof',
    ],
    ['answers that go elsewhere', { head: ['Reply-To: x@evil.example'] }, 'sender_spoof'],
    [
      'a domain that does not stand behind it',
      { head: ['Authentication-Results: mx; dkim=fail; dmarc=fail'] },
      'sender_unverified',
    ],
    ['a head that was typed', { typed: true }, 'sender_unverified'],
    ['two senders', { head: ['From: Owen Blake <owen.blake@larkfield.example>'] }, 'mail_header_order'],
    [
      'stations whose times run backwards',
      {
        head: [
          'Received: from b by c; Mon, 13 Apr 2026 08:00:00 +0000',
          'Received: from a by b; Tue, 14 Apr 2026 11:00:00 +0000',
        ],
      },
      'mail_header_order',
    ],
  ] as const)('flags %s', async ([, parts, kind]) => {
    expect(flagKinds(await read(parts))).toEqual([kind])
  })

  it('flags nothing on a mail that came its way', async () => {
    const facts = await read({
      head: [
        'Received: from b by c; Tue, 14 Apr 2026 09:08:50 +0000 (UTC)',
        'Received: from a by b; Tue, 14 Apr 2026 09:08:45 +0000',
        'Authentication-Results: mx; spf=fail; dkim=pass; dmarc=pass',
      ],
    })
    expect(facts.flags).toEqual([])
  })
})

const OWN = 'We confirm the work.'
const QUOTES: readonly (readonly [string, string])[] = [
  ['marked lines', `${OWN}\n\n> We trained all users.\n> Owen`],
  ['English', `${OWN}\n\nOn Mon, 13 Apr 2026 at 09:19, Owen Blake <owen@x.example> wrote:\n> did we do it?`],
  [
    'a broken line',
    `${OWN}\n\nOn Mon, 13 Apr 2026 at 09:19, Owen Blake\n<owen@x.example> wrote:\n\nDid we do it?`,
  ],
  [
    'Outlook',
    `${OWN}\n\nFrom: Owen Blake <o@x.example>\nSent: Monday\nTo: Karin Vogt\nSubject: Teams\n\nYes`,
  ],
  ['Outlook in German', `${OWN}\n\nVon: Owen Blake\nGesendet: Montag\nAn: Karin Vogt\nBetreff: Teams\n\nJa`],
  ['Outlook in Italian', `${OWN}\n\nDa: Owen Blake\nInviato: lunedì\nA: Karin Vogt\nOggetto: Teams\n\nSì`],
  ['Outlook in French', `${OWN}\n\nDe : Owen Blake\nEnvoyé : lundi\nÀ : Karin Vogt\nObjet : Teams\n\nOui`],
  ['an original message', `${OWN}\n\n-----Messaggio originale-----\nDa: Owen\n\nSì`],
  ['a forwarded one', `${OWN}\n\n---------- Forwarded message ---------\nFrom: Owen\n\nYes`],
  ['German', `${OWN}\n\nAm 13.04.2026 um 09:19 schrieb Owen Blake:\n> ja`],
  ['Italian', `${OWN}\n\nIl giorno lun 13 apr 2026 alle ore 09:19 Owen Blake ha scritto:\n> sì`],
  ['French', `${OWN}\n\nLe 13/04/2026 à 09:02, Owen Blake a écrit :\n> oui`],
  ['Spanish', `${OWN}\n\nEl lun, 13 abr 2026 a las 9:19, Owen Blake escribió:\n> sí`],
  ['Portuguese', `${OWN}\n\nEm seg., 13 de abr. de 2026, Owen Blake escreveu:\n> sim`],
]

describe('whose words a mail holds', () => {
  it.for(QUOTES)('parts what is quoted after %s', async ([, text]) => {
    expect(await ownWords(text)).toBe(OWN)
  })

  it('keeps an answer below marked lines as the sender’s own', async () => {
    expect(await ownWords('Hello,\n> did we do it?\nYes, you did.')).toBe('Hello, Yes, you did.')
  })

  it('takes nothing for a quote that only speaks of people', async () => {
    const text = 'From: the project we learned a lot.\nTo: be continued.'
    expect(await ownWords(text)).toBe(text.replace('\n', ' '))
  })

  it('parts what programs mark as quoted in HTML', async () => {
    const { pages, mail } = await read({
      html: `<p>${OWN}</p><div class="gmail_quote"><div>On Monday Owen wrote:</div><blockquote>yes</blockquote></div>`,
      text: `${OWN} On Monday Owen wrote: yes`,
    })
    expect(pages[0]?.words[mail?.quotedFrom ?? 0]?.text).toBe('On')
  })
})

describe('the two bodies of a mail', () => {
  it('takes two forms of one message for one', async () => {
    const html = `<p>${CONFIRMATION.replaceAll('\n\n', '</p><p>').replaceAll('\n', ' ')}</p>`
    expect((await read({ html, text: CONFIRMATION })).flags).toEqual([])
  })

  it('shows the HTML and flags what only one of them says', async () => {
    const facts = await read({ html: '<p>See you on Monday for lunch then.</p>', text: CONFIRMATION })
    expect(flagKinds(facts)).toEqual(['html_text_mismatch'])
    expect(blockTexts(facts).join(' ')).not.toContain('confirm')
  })

  it.for([
    ['no display', '<div style="display:none">'],
    ['no size', '<span style="font-size:0">'],
    ['the colour of the paper', '<span style="color:#fefefe">'],
    ['a rule of a style sheet', '<style>.x{visibility:hidden}</style><p class="x">'],
    ['a place off the page', '<p style="position:absolute;left:-9999px">'],
    ['an attribute', '<p hidden>'],
  ] as const)('hides and flags words under %s', async ([, opening]) => {
    const facts = await read({
      html: `<p>Hello Owen</p>${opening}we confirm the rollout</p></div>`,
      text: '',
    })
    expect(hiddenText(facts)).toBe('we confirm the rollout')
    expect(flagKinds(facts)).toContain('html_text_mismatch')
  })
})

describe('limits', () => {
  it('does not read a mail of more than 1,000 parts', async () => {
    const part = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'
    const source = `From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n${part.repeat(1100)}--b--`
    const { facts } = await factsOfBytes(Buffer.from(source))
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'too_large' })
    expect(flagKinds(facts)).toEqual(['resource_bomb'])
  })

  it('does not read parts that nest deeper than sixteen', async () => {
    const open = Array.from(
      { length: 40 },
      (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
    )
    const { facts } = await factsOfBytes(
      Buffer.from(`From: a@b.example\r\nTo: c@d.example\r\n${open.join('')}\r\nx`),
    )
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'too_large' })
  })
})

describe('files of a mail, each in a process of its own', () => {
  const reader = aReader()
  afterAll(() => reader.close())

  it('reads them and leaves out what is no paper', async () => {
    const facts = await readBytes(
      reader,
      aMail({
        files: [
          { name: 'order.pdf', type: 'application/pdf', bytes: await drawnBytes([paintWorkOrder()]) },
          { name: 'log.docx', type: 'application/octet-stream', bytes: docxOf(paragraph('Work log')) },
          { name: 'logo.png', type: 'image/png', bytes: pngHead(160, 80) },
          { name: 'smime.p7s', type: 'application/pkcs7-signature', bytes: Buffer.from('x') },
        ],
      }),
    )
    expect(facts.attachments.map(({ name, facts: own }) => [name, own?.type, own?.status])).toEqual([
      ['order.pdf', 'pdf', 'read'],
      ['log.docx', 'docx', 'read'],
    ])
  })

  it('opens mails in mails three deep and no deeper', async () => {
    let bytes = aMail({ text: 'the innermost' })
    for (let i = 0; i < 4; i += 1)
      bytes = aMail({ files: [{ name: `m${i}.eml`, type: 'message/rfc822', bytes }] })
    let facts = await readBytes(reader, bytes)
    const depth: (string | null)[] = []
    while (facts.attachments[0]) {
      const { name, facts: own } = facts.attachments[0]
      depth.push(own === null ? null : name)
      if (own === null) break
      facts = own
    }
    expect(depth).toEqual(['m3.eml', 'm2.eml', 'm1.eml', null])
  })
})
