import type { ReaderPiece, ReadLimits } from '../pieces.ts'
import { type OfficePackage, readingPackage } from './officePackage.ts'
import { readSheets } from './sheets.ts'

/** Reads a workbook, one page a sheet. Hidden sheets, rows and columns are there and hidden. */
export function readXlsx(bytes: Uint8Array, limits: ReadLimits): AsyncGenerator<ReaderPiece> {
  return readingPackage(bytes, (file: OfficePackage) => readSheets(file, limits))
}
