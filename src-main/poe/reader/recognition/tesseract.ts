import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Plane } from './pixels.ts'
import type { PixelBox } from './ruledLines.ts'

export interface ReadWord {
  readonly text: string
  readonly box: PixelBox
  /** 0..1. */
  readonly confidence: number
}

/** A line as the engine sees it; words in its order. */
export interface ReadLine {
  readonly words: readonly ReadWord[]
}

/** The part of the engine's own interface that is used. */
interface Api {
  Init(path: null, languages: string, mode: number, config: undefined): number
  SetVariable(name: string, value: string): unknown
  SetImageFile(exif: number, angle: number): number
  Recognize(monitor: null): number
  GetJSONText(): string
  End(): void
}
interface Core {
  readonly FS: { writeFile(path: string, data: Uint8Array): void }
  readonly TessBaseAPI: new () => Api
}

/** Not the one with relaxed SIMD: there the processor may round as it likes, and the same bytes give other words elsewhere. */
const CORE = 'tesseract.js-core/tesseract-core-simd-lstm.js'
const LSTM_ONLY = 1
/** Columns and blocks are found, no orientation or script. */
const AUTO = '3'

/** Character recognition in this process: the engine's core without its workers, data from the product, never from a network. */
export class Tesseract {
  readonly #core: Core
  readonly #data: string
  readonly #known = new Set<string>()
  #api: Api | null = null
  #languages = ''

  private constructor(core: Core, data: string) {
    this.#core = core
    this.#data = data
  }

  /** `modules` is the folder of packages, `data` that of language data. */
  static async load(modules: string, data: string): Promise<Tesseract> {
    const start: (options: object) => Promise<Core> = createRequire(join(modules, 'package.json'))(CORE)
    return new Tesseract(await start({ print: silent, printErr: silent }), data)
  }

  /** `part` limits the reading to a box of the page; places are then those of the part. */
  read(page: Plane, languages: string, dpi: number, part: PixelBox | null = null): ReadLine[] {
    const api = this.#ready(languages)
    const { width, height, data } = part ? cropped(page, part) : page
    const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
    this.#core.FS.writeFile('/input', Buffer.concat([head, data]))
    api.SetVariable('user_defined_dpi', String(Math.round(dpi)))
    api.SetVariable('tessedit_pageseg_mode', AUTO)
    if (api.SetImageFile(1, 0) === 1) throw new Error('The engine refuses the picture')
    api.Recognize(null)
    return linesOf(JSON.parse(api.GetJSONText()))
  }

  #ready(languages: string): Api {
    if (this.#api && this.#languages === languages) return this.#api
    for (const language of languages.split('+')) this.#load(language)
    this.#api?.End()
    this.#api = new this.#core.TessBaseAPI()
    if (this.#api.Init(null, languages, LSTM_ONLY, undefined) !== 0)
      throw new Error(`No data for ${languages}`)
    this.#languages = languages
    return this.#api
  }

  #load(language: string): void {
    if (this.#known.has(language)) return
    const file = join(this.#data, `${language}.traineddata.gz`)
    this.#core.FS.writeFile(`./${language}.traineddata`, gunzipSync(readFileSync(file)))
    this.#known.add(language)
  }
}

function cropped({ width, data }: Plane, [x0, y0, x1, y1]: PixelBox): Plane {
  const part = new Uint8Array((x1 - x0) * (y1 - y0))
  for (let y = y0; y < y1; y += 1)
    part.set(data.subarray(y * width + x0, y * width + x1), (y - y0) * (x1 - x0))
  return { width: x1 - x0, height: y1 - y0, data: part }
}

const silent = (): void => undefined

const get = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
const list = (value: unknown, key: string): unknown[] => {
  const found = get(value, key)
  return Array.isArray(found) ? found : []
}

function linesOf(answer: unknown): ReadLine[] {
  return list(answer, 'blocks')
    .flatMap((block) => list(block, 'paragraphs'))
    .flatMap((paragraph) => list(paragraph, 'lines'))
    .map((line) => ({ words: list(line, 'words').flatMap(wordOf) }))
    .filter(({ words }) => words.length > 0)
}

function wordOf(word: unknown): ReadWord[] {
  const text = get(word, 'text')
  const box = get(word, 'bbox')
  const side = (key: string): number => Number(get(box, key) ?? 0)
  if (typeof text !== 'string' || text.trim() === '') return []
  const confidence = Math.min(1, Math.max(0, Number(get(word, 'confidence')) / 100))
  return [{ text: text.trim(), box: [side('x0'), side('y0'), side('x1'), side('y1')], confidence }]
}
