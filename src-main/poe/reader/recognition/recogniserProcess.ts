/**
 * Entry of a throw-away recogniser: takes pages as pixels, answers what stands on them. Bound as the parser is: no writes, no
 * foreign reads, no children, no threads, no add-ons, no network. `--modules=DIR` names the folder of packages, `--ocr=DIR` that of language data; with
 * `--rehearse` it reads a sheet of our own while it waits.
 */
import type { BegunPage } from './recognisePage.ts'
import type { RecogniseOrder } from './recognitionMessages.ts'
import { field, modulesDir, ocrDir, serve } from './servedProcess.ts'
import type { Tesseract } from './tesseract.ts'
import type { Tones } from './tones.ts'

let isAsked = false
let begun: BegunPage | null = null

serve(async (order) => {
  isAsked = true
  if (field(order, 'kind') !== 'finish') {
    const wanted = orderOf(order)
    if (!wanted) throw new Error('Not an order')
    const { beginPage } = await import('./recognisePage.ts')
    begun = await beginPage(await engine, modulesDir, wanted)
    if (wanted.kind === 'begin') return { kind: 'begun', languages: begun.languages }
  }
  const page = begun
  begun = null
  if (page === null) throw new Error('No page was begun')
  return { kind: 'recognised', json: JSON.stringify(await page.finish()) }
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
    kind: field(order, 'kind') === 'begin' ? 'begin' : 'recognise',
    page,
    perPoint,
    languages: typeof languages === 'string' ? languages : null,
    hint: typeof hint === 'string' ? hint : '',
  }
}

function tonesIn(page: unknown): Tones | null {
  const [width, height] = [Number(field(page, 'width')), Number(field(page, 'height'))]
  const [grey, tints] = [field(page, 'grey'), field(page, 'tints')]
  const isPlane = (plane: unknown): plane is Uint8Array =>
    plane instanceof Uint8Array && plane.length === width * height
  if (!isPlane(grey) || (tints !== null && !isPlane(tints))) return null
  return { width, height, grey, tints }
}
