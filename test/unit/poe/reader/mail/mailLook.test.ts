import { sharp } from '../../../../builders/poe/forgeries/pictureFiles.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { judge } from '../../../../../src-main/poe/judge.ts'
import { lookedDocument } from '../../../../../src-main/workstation/documents/laidDocument.ts'
import { LaidDocument } from '../../../../../src-preload/contract/vocabulary/laidShape.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { aMail, CONFIRMATION } from '../../../../builders/poe/mails.ts'
import { pngHead } from '../../../../builders/poe/officeFiles.ts'
import { msgOf } from '../../../../builders/poe/outlookFiles.ts'
import { factsOfBytes, lookOfBytes } from '../../../../builders/poe/pieces.ts'
import { aReader } from '../../../../builders/poe/readers.ts'
import { pngOf } from '../../../../e2e/viewer/pictures.ts'

const LOGO = pngOf(120, 40)
const asData = (bytes: Uint8Array, type = 'image/png'): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`

const saidOf = async (html: string, inline: Parameters<typeof aMail>[0] = {}) =>
  (await lookOfBytes(aMail({ html, ...inline }))).look.inlays.map(({ said }) => said)

describe('pictures of a mail', () => {
  it('are those parts of the same message that its HTML names, each once', async () => {
    const html = '<p>Hello<img src="cid:logo@mill" alt="Mill">there<img src="cid:logo@mill"></p>'
    const { look } = await lookOfBytes(
      aMail({ html, inline: [{ id: 'logo@mill', type: 'image/png', bytes: LOGO }] }),
    )
    expect(look.inlays.map(({ said }) => said)).toMatchObject([
      { kind: 'picture', alt: 'Mill', picture: 0, widthPx: 120, heightPx: 40 },
      { kind: 'picture', picture: 0 },
    ])
    expect(look.pictures).toEqual([LOGO.toString('base64')])
    const [box] = look.inlays.map((inlay) => inlay.box)
    expect([box?.[2] ?? 0, box?.[3] ?? 0].map((to, at) => to - (box?.[at] ?? 0))).toEqual([90, 30])
  })

  it('are never those of a message inside it, nor those of the message around it', async () => {
    const html = '<p>Hello <img src="cid:logo@mill"></p>'
    const inner = aMail({ html, inline: [{ id: 'logo@mill', type: 'image/png', bytes: LOGO }] })
    const outer = aMail({ html, files: [{ name: 'inner.eml', type: 'message/rfc822', bytes: inner }] })
    expect((await lookOfBytes(outer)).look.inlays.map(({ said }) => said)).toEqual([
      { kind: 'undrawn', alt: '', why: 'missing' },
    ])
    expect((await lookOfBytes(inner)).look.pictures).toHaveLength(1)
  })

  it('of a message saved by Outlook are found though it hides them from its files', async () => {
    const file = { name: 'image001.png', bytes: LOGO, contentId: 'image001.png@01DB' }
    const html = '<html><body><p>Hello <img src="cid:image001.png@01DB"></p></body></html>'
    const mail = msgOf({ html, file })
    expect((await lookOfBytes(mail)).look).toMatchObject({
      inlays: [{ said: { kind: 'picture', widthPx: 120 } }],
      pictures: [LOGO.toString('base64')],
    })
    expect((await factsOfBytes(mail)).inner).toEqual([])
  })

  it('may stand in an address of their own', async () => {
    const { look } = await lookOfBytes(aMail({ html: `<p>Hello <img src="${asData(LOGO)}"></p>` }))
    expect(look.pictures).toEqual([LOGO.toString('base64')])
  })

  it('are looked at by content: markup that calls itself a picture is none', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
    const said = await saidOf(
      `<p><img src="${asData(svg, 'image/svg+xml')}"><img src="${asData(svg)}"></p><svg><text>Hi</text></svg>`,
    )
    expect(said).toMatchObject([
      { kind: 'undrawn', why: 'type' },
      { kind: 'undrawn', why: 'type' },
      { kind: 'undrawn', why: 'drawing' },
    ])
  })

  it('are measured before they are decoded', async () => {
    const said = await saidOf(`<img src="${asData(pngHead(10_000, 5001))}">`)
    expect(said).toMatchObject([{ kind: 'undrawn', why: 'too_large' }])
  })

  it('that nobody sees are not shown, and are not more than forty', async () => {
    const hidden = `<div style="display:none"><img src="${asData(LOGO)}"></div>`
    const many = Array.from({ length: 42 }, (_, at) => `<img src="${asData(pngOf(5, at + 5))}">`).join('')
    const said = await saidOf(`${hidden}<p>${many}</p>`)
    expect(said).toHaveLength(42)
    expect(said.slice(40)).toMatchObject([{ why: 'too_many' }, { why: 'too_many' }])
  })
})

describe('what lies elsewhere', () => {
  it('is named by its address, the unseen as well', async () => {
    const said = await saidOf(
      [
        '<body background="https://back.example/wall.png">',
        '<img src="https://pics.example/a.png" width="300" height="90" alt="Our seal">',
        '<img src="https://track.example/open?id=1" width="1" height="1">',
        '<p style="background-image:url(https://style.example/b.png)">Hello</p>',
        '<iframe src="https://page.example/"></iframe></body>',
      ].join(''),
    )
    expect(said).toEqual(
      ['back.example/wall.png', 'pics.example/a.png', 'track.example/open?id=1', 'style.example/b.png']
        .map((address) => ({
          kind: 'elsewhere',
          alt: address.startsWith('pics') ? 'Our seal' : '',
          address: `https://${address}`,
        }))
        .concat([{ kind: 'elsewhere', alt: '', address: 'https://page.example/' }]),
    )
  })

  it('says nothing that steers a line of ours', async () => {
    const said = await saidOf(
      '<img src="https://x.example/\u202egnp.a" alt="a\u202eb\n\nc" width="200" height="50">',
    )
    expect(said).toEqual([{ kind: 'elsewhere', alt: 'a b c', address: 'https://x.example/gnp.a' }])
  })
})

describe('where links lead', () => {
  it.for([
    ['words', 'our portal', 'https://a.example/x', { address: 'https://a.example/x', isUnlike: false }],
    ['another place', 'www.contoso.com', 'https://evil.example/', { isUnlike: true }],
    [
      'a place that only begins alike',
      'contoso.com',
      'https://contoso.com.evil.example/',
      { isUnlike: true },
    ],
    ['a place within', 'contoso.com', 'https://mail.contoso.com/inbox', { isUnlike: false }],
    ['another mailbox', 'karin@mill.example', 'mailto:karin@evil.example', { isUnlike: true }],
    ['a name before the place', 'our portal', 'https://contoso.com@evil.example/', { isUnlike: true }],
    ['a script', 'our portal', 'java\tscript:alert(1)', { isUnlike: true }],
    ['letters that only look alike', 'contoso.com', 'https://cоntoso.com/', { isUnlike: true }],
    ['a file’s name', 'report.pdf', 'https://share.example/1', { isUnlike: false }],
    [
      'Outlook’s own check',
      'contoso.com/plan',
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.example%2F&data=5',
      { address: 'https://evil.example/', via: 'eur01.safelinks.protection.outlook.com', isUnlike: true },
    ],
  ] as const)('is said of %s', async ([, text, href, expected]) => {
    expect(await saidOf(`<p>See <a href="${href}">${text}</a>.</p>`)).toMatchObject([
      { kind: 'link', text, ...expected },
    ])
  })

  it.for([
    ['the address itself', 'https://a.example/', 'https://a.example'],
    ['a mailbox itself', 'karin@mill.example', 'mailto:karin@mill.example'],
    ['a place on the page', 'up', '#top'],
  ] as const)('is not said twice of %s', async ([, text, href]) => {
    expect(await saidOf(`<p>See <a href="${href}">${text}</a>.</p>`)).toEqual([])
  })
})

describe('the two texts of a mail', () => {
  it('stand beside each other as soon as one word differs, though that is no flag', async () => {
    const html = `<p>${CONFIRMATION.replace('we confirm', 'we do not confirm').replaceAll('\n', ' ')}</p>`
    const { facts, look } = await lookOfBytes(aMail({ html, text: CONFIRMATION }))
    const wordsAt = (page: number) => look.differing?.[page]?.map((at) => facts.pages[page]?.words[at]?.text)
    expect([wordsAt(0), wordsAt(1)]).toEqual([['do', 'not'], []])
    expect((await factsOfBytes(aMail({ html, text: CONFIRMATION }))).facts).toMatchObject({ flags: [] })
  })

  it('are one where a run of words only stands at another place, not where a word does', async () => {
    const [work, paid] = ['We confirm that the work was done.', 'Nothing else was paid for by us.']
    const lookAt = async (html: string, text: string) =>
      (await lookOfBytes(aMail({ html, text }))).look.differing
    expect(await lookAt(`<p>${work}</p><p>${paid}</p>`, `${paid}\n\n${work}`)).toBeNull()
    expect(await lookAt('<p>We did not confirm, we paid.</p>', 'We did confirm, we not paid.')).not.toBeNull()
  })

  it('are one where they are two forms of it', async () => {
    const html = `<p>${CONFIRMATION.replaceAll('\n', '<br>')}</p><img src="cid:x" alt="Logo"><a href="https://a.example">Plan</a>`
    const text = `*${CONFIRMATION}*\n[image: Logo]\nPlan <https://a.example>`
    const { facts, look } = await lookOfBytes(aMail({ html, text }))
    expect(look.differing).toBeNull()
    expect(facts.pages).toHaveLength(1)
  })
})

describe('what stands beside the words', () => {
  it('is no word, changes none and moves none to another line', async () => {
    const words = 'we confirm that Larkfield Systems deployed Teams in both mills of Ottermill Paper '.repeat(
      3,
    )
    const [bare, full] = await Promise.all(
      [
        `<p>${words}<br>Karin Vogt<br>Ottermill</p>`,
        `<p>${words.replaceAll('Teams', '<a href="https://x.example">Teams</a><img src="https://x.example/1">')}<br><img src="${asData(LOGO)}">Karin Vogt<br>Ottermill</p>`,
      ].map(async (html) => (await factsOfBytes(aMail({ html }))).facts.pages[0]),
    )
    expect(full?.words.map(({ text }) => text)).toEqual(bare?.words.map(({ text }) => text))
    expect([full?.lines, full?.blocks]).toEqual([bare?.lines, bare?.blocks])
    expect(full?.words.map(({ quad }) => [quad[0], quad[2]])).toEqual(
      bare?.words.map(({ quad }) => [quad[0], quad[2]]),
    )
    expect(full).toMatchObject({ images: [], textClass: 'text' })
  })

  it('changes no verdict', async () => {
    const text = CONFIRMATION.replaceAll('\n\n', '</p><p>').replaceAll('\n', ' ')
    const beside = `<img src="${asData(LOGO)}"><a href="https://x.example/1">Teams</a>`
    const verdictsOf = async (html: string) => {
      const { facts } = await factsOfBytes(aMail({ html }))
      const documents = [{ file: 'mail.eml', addedAt: null, facts }]
      const policy = { id: 'seed-2020', version: 1 } as const
      const { findings } = judge({ caseId: null, form: aClaimForm(), policy, documents })
      return findings.map(({ criterion, verdict }) => [criterion, verdict])
    }
    const bare = await verdictsOf(`<p>${text}</p>`)
    expect(bare.map(([, verdict]) => verdict)).toContain('met')
    const dressed = text.replaceAll('Teams', beside).replaceAll('Karin', `<img src="${asData(LOGO)}">Karin`)
    expect(await verdictsOf(`<p>${dressed}</p>`)).toEqual(bare)
  })

  it('leaves every word where the facts have it', async () => {
    const bytes = aMail({
      html: `<p>Hello <img src="${asData(LOGO)}"></p><p>Karin <a href="https://x.example">Vogt</a></p>`,
    })
    const [{ facts }, { facts: shown }] = await Promise.all([factsOfBytes(bytes), lookOfBytes(bytes)])
    expect(shown.pages[0]).toEqual(facts.pages[0])
  })
})

describe('the reader', () => {
  const reader = aReader()
  afterAll(() => reader.close())

  it('has pictures decoded by a process of its own; one that is spoilt takes no other with it', async () => {
    const spoilt = Buffer.concat([LOGO.subarray(0, 60), Buffer.alloc(40, 7)])
    const html = `<p>Hello<img src="${asData(spoilt)}"><img src="${asData(LOGO)}"></p>`
    const look = await reader.look(aMail({ html, text: 'Hello' }))
    expect(look?.pictures.map((picture) => picture?.frames ?? null)).toEqual([null, 1])
    const laid = look && LaidDocument.parse(lookedDocument(look))
    expect(laid?.pages[0]?.inlays).toMatchObject([
      { kind: 'undrawn', why: 'broken' },
      { kind: 'picture', drawing: 0 },
    ])
    const drawing = Buffer.from(laid?.drawings[0] ?? '', 'base64')
    expect([drawing.readUInt32BE(16), drawing.readUInt32BE(20)]).toEqual([120, 40])
  }, 60_000)

  it('shows the first of pictures that follow each other, and says how many there are', async () => {
    const moving = await sharp([LOGO, pngOf(120, 40, 0x11)], { join: { animated: true } })
      .gif()
      .toBuffer()
    const look = await reader.look(aMail({ html: `<p>Hello<img src="${asData(moving, 'image/gif')}"></p>` }))
    expect(look?.pictures[0]?.frames).toBe(2)
    const { data } = await sharp(look?.pictures[0]?.png).raw().toBuffer({ resolveWithObject: true })
    expect(data[0]).toBe(0xee)
  }, 60_000)

  it('has nothing to show of other papers', async () => {
    expect(await reader.look(Buffer.from('%PDF-1.7'))).toBeNull()
    expect(await reader.look(Buffer.from('Hello.'))).toBeNull()
  })
})
