import { readPdf } from './pdf/readPdf.ts'
import { packPiece } from './packWords.ts'
import { rehearsalSheet } from './rehearsalSheet.ts'

/** So often is the sheet read: the engine makes fast code of what ran often. */
const TIMES = 6

/** Reads a sheet of our own, so that the first page of a stranger's paper is not the first that this process ever read. */
export async function rehearse(pdfjsDir: string, isWanted: () => boolean): Promise<void> {
  const sheet = rehearsalSheet()
  for (let time = 0; time < TIMES && isWanted(); time += 1) {
    for await (const piece of readPdf(sheet, pdfjsDir, { withLook: false, pages: 2 })) packPiece(piece)
    // An order may have come meanwhile; it is heard only when this lets go.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
