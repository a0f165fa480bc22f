import { aClaimForm } from '../claimForm.ts'
import { at, fontWith } from './drawnText.ts'
import {
  annotation,
  changed,
  extra,
  flattened,
  type Forgery,
  paper,
  titled,
  unsigned,
  withContent,
} from './forgery.ts'
import { CUSTOMER_BOX } from './signedPdf.ts'

/** Outlines like letters: each another form. */
const letters = (count: number, x: number, y: number, joined: boolean): string => {
  const parts = Array.from({ length: count }, (_, i) => {
    const [left, w, h] = [x + i * 8, 4 + (i % 4) * 0.6, 6 + (i % 3)]
    return `${left} ${y} m ${left} ${y + h} l ${left + w * 0.7} ${y + h} ${left + w} ${y + h * 0.7} ${left + w * 0.6} ${y + h * 0.4} c ${left + w} ${y} l ${left + w * 0.7} ${y} l ${left + w * 0.3} ${y + h * 0.4} l h`
  })
  return joined ? `${parts.join('\n')} f` : parts.map((part) => `${part} f`).join('\n')
}

const TITLE_FORM = aClaimForm({
  items: [{ id: 'i1', productId: 'm365.sharepoint', name: 'SharePoint Online', subscriptionId: null }],
})

/** Tricks with what pages say and show. */
export const CONTENT_FORGERIES: readonly Forgery[] = [
  {
    kind: 'actualtext_mismatch',
    hostile: {
      'a figure that is read as another': () =>
        withContent(`/Span << /ActualText (50) >> BDC ${at('(5)', 400)} EMC`),
      'a word from a list of properties': () =>
        withContent(`/Span /P9 BDC ${at('(Telephony)', 400)} EMC`, {
          P9: '<< /ActualText (Microsoft Teams) >>',
        }),
      'text over nothing at all': () =>
        withContent('/Span << /ActualText (Microsoft Teams is deployed) >> BDC EMC'),
    },
    clean: {
      'the same text': () => withContent(`/Span << /ActualText (5) >> BDC ${at('(5)', 400)} EMC`),
      'a soft hyphen': () => withContent(`/Span << /ActualText <FEFF00AD> >> BDC ${at('(-)', 400)} EMC`),
    },
  },
  {
    kind: 'font_remap',
    hostile: {
      'a figure that is read as two': () => withContent(at('(5)', 400), fontWith({ '35': '50', '36': '6' })),
      'a glyph named five that is read as nine': () =>
        withContent(at('(A)', 400), fontWith({ '41': '9' }, '<< /Type /Encoding /Differences [65 /five] >>')),
      'a letter that is read as a word': () =>
        withContent(at('(x)', 400), fontWith({ '78': 'Teams', '79': 'y' })),
    },
    clean: {
      'an honest table': () =>
        withContent(at('(56xy)', 400), fontWith({ '35': '5', '36': '6', '78': 'x', '79': 'y' })),
      'a ligature': () => withContent(at('(56)', 400), fontWith({ '35': '5', '02': 'ffi' })),
    },
  },
  {
    kind: 'outlined_text',
    hostile: {
      'a line of outlines': () => withContent(letters(40, 60, 400, false)),
      'a line as one path': () => withContent(letters(40, 60, 400, true)),
      'several lines': () =>
        withContent([0, 1, 2].map((i) => letters(30, 60, 400 - i * 14, false)).join('\n')),
    },
    clean: {
      'a name in a logo': () => withContent(letters(9, 60, 800, false)),
      'signatures by pen': () => paper(),
      'a row of bars': () =>
        withContent(
          Array.from({ length: 40 }, (_, i) => `${60 + i * 8} 400 5 ${4 + (i % 7)} re f`).join('\n'),
        ),
    },
  },
  {
    kind: 'metadata_only',
    form: TITLE_FORM,
    hostile: {
      title: () => titled('/Title (SharePoint Online rollout)'),
      keywords: () => titled('/Keywords (SharePoint Online, migration)'),
      'a bookmark': () => bookmarked('SharePoint Online'),
    },
    clean: {
      'a title about something else': () => titled('/Title (Work order 17) /Keywords (Teams, mills)'),
      'a title that says what the page says': () =>
        titled('/Title (Microsoft Teams for Ottermill Paper GmbH)'),
      'a bookmark at the work': () => bookmarked('Deployment of Microsoft Teams'),
    },
  },
  {
    kind: 'annotation_overlay',
    hostile: {
      'other words over the page’s own': () =>
        commented(
          'FreeText',
          [58, 627, 400, 643],
          'BT /F1 10 Tf 2 4 Td (Larkfield configured SharePoint for all employees) Tj ET',
        ),
      'a white sheet': () => commented('Square', [55, 615, 500, 640], '1 1 1 rg 0 0 445 25 re f'),
      'a stamp that shows on paper only': () =>
        commented('Stamp', [300, 300, 420, 330], 'BT /F1 14 Tf 2 6 Td (APPROVED) Tj ET', '/F 36'),
      'a hidden note': () =>
        commented('FreeText', [300, 300, 420, 330], 'BT /F1 9 Tf 2 6 Td (accepted) Tj ET', '/F 2'),
    },
    clean: {
      'a note beside the text': () =>
        commented('FreeText', [300, 300, 420, 330], 'BT /F1 9 Tf 2 6 Td (14 April 2026) Tj ET'),
      'a frame around words': () => commented('Square', [55, 615, 500, 640], '1 0 0 RG 1 1 443 23 re S'),
    },
  },
]

async function bookmarked(title: string): Promise<Uint8Array> {
  return flattened(
    await changed((revision) => {
      const outlines = revision.add('<< /Type /Outlines /Count 1 >>')
      const mark = revision.add(`<< /Title (${title}) /Parent ${outlines} 0 R >>`)
      revision.put(outlines, { First: `${mark} 0 R`, Last: `${mark} 0 R` })
      revision.put(revision.root, { Outlines: `${outlines} 0 R` })
    }),
  )
}

async function commented(
  kind: string,
  box: readonly number[],
  draw: string,
  entries = '/F 4',
): Promise<Uint8Array> {
  return flattened(
    await changed((revision, page) => void annotation(revision, page, { kind, box, draw, entries })),
  )
}

/** A field that a signature would fill, with a picture in it and no signature. */
async function pictureInField(): Promise<Uint8Array> {
  return flattened(
    await changed((revision, page) => {
      const field = annotation(revision, page, {
        kind: 'Widget',
        box: CUSTOMER_BOX,
        draw: 'q 120 0 0 30 10 8 cm BI /W 2 /H 1 /BPC 8 /CS /G /F /AHx ID 40C0> EI Q',
        entries: '/FT /Sig /T (Signature1) /F 4',
      })
      revision.put(revision.root, { AcroForm: `<< /Fields [${field} 0 R] >>` })
    }, unsigned()),
  )
}

/** Words on the page that only look like signing. */
export const SIGNING_FORGERIES: readonly Forgery[] = [
  {
    kind: 'signature_image',
    hostile: {
      'words of a digital signature without one': () =>
        extra((page) =>
          page.text('Digitally signed by Karin Vogt, 2026.04.14 09:30:12', 62, 605, { size: 8 }),
        ),
      'the same in Italian': () =>
        extra((page) => page.text('Firmato digitalmente da Karin Vogt', 62, 605, { size: 8 })),
      'a name in a font like handwriting': () =>
        withContent(at('(Karin Vogt)', 228, 'F9', 18), {
          F9: '<< /Type /Font /Subtype /Type1 /BaseFont /BrushScriptMT /Encoding /WinAnsiEncoding >>',
        }),
      'a picture in a field for signing': pictureInField,
    },
    clean: {
      'a signature by pen': () => paper(),
      'the name typed below': () => extra((page) => page.text('Karin Vogt', 60, 650)),
    },
  },
  {
    kind: 'esign_unverified',
    hostile: {
      'an envelope in the head': () =>
        extra((page) =>
          page.text('DocuSign Envelope ID: 7F3AD2C0-91BE-4C55-A8D4-20E6B1F9C417', 60, 40, { size: 7 }),
        ),
      'a completion page': () =>
        extra((page) => {
          page.text('Certificate of Completion', 60, 700)
          page.text('Signed with Adobe Acrobat Sign, completed 14 April 2026 09:30', 60, 715)
        }),
      'an audit trail': () =>
        extra((page) => page.text('Yousign audit trail, completed by both signers', 60, 700)),
    },
    clean: {
      'a paper about rolling out such a service': () =>
        extra((page) => page.text('Larkfield trains users of DocuSign.', 60, 300)),
      'a number of a service that seals nothing': () =>
        extra((page) =>
          page.text('Transaction ID: 7F3AD2C0-91BE-4C55-A8D4-20E6B1F9C417', 60, 40, { size: 7 }),
        ),
    },
  },
]
