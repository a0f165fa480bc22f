import { aSigner, type Signer } from './certificates.ts'
import {
  addForm,
  annotation,
  changed,
  flattened,
  type Forgery,
  HELVETICA,
  revised,
  unsigned,
} from './forgery.ts'
import { CUSTOMER_BOX, PARTNER_BOX, signPdf, type SigningParts } from './signedPdf.ts'

/** Who signs in the forgeries; made once a run. */
export interface Cast {
  readonly authority: Signer
  readonly customer: Signer
  readonly partner: Signer
  readonly stranger: Signer
}

export function aCast(): Cast {
  const authority = aSigner({ name: 'Made Test Authority' })
  const person = (name: string, organisation: string): Signer =>
    aSigner({ name, organisation, issuer: authority })
  return {
    authority,
    customer: person('Karin Vogt', 'Ottermill Paper GmbH'),
    partner: person('Owen Blake', 'Larkfield Systems Ltd'),
    stranger: person('T. Marlow', 'Notary Pool Ltd'),
  }
}

const MORE = 'BT /F1 10 Tf 60 400 Td (Larkfield also migrated SharePoint Online.) Tj ET'

/** Text that a later state puts on the page. */
const addText = (bytes: Uint8Array): Uint8Array =>
  revised(bytes, (revision, page) => {
    const font = revision.add(HELVETICA)
    addForm(
      revision,
      page,
      revision.addStream(
        `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >>`,
        MORE,
      ),
    )
  })

const addNote = (bytes: Uint8Array): Uint8Array =>
  revised(
    bytes,
    (revision, page) =>
      void annotation(revision, page, {
        kind: 'FreeText',
        box: [300, 300, 420, 330],
        draw: 'BT /F1 9 Tf 2 6 Td (agreed) Tj ET',
      }),
  )

/** Certificates and revocation lists for later, as long-term profiles add them. */
const addProof = (bytes: Uint8Array): Uint8Array =>
  revised(bytes, (revision) => {
    const proof = revision.add('<< /Type /DSS /Certs [] >>')
    revision.put(revision.root, { DSS: `${proof} 0 R` })
  })

export function signatureForgeries({ authority, customer, partner, stranger }: Cast): Forgery[] {
  const clock = aSigner({ name: 'Clock', issuer: authority, mayStampTime: true })
  const sign = async (parts: Partial<SigningParts> = {}, base = unsigned()): Promise<Uint8Array> =>
    signPdf(await base, { signer: customer, ...parts })
  const honest = { 'an honest signature': () => sign() }
  const otherwiseMade = {
    'a signature with a longer hash': () => sign({ hash: 'sha512' }),
    'a signature with a time stamp': () => sign({ stamp: { by: clock, at: '2026-04-14T09:30:05Z' } }),
  }
  const range = (spoil: SigningParts['range']) => () => sign(spoil ? { range: spoil } : {})
  return [
    {
      kind: 'signature_malformed',
      hostile: {
        'a range that does not begin at 0': range(([, b = 0, c = 0, d = 0]) => [1, b - 1, c, d]),
        'a range of nothing': range(() => [0, 0, 0, 0]),
        'a range behind the end': range(([a = 0, b = 0, c = 0]) => [a, b, c, 99_999_999]),
        'a range of two numbers': range(([a = 0, b = 0]) => [a, b]),
        'a container of zeros': () => sign({ container: () => new Uint8Array([0]) }),
      },
      clean: { ...honest, ...otherwiseMade },
    },
    {
      kind: 'changed_after_signing',
      hostile: {
        'text that came later': async () => addText(await sign()),
        'a note that came later': async () => addNote(await sign()),
        'a page that is gone': async () =>
          revised(await sign(), (revision) => {
            const pages = /\/Pages (\d+) 0 R/u.exec(revision.object(revision.root))?.[1]
            revision.put(Number(pages), { Kids: '[]', Count: '0' })
            revision.put(Number(pages), {
              Kids: `[${revision.add('<< /Type /Page /MediaBox [0 0 595 842] >>')} 0 R]`,
              Count: '1',
            })
          }),
        'one byte among those signed': async () => {
          const bytes = Buffer.from(await sign())
          bytes.write('0.9 0 0 rg', bytes.indexOf('/MediaBox') + 10, 'latin1')
          return bytes
        },
      },
      clean: {
        ...honest,
        'a second signature': async () =>
          signPdf(await sign(), { signer: partner, field: 'Signature2', box: PARTNER_BOX }),
        'proofs for later': async () => addProof(await sign()),
        'a time stamp of the document': async () =>
          signPdf(await sign(), {
            signer: clock,
            field: 'Stamp',
            box: null,
            subFilter: 'ETSI.RFC3161',
          }),
      },
    },
    {
      kind: 'signature_wrapping',
      hostile: {
        'an object in the gap': () => sign({ inGap: ' /Wrapped << /Type /Catalog /Pages 2 0 R >>' }),
        'words in the gap': () => sign({ inGap: ' /Note (not signed)' }),
        'a list in the gap': () => sign({ inGap: ` /Spare [${'0 '.repeat(200)}]` }),
      },
      clean: { ...honest, ...otherwiseMade },
    },
    {
      kind: 'shadow_content',
      hostile: {
        'a spare page': () =>
          sign({ along: (revision) => void revision.add('<< /Type /Page /MediaBox [0 0 595 842] >>') }),
        'a spare catalog': () =>
          sign({ along: (revision) => void revision.add(`<< /Type /Catalog /Pages 2 0 R >>`) }),
        'a spare drawing': () =>
          sign({
            along: (revision) =>
              void revision.addStream(
                '/Type /XObject /Subtype /Form /BBox [0 0 500 20]',
                '1 1 1 rg 0 0 500 20 re f',
              ),
          }),
        'fields over each other': async () =>
          flattened(await changed((revision, page) => twoFields(revision, page, 0))),
      },
      clean: {
        ...honest,
        'fields beside each other': async () =>
          flattened(await changed((revision, page) => twoFields(revision, page, 120))),
      },
    },
    {
      kind: 'certified_annotation',
      hostile: {
        'a note where comments are allowed': async () => addNote(await sign({ certifies: 3 })),
        'a signature that shows': async () =>
          signPdf(await sign({ certifies: 2 }), {
            signer: stranger,
            field: 'Sneaky',
            box: [60, 600, 500, 640],
          }),
        'a stamp': async () =>
          revised(
            await sign({ certifies: 2 }),
            (revision, page) =>
              void annotation(revision, page, {
                kind: 'Stamp',
                box: [60, 600, 500, 640],
                draw: '1 1 1 rg 0 0 440 40 re f',
              }),
          ),
      },
      clean: {
        'certified and left alone': () => sign({ certifies: 2 }),
        'proofs for later': async () => addProof(await sign({ certifies: 1 })),
      },
    },
    {
      kind: 'unsigned_revision',
      hostile: {
        'text that came later': async () => addText(await unsigned()),
        'another page': async () =>
          revised(await unsigned(), (revision, page) => {
            const pages = Number(/\/Pages (\d+) 0 R/u.exec(revision.object(revision.root))?.[1])
            const more = revision.add(`<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 595 842] >>`)
            revision.put(pages, { Kids: `[${page} 0 R ${more} 0 R]`, Count: '2' })
          }),
        'content written anew': async () =>
          revised(await unsigned(), (revision, page) =>
            revision.put(page, { Contents: `${revision.addStream('', 'q Q')} 0 R` }),
          ),
      },
      clean: {
        'a note that came later': async () => addNote(await unsigned()),
        'a signature that came later': () => sign(),
        'other metadata': async () => addProof(await unsigned()),
      },
    },
    {
      kind: 'wrong_signer',
      hostile: {
        'the partner’s person in the customer’s place': () => sign({ signer: partner }),
        'a stranger': () => sign({ signer: stranger }),
        'nobody vouches': () =>
          sign({ signer: aSigner({ name: 'Karin Vogt', organisation: 'Ottermill Paper GmbH' }) }),
        'a certificate that had ended': () =>
          sign({
            signer: aSigner({
              name: 'Karin Vogt',
              organisation: 'Ottermill Paper GmbH',
              issuer: authority,
              to: '2025-12-31T00:00:00Z',
            }),
          }),
      },
      clean: {
        ...honest,
        'each in his own place': async () =>
          signPdf(await sign({ box: CUSTOMER_BOX }), {
            signer: partner,
            field: 'Signature2',
            box: PARTNER_BOX,
          }),
      },
    },
  ]
}

function twoFields(
  revision: Parameters<Parameters<typeof changed>[0]>[0],
  page: number,
  apart: number,
): void {
  const field = (name: string, y: number): number => {
    const made = annotation(revision, page, {
      kind: 'Widget',
      box: [300, y, 420, y + 20],
      draw: `/Tx BMC BT /F1 9 Tf 2 6 Td (${name}) Tj ET EMC`,
      entries: `/FT /Tx /T (${name}) /V (${name}) /F 4`,
    })
    return made
  }
  const fields = [field('first', 300), field('second', 300 + apart)]
  revision.put(revision.root, { AcroForm: `<< /Fields [${fields.map((num) => `${num} 0 R`).join(' ')}] >>` })
}
