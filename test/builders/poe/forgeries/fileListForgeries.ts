import { annotation, changed, flattened, type Forgery, paper } from './forgery.ts'

interface Lists {
  /** Entries of the trailer's list. */
  readonly info?: string
  /** Entries of the XMP packet. */
  readonly xmp?: string
}

/** A paper with what it says of itself, in one list or in both. */
async function listed({ info, xmp }: Lists): Promise<Uint8Array> {
  let made = 0
  const bytes = flattened(
    await changed((revision) => {
      if (info !== undefined) made = revision.add(`<< ${info} >>`)
      if (xmp === undefined) return
      const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><rdf:Description>${xmp}</rdf:Description></rdf:RDF></x:xmpmeta>`
      const stream = revision.addStream('/Type /Metadata /Subtype /XML', packet)
      revision.put(revision.root, { Metadata: `${stream} 0 R` })
    }),
  )
  if (made === 0) return bytes
  const text = Buffer.from(bytes).toString('latin1')
  return Buffer.from(text.replace(/(trailer\n<< )/u, `$1/Info ${made} 0 R `), 'latin1')
}

const dates = (created: string, modified: string): string =>
  `/CreationDate (D:${created}) /ModDate (D:${modified})`
const inXmp = (created: string, modified: string): string =>
  `<xmp:CreateDate>${created}</xmp:CreateDate><xmp:ModifyDate>${modified}</xmp:ModifyDate>`
const HONEST = dates("20260409080000+02'00'", "20260414163000+02'00'")

/** Dates and programs that a file names of itself and that do not fit. */
const DATES: Forgery = {
  kind: 'metadata_dates',
  hostile: {
    'made after it came in': () => listed({ info: dates('20271201080000Z', '20271201080000Z') }),
    'changed after it came in': () => listed({ info: dates('20260409080000Z', '20271201080000Z') }),
    'changed before it was made': () => listed({ info: dates('20260414080000Z', '20250414080000Z') }),
    'closed before it was signed': () => listed({ info: dates('20250409080000Z', '20250409090000Z') }),
    'another day of making in XMP': () =>
      listed({ info: HONEST, xmp: inXmp('2025-01-09T08:00:00+02:00', '2026-04-14T16:30:00+02:00') }),
    'another day of change in XMP': () =>
      listed({ info: HONEST, xmp: inXmp('2026-04-09T08:00:00+02:00', '2026-07-14T16:30:00+02:00') }),
    'made by a painting program': () => listed({ info: `${HONEST} /Producer (Adobe Photoshop 25.0)` }),
    'passed through an editor': () => listed({ info: `${HONEST} /Producer (SEJDA 3.2)` }),
    'an editor that only XMP names': () =>
      listed({ info: HONEST, xmp: '<pdf:Producer>PDF-XChange Editor 10</pdf:Producer>' }),
  },
  clean: {
    'two lists that say one thing': () =>
      listed({ info: HONEST, xmp: inXmp('2026-04-09T08:00:00+02:00', '2026-04-14T16:30:00+02:00') }),
    'the same instants in another zone': () =>
      listed({ info: HONEST, xmp: inXmp('2026-04-08T23:00:00-07:00', '2026-04-14T14:30:00Z') }),
    'a zone that one list leaves out': () =>
      listed({ info: HONEST, xmp: inXmp('2026-04-09T08:00:00', '2026-04-14T16:30:00') }),
    'made by a word processor': () =>
      listed({ info: `${HONEST} /Producer (Microsoft Word for Microsoft 365) /Creator (Microsoft Word)` }),
    'made by what prints and scans': () => listed({ info: `${HONEST} /Producer (Acrobat Distiller 23.1)` }),
    'a list without dates': () => listed({ info: '/Producer (LibreOffice 7.4)' }),
  },
}

interface Form {
  readonly template?: string
  readonly data?: string
  /** What the page's own field shows of the seats. */
  readonly shown?: string
  readonly whole?: boolean
}

/** A paper with a form behind it, as packets or in one piece. */
async function withXfa({ template = '', data = '', shown, whole = false }: Form): Promise<Uint8Array> {
  const head = '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">'
  const form = `<template><subform name="form1">${template}</subform></template>`
  const values = `<xfa:datasets xmlns:xfa="d"><xfa:data><form1>${data}</form1></xfa:data></xfa:datasets>`
  return flattened(
    await changed((revision, page) => {
      const part = (text: string): string => `${revision.addStream('', text)} 0 R`
      const packets = whole
        ? part(`${head}${form}${values}</xdp:xdp>`)
        : `[(preamble) ${part(head)} (template) ${part(form)} (datasets) ${part(values)} (postamble) ${part('</xdp:xdp>')}]`
      const field =
        shown === undefined
          ? ''
          : `${annotation(revision, page, {
              kind: 'Widget',
              box: [300, 400, 480, 420],
              draw: `/Tx BMC BT /F1 9 Tf 2 6 Td (${shown}) Tj ET EMC`,
              entries: `/FT /Tx /T (seats[0]) /V (${shown}) /F 4`,
            })} 0 R`
      revision.put(revision.root, { AcroForm: `<< /Fields [${field}] /XFA ${packets} >>` })
    }),
  )
}

const printed = (text: string, presence = ''): string =>
  `<draw${presence}><value><text>${text}</text></value></draw>`

const XFA: Forgery = {
  kind: 'xfa_form',
  hostile: {
    'a form with other words than the page': () =>
      withXfa({ template: printed('Nothing was deployed at all') }),
    'other data than the page shows': () => withXfa({ data: '<seats>500</seats>', shown: '50' }),
    'a form in one piece': () => withXfa({ template: printed('Brackwater Foods GmbH'), whole: true }),
    'a form that says the same': () => withXfa({ template: printed('Work order 17') }),
    'a form that no parser reads': () => withXfa({ template: '<draw>' }),
  },
  clean: {
    'a paper without a form': () => paper(),
    'a form of fields alone': async () =>
      flattened(await changed((revision) => revision.put(revision.root, { AcroForm: '<< /Fields [] >>' }))),
    'an entry that holds nothing': async () =>
      flattened(
        await changed((revision) => revision.put(revision.root, { AcroForm: '<< /Fields [] /XFA null >>' })),
      ),
  },
}

/** Papers with a form behind the page, for tests of what is quoted from it. */
export const xfaPapers = {
  otherWords: () => withXfa({ template: printed('Nothing was deployed at all') }),
  otherDatum: () => withXfa({ data: '<seats>500</seats>', shown: '50' }),
  sameWords: () => withXfa({ template: printed('Work order 17'), data: '<seats>50</seats>', shown: '50' }),
  unseenWords: () => withXfa({ template: printed('Nothing was deployed', ' presence="hidden"') }),
}

/** Tricks with what stands in a PDF beside its pages. */
export const FILE_LIST_FORGERIES: readonly Forgery[] = [DATES, XFA]
