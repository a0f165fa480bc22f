import { expect, it } from 'vitest'
import { judge } from '../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../builders/poe/claimForm.ts'
import { aMail } from '../../builders/poe/mails.ts'
import { docxOf, paragraph, run } from '../../builders/poe/officeFiles.ts'
import { readHere } from '../../builders/poe/readers.ts'

/** A mail of the customer with the statement of work in a Word file. */
async function mailWithPaper() {
  const paper = docxOf(
    paragraph(
      'Larkfield Systems Ltd deployed Microsoft Teams for Ottermill Paper GmbH and trained 25 key users.',
    ),
  )
  const facts = await readHere(aMail())
  const attachments = [{ name: 'sow.docx', facts: await readHere(paper) }]
  return { ...facts, attachments }
}

it('says where in a mail, and in which file of it, a place is shown, though none of them has a page', async () => {
  const facts = await mailWithPaper()
  const report = judge({
    caseId: null,
    form: aClaimForm(),
    policy: { id: 'p', version: 1 },
    documents: [{ file: 'ok.eml', addedAt: null, facts }],
  })
  expect(report.documents[0]?.inner).toEqual([{ inside: [0], name: 'sow.docx', pages: null }])
  const places = report.findings.flatMap(({ evidence }) => evidence)
  expect(places.filter(({ page }) => page === null).length).toBeGreaterThan(0)
  for (const { laid, text } of places) {
    const shown = (laid?.inside.length === 0 ? facts : facts.attachments[0]?.facts)?.pages[0]?.words ?? []
    const [x0 = 0, y0 = 0, , , x1 = 0, y1 = 0] = laid?.quads[0] ?? []
    const under = shown.filter(
      ({ quad: [left = 0, bottom = 0, , , right = 0, top = 0] }) =>
        left >= x0 - 1 && right <= x1 + 1 && bottom >= y0 - 1 && top <= y1 + 1,
    )
    expect(text ?? '').toContain(under[0]?.text ?? 'nothing stands there')
  }
})

it('says where text is hidden in a file without pages', async () => {
  const facts = await readHere(
    docxOf(paragraph(run('We accept.'), run('Signed by Karin Vogt of Ottermill', '<w:vanish/>'))),
  )
  const { flags } = judge({
    caseId: null,
    form: aClaimForm(),
    policy: { id: 'p', version: 1 },
    documents: [{ file: 'sow.docx', addedAt: null, facts }],
  })
  const hidden = flags.find(({ kind }) => kind === 'docx_hidden_text')
  expect(hidden).toMatchObject({ page: null, quads: [], laid: { inside: [], page: 1 } })
  expect(hidden?.laid?.quads).toEqual(facts.pages[0]?.hiddenWords.map(({ quad }) => quad))
})

it.for([
  [
    'a field of a Word file shows another thing than it says',
    docxOf(
      paragraph(
        run('They were '),
        '<w:fldSimple w:instr="QUOTE &quot;50 seats&quot;"><w:r><w:t>500 seats</w:t></w:r></w:fldSimple>',
      ),
    ),
    'docx_field_mismatch',
    '500 seats',
  ],
  [
    'a mail has two senders',
    aMail({ head: ['From: Owen Blake <owen.blake@larkfield.example>'] }),
    'mail_header_order',
    'From: Karin Vogt <karin.vogt@ottermill.example>',
  ],
] as const)('shows the place where %s', async ([, bytes, kind, shown]) => {
  const facts = await readHere(bytes)
  const { flags } = judge({
    caseId: null,
    form: aClaimForm(),
    policy: { id: 'p', version: 1 },
    documents: [{ file: `paper.${facts.type}`, addedAt: null, facts }],
  })
  const quads = flags.find((flag) => flag.kind === kind)?.laid?.quads ?? []
  const places = quads.map((quad) => JSON.stringify(quad))
  const words = (facts.pages[0]?.words ?? []).filter(({ quad }) => places.includes(JSON.stringify(quad)))
  expect(words.map(({ text }) => text).join(' ')).toBe(shown)
})
