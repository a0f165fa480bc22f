import { strToU8, type Zippable, zipSync } from 'fflate'

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface Link {
  readonly id: string
  readonly kind: string
  readonly target: string
  readonly external?: boolean
}

export function linksXml(links: readonly Link[]): string {
  const all = links.map(
    ({ id, kind, target, external }) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

/** A package of these parts. Same parts, same bytes. */
export function packageOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(parts))
    files[name] = [typeof content === 'string' ? strToU8(content) : content, { mtime: '2026-01-02' }]
  return zipSync(files)
}

export interface DocxOptions {
  readonly links?: readonly Link[]
  readonly styles?: string
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
  /** RRGGBB behind all pages. */
  readonly background?: string
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'

/** A Word file with this inside its body. */
export function docxOf(
  body: string,
  { links = [], styles, parts = {}, background }: DocxOptions = {},
): Uint8Array {
  const all = [...links, ...(styles ? [{ id: 'rStyles', kind: 'styles', target: 'styles.xml' }] : [])]
  return packageOf({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': linksXml([{ id: 'rId1', kind: 'officeDocument', target: 'word/document.xml' }]),
    'word/document.xml': `<?xml version="1.0"?><w:document ${NAMESPACES}>${background ? `<w:background w:color="${background}"/>` : ''}<w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': linksXml(all),
    ...(styles ? { 'word/styles.xml': `<w:styles ${NAMESPACES}>${styles}</w:styles>` } : {}),
    ...parts,
  })
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
export const paragraph = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((one) => (one.startsWith('<') ? one : run(one))).join('')}</w:p>`
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblGrid>${(rows[0] ?? []).map(() => '<w:gridCol w:w="4700"/>').join('')}</w:tblGrid>${rows
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`
/** A picture of this size in points. */
export const picture = (id: string, width: number, height: number): string =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="${width * 12_700}" cy="${height * 12_700}"/><a:graphic><a:blip r:embed="${id}"/></a:graphic></wp:inline></w:drawing></w:r>`

/** The head of a PNG; nothing reads its pixels. */
export function pngHead(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(64)
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

export interface SheetOptions {
  readonly name: string
  readonly rows: string
  readonly cols?: string
  readonly state?: string
}

export function xlsxOf(
  sheets: readonly SheetOptions[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const links = sheets.map((_, i) => ({
    id: `rId${i + 1}`,
    kind: 'worksheet',
    target: `worksheets/s${i + 1}.xml`,
  }))
  const listed = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${state ? ` state="${state}"` : ''}/>`,
  )
  return packageOf({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': linksXml([{ id: 'rId1', kind: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': linksXml([
      ...links,
      { id: 'rIdS', kind: 'styles', target: 'styles.xml' },
      { id: 'rIdT', kind: 'sharedStrings', target: 'sharedStrings.xml' },
    ]),
    'xl/styles.xml': '<styleSheet/>',
    'xl/sharedStrings.xml': '<sst/>',
    ...Object.fromEntries(
      sheets.map(({ rows, cols = '' }, i) => [
        `xl/worksheets/s${i + 1}.xml`,
        `<worksheet><cols>${cols}</cols><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...parts,
  })
}
