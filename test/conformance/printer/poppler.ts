import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { aTempFolder } from '../../builders/tempFolder.ts'

async function ask(
  program: string,
  pdf: Uint8Array,
  before: readonly string[],
  after: readonly string[] = [],
) {
  const file = join(aTempFolder(), 'printed.pdf')
  writeFileSync(file, pdf)
  return (await promisify(execFile)(program, [...before, file, ...after])).stdout
}

/** The words of a PDF as another program than ours reads them. */
export const textOfPdf = (pdf: Uint8Array): Promise<string> => ask('pdftotext', pdf, ['-layout'], ['-'])

/** `Tagged: yes` and the like. */
export const pdfInfo = (pdf: Uint8Array): Promise<string> => ask('pdfinfo', pdf, [])

/** The tree of its tags. */
export const pdfTags = (pdf: Uint8Array): Promise<string> => ask('pdfinfo', pdf, ['-struct'])

export const pdfImages = (pdf: Uint8Array): Promise<string> => ask('pdfimages', pdf, ['-list'])
