/**
 * Entry of a throw-away recogniser: takes pages as pixels, answers what stands on them. Bound as the parser is: no writes, no
 * foreign reads, no children, no threads, no add-ons, no network. `--modules=DIR` names the folder of packages, `--ocr=DIR` that of language data; with
 * `--rehearse` it reads a sheet of our own while it waits.
 */
import type { BegunPage, LaidPage } from './recognisePage.ts'
import { RECOGNISE_KINDS, type RecogniseOrder } from './recognitionMessages.ts'
import { field, modulesDir, ocrDir, serve } from './servedProcess.ts'
import type { ReadLine, Tesseract } from './tesseract.ts'
import type { Tones } from './tones.ts'

let isAsked = false
let laid: LaidPage | null = null
let begun: BegunPage | null = null

serve(async (order) => {
  isAsked = true
  const { beginPage, layPage, readPartOf } = await import('./recognisePage.ts')
  const kind = field(order, 'kind')
  if (kind === 'part') {
    if (laid === null) throw new Error('No page was laid')
    const lines = readPartOf(laid, String(field(order, 'languages')), Number(field(order, 'part')))
    return { kind: 'lines', lines }
  }
  if (kind !== 'finish') {
    const wanted = orderOf(order)
    if (!wanted) throw new Error('Not an order')
    laid = layPage(await engine, wanted)
    if (wanted.kind === 'lay') return { kind: 'laid' }
    begun = await beginPage(laid, modulesDir, wanted)
    if (wanted.kind === 'begin') return { kind: 'begun', languages: begun.languages, parts: begun.parts }
  }
  const page = begun
  begun = null
  laid = null
  if (page === null) throw new Error('No page was begun')
  const lines = field(order, 'lines')
  return { kind: 'recognised', json: JSON.stringify(await page.finish(isLines(lines) ? lines : null)) }
})

// After the network was refused, before the first order: the page is still being painted.
const engine: Promise<Tesseract> = import('./tesseract.ts').then((module) =>
  module.Tesseract.load(modulesDir, ocrDir),
)
const isReady = engine.then(() => import('./recognisePage.ts').then((module) => module.getReady(modulesDir)))
if (process.argv.includes('--rehearse'))
  isReady
    .then(async () => {
      const { rehearsePage } = await import('./rehearsePage.ts')
      await rehearsePage(await engine, { modules: modulesDir, ocr: ocrDir }, () => !isAsked)
    })
    .catch(() => undefined)
else isReady.catch(() => undefined)

function orderOf(order: unknown): RecogniseOrder | null {
  const page = tonesIn(field(order, 'page'))
  const perPoint = Number(field(order, 'perPoint'))
  const [languages, hint] = [field(order, 'languages'), field(order, 'hint')]
  if (page === null || !perPoint) return null
  return {
    kind: RECOGNISE_KINDS.find((kind) => kind === field(order, 'kind')) ?? 'recognise',
    page,
    perPoint,
    languages: typeof languages === 'string' ? languages : null,
    hint: typeof hint === 'string' ? hint : '',
  }
}

/** As another of these processes read them and the parent's schema let them pass. */
const isLines = (lines: unknown): lines is readonly ReadLine[] => Array.isArray(lines)

function tonesIn(page: unknown): Tones | null {
  const [width, height] = [Number(field(page, 'width')), Number(field(page, 'height'))]
  const [grey, tints] = [field(page, 'grey'), field(page, 'tints')]
  const isPlane = (plane: unknown): plane is Uint8Array =>
    plane instanceof Uint8Array && plane.length === width * height
  if (!isPlane(grey) || (tints !== null && !isPlane(tints))) return null
  return { width, height, grey, tints }
}
