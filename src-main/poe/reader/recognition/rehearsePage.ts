import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { recognisePage } from './recognisePage.ts'
import type { PageOrder } from './recognitionMessages.ts'
import type { Tesseract } from './tesseract.ts'

/** So often is the sheet read: both engines make fast code of what ran often, and that of WebAssembly is made beside the run. */
const TIMES = 3
/** At 200 dpi, as the sheet was drawn. */
const PER_POINT = 200 / 72

/** Reads a sheet of our own, so that a stranger's page is not the first that this process ever read. It changes no reading. */
export async function rehearsePage(
  engine: Tesseract,
  folders: { readonly modules: string; readonly ocr: string },
  isWanted: () => boolean,
): Promise<void> {
  const order = sheetOrder(gunzipSync(readFileSync(join(folders.ocr, 'rehearsal.pgm.gz'))))
  for (let time = 0; time < TIMES && isWanted(); time += 1) {
    await recognisePage(engine, folders.modules, order)
    // An order may have come meanwhile; it is heard only when this lets go.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** A grey picture in the plainest of formats: `P5`, its sides, its highest value, its bytes. */
function sheetOrder(file: Buffer): PageOrder {
  const head = /^P5\n(\d+) (\d+)\n255\n/.exec(file.toString('latin1', 0, 40))
  if (!head) throw new Error('The rehearsal sheet is no grey picture')
  const grey = file.subarray(head[0].length)
  const [width, height] = [Number(head[1]), Number(head[2])]
  const page = { width, height, grey, tints: null }
  return { page, perPoint: PER_POINT, languages: null, hint: '' }
}
