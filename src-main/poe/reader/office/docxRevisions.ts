import { isRowUnseen } from './docxPlaces.ts'
import { childOf, elementsOf, type XmlElement } from './xml.ts'
import { ownEntry } from '../../facts/ownEntry.ts'

/** What was done to a row or cell without anybody having accepted it. */
export type Change = 'inserted' | 'deleted'

export interface TableRow {
  readonly row: XmlElement
  readonly change: Change | null
  readonly isUnseen: boolean
}

const CHANGES: Readonly<Record<string, Change>> = {
  ins: 'inserted',
  moveTo: 'inserted',
  cellIns: 'inserted',
  del: 'deleted',
  moveFrom: 'deleted',
  cellDel: 'deleted',
}
/** Rows and cells may stand in content controls and tracked changes of their own. */
const WRAPPERS: readonly string[] = [
  'sdt',
  'sdtContent',
  'customXml',
  'smartTag',
  'ins',
  'moveTo',
  'del',
  'moveFrom',
]

function inWrappers(
  element: XmlElement,
  name: string,
  change: Change | null = null,
): { found: XmlElement; change: Change | null }[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [{ found: child, change }]
    return WRAPPERS.includes(child.name)
      ? inWrappers(child, name, ownEntry(CHANGES, child.name) ?? change)
      : []
  })
}

const changeIn = (properties: XmlElement | null): Change | null =>
  elementsOf(properties).flatMap(({ name }) => ownEntry(CHANGES, name) ?? [])[0] ?? null

export const rowsOf = (table: XmlElement): TableRow[] =>
  inWrappers(table, 'tr').map(({ found, change }) => ({
    row: found,
    change: change ?? changeIn(childOf(found, 'trPr')),
    isUnseen: isRowUnseen(found),
  }))

export const cellsOf = (row: XmlElement): XmlElement[] => inWrappers(row, 'tc').map(({ found }) => found)

export const cellChange = (properties: XmlElement | null): Change | null => changeIn(properties)

/** Whether the end of a paragraph was put in, struck out or moved: then it is one with the next, or was. */
export const isMarkChanged = (properties: XmlElement | null): boolean =>
  changeIn(childOf(properties, 'rPr')) !== null
