/**
 * The thread that makes workbooks: packing 100,000 rows takes seconds, and the window would wait for them.
 */
import { parentPort } from 'node:worker_threads'
import { beginSheetFile, type SheetFile } from './sheetFile.ts'
import type { SheetMessage } from './sheetMessages.ts'

/** What is left to do, in the order in which it was said; what fails ends the thread, which its owner hears. */
let file: Promise<SheetFile> | null = null

parentPort?.on('message', (message: SheetMessage) => {
  if (message.say === 'begin') {
    file = beginSheetFile(message.title, message.heads)
    return
  }
  file =
    file?.then((begun) => {
      if (message.say === 'rows') begun.add(message.rows)
      else handOver(begun.finish())
      return begun
    }) ?? null
})

const handOver = (bytes: Uint8Array<ArrayBuffer>): void => parentPort?.postMessage(bytes, [bytes.buffer])
