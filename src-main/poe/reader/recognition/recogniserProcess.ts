/**
 * Entry of a throw-away recogniser: takes pages as pixels, answers what stands on them. Bound as the parser is: no writes, no
 * foreign reads, no children, no threads, no add-ons, no network. `--modules=DIR` names the folder of packages, `--ocr=DIR` that of language data; with
 * `--rehearse` it reads a sheet of our own while it waits.
 */
import type { BegunPage } from './recognisePage.ts'
import type { RecogniseOrder } from './recognitionMessages.ts'
import { field, modulesDir, ocrDir, serve } from './servedProcess.ts'
import type { Tesseract } from './tesseract.ts'

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
  const [width, height, perPoint] = ['width', 'height', 'perPoint'].map((key) => Number(field(order, key)))
  const rgb = field(order, 'rgb')
  const [languages, hint] = [field(order, 'languages'), field(order, 'hint')]
  if (!(rgb instanceof Uint8Array) || !width || !height || !perPoint) return null
  if (rgb.length !== width * height * 3) return null
  return {
    kind: field(order, 'kind') === 'begin' ? 'begin' : 'recognise',
    width,
    height,
    perPoint,
    rgb,
    languages: typeof languages === 'string' ? languages : null,
    hint: typeof hint === 'string' ? hint : '',
  }
}
