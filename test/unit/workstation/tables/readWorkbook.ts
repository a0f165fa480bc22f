import { XMLParser } from 'fast-xml-parser'
import { unzipSync } from 'fflate'

export interface ReadCell {
  /** `s` and `inlineStr` are texts; none = a number. */
  readonly type: string
  readonly text: string
  /** Its number format; null = the general one. */
  readonly format: string | null
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  isArray: (name) => ['row', 'c', 'si', 'xf', 'numFmt', 'col'].includes(name),
})

type Node = { readonly [name: string]: unknown }
const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? value : [])
const node = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {})
const text = (value: unknown): string => {
  if (typeof value === 'object' && value !== null) return text((value as Node)['#text'])
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The sheet of a workbook as a program reads it that knows the format and nothing of ours. */
export function readWorkbook(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  const xml = (name: string) => node(parser.parse(new TextDecoder().decode(files[name])))
  const shared = list(node(xml('xl/sharedStrings.xml')['sst'])['si']).map(({ t }) => unescaped(text(t)))
  const styles = node(xml('xl/styles.xml')['styleSheet'])
  const formats = new Map(
    list(node(styles['numFmts'])['numFmt']).map((each) => [text(each['numFmtId']), text(each['formatCode'])]),
  )
  const looks = list(node(styles['cellXfs'])['xf']).map((each) => formats.get(text(each['numFmtId'])) ?? null)
  const sheet = node(xml('xl/worksheets/sheet1.xml')['worksheet'])
  const rows = list(node(sheet['sheetData'])['row']).map(
    (row) =>
      new Map(
        list(row['c']).map((cell): [string, ReadCell] => {
          const type = text(cell['t'])
          const value = text(cell['v'])
          return [
            text(cell['r']).replace(/\d+/u, ''),
            {
              type,
              text:
                type === 's'
                  ? (shared[Number(value)] ?? '')
                  : type === 'inlineStr'
                    ? unescaped(text(node(cell['is'])['t']))
                    : value,
              format: looks[Number(text(cell['s']) || 0)] ?? null,
            },
          ]
        }),
      ),
  )
  return {
    rows,
    name: text(
      node(node(xml('xl/workbook.xml')['workbook'])['sheets'])['sheet'] &&
        node(node(node(xml('xl/workbook.xml')['workbook'])['sheets'])['sheet'])['name'],
    ),
    pane: node(node(node(sheet['sheetViews'])['sheetView'])['pane']),
    widths: list(node(sheet['cols'])['col']).map(({ width }) => Number(text(width))),
    hasFormula: new TextDecoder().decode(files['xl/worksheets/sheet1.xml']).includes('<f>'),
  }
}

/** How spreadsheets read `_x005F_` and its like. */
const unescaped = (value: string): string =>
  value.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
