import { dirname, join, resolve } from 'node:path'
import { realpathSync } from 'node:fs'
import type { ReaderPlace, ReaderRole } from '../startReader.ts'

/** Where painter and recogniser start from, and what they load. The one place that knows these paths. */
export interface RecognitionPlace {
  readonly painter: ReaderPlace
  readonly painterRole: ReaderRole
  readonly recogniser: ReaderPlace
  readonly recogniserRole: ReaderRole
}

const PAINTER_PACKAGES = ['pdfjs-dist', '@napi-rs', 'sharp', '@img', 'detect-libc', 'semver']
const RECOGNISER_PACKAGES = ['tesseract.js-core', 'eld']

/** The entries stand beside the parser's: built, or in the source. The packages stand beside pdfjs-dist. */
export function recognitionPlace(reader: ReaderPlace): RecognitionPlace {
  const fromSource = reader.entry.endsWith('.ts')
  const folder = fromSource ? import.meta.dirname : dirname(reader.entry)
  const modules = dirname(realpathSync(resolve(reader.pdfjsDir)))
  const place = (built: string, source: string): ReaderPlace => ({
    ...reader,
    entry: join(folder, fromSource ? source : built),
    // From the source the entries import the parser and the word lists of the facts.
    codeFolders: fromSource ? [`${dirname(dirname(folder))}/`] : [],
  })
  const ocr = realpathSync(resolve(reader.ocrDir))
  const role = (packages: readonly string[]): Omit<ReaderRole, 'addOns'> => ({
    folders: [...packages.map((name) => `${join(modules, name)}/`), join(modules, 'package.json')],
    arguments: [`--modules=${modules}`],
  })
  const recogniser = role(RECOGNISER_PACKAGES)
  return {
    painter: place('painter.js', 'painterProcess.ts'),
    painterRole: { ...role(PAINTER_PACKAGES), addOns: true },
    recogniser: place('recogniser.js', 'recogniserProcess.ts'),
    recogniserRole: {
      folders: [...recogniser.folders, `${ocr}/`],
      arguments: [...recogniser.arguments, `--ocr=${ocr}`],
      addOns: false,
    },
  }
}
