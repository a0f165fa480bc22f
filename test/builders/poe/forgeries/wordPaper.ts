import { docxOf, type DocxOptions, paragraph } from '../officeFiles.ts'

const ORDER = [
  'Work order 17',
  'Customer: Ottermill Paper GmbH',
  'Supplier: Larkfield Systems Ltd',
  'Larkfield deploys Microsoft Teams for the 340 employees of both mills, migrates 41 distribution lists and trains 25 key users on site.',
  'For Ottermill Paper GmbH',
  'Date: 14 April 2026',
]

/** The same work order as a Word file, with this in its body besides. */
export const wordPaper = (more = '', options: DocxOptions = {}): Uint8Array =>
  docxOf(`${ORDER.map((text) => paragraph(text)).join('')}${more}`, options)
