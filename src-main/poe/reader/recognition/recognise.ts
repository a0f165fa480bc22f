import type { FactFlag } from '../../facts/documentFacts.ts'
import type { DocumentType } from '../../facts/factWords.ts'
import { pageSpace, type PageSpace } from '../pdf/pageSpace.ts'
import type { BoundWorker } from './boundWorker.ts'
import {
  Begun,
  Examined,
  Opened,
  PartRead,
  Recognised,
  RecognisedPage,
  Scanned,
  TooLarge,
} from './recognitionAnswers.ts'
import type { RecognitionLimits } from './recognitionLimits.ts'
import type { PaintOrder, RecogniseOrder } from './recognitionMessages.ts'
import type { RecognitionPlace } from './recognitionPlace.ts'
import { type SpareWorkers, startWorker, type WorkerKind } from './spareWorkers.ts'
import { type UprightSpace, uprightSpace } from './uprightSpace.ts'

export interface PageReading {
  readonly read: RecognisedPage
  readonly space: UprightSpace
  readonly perPoint: number
}

export interface Recognition {
  /** By page number; pages that took too long or failed are missing. */
  readonly pages: ReadonlyMap<number, PageReading>
  /** Pages of the document as the painter counts them; null when it does not open. */
  readonly pageCount: number | null
  /** Of picture files alone. */
  readonly flags: readonly FactFlag[]
  /** A picture file with more pixels or frames than are decoded: nothing of it was. */
  readonly tooLarge: boolean
}

export interface RecognitionTask {
  readonly bytes: Uint8Array
  readonly type: DocumentType
  /** Pages to read; null = all there are. */
  readonly wanted: readonly number[] | null
  /** Text of the document that stands in no picture. */
  readonly hint: string
}

/** One document's recognition: a painter and up to two recognisers, all thrown away afterwards. */
export class DocumentRecognition {
  readonly #place: RecognitionPlace
  readonly #limits: RecognitionLimits
  readonly #isAwaited: boolean
  readonly #spares: SpareWorkers | null
  readonly #workers = new Set<BoundWorker>()
  readonly #pages = new Map<number, PageReading>()
  readonly #until: number
  #recognisers = 1
  #painting: Promise<unknown> = Promise.resolve()
  #painter: BoundWorker

  /**
   * `isAwaited`: somebody looks at its claim; otherwise it is read ahead, with one recogniser, when nobody else wants the machine.
   * `spares`: who stands by; null = everybody is started anew.
   */
  constructor(
    place: RecognitionPlace,
    limits: RecognitionLimits,
    { isAwaited, spares }: { readonly isAwaited: boolean; readonly spares: SpareWorkers | null },
  ) {
    this.#place = place
    this.#limits = isAwaited ? limits : { ...limits, recognisers: 1 }
    this.#isAwaited = isAwaited
    this.#spares = spares
    this.#until = performance.now() + limits.allMs
    this.#painter = this.#start('painter')
  }

  /** How many read side by side; known once it has run. */
  get recognisers(): number {
    return this.#recognisers
  }

  /** Never rejects because of a document. */
  async run(task: RecognitionTask): Promise<Recognition> {
    try {
      // Its engine loads while the first page is painted.
      const lane = new Lane(() => this.#start('recogniser'))
      const order: PaintOrder = { kind: 'open', bytes: task.bytes, type: task.type }
      const answer = await this.#painter.ask(order, this.#left())
      const opened = Opened.safeParse(answer)
      if (!opened.success)
        return {
          pages: this.#pages,
          pageCount: null,
          flags: [],
          tooLarge: TooLarge.safeParse(answer).success,
        }
      const all = Array.from({ length: opened.data.pages }, (_, i) => i + 1)
      const wanted = (task.wanted ?? all).filter((page) => page <= opened.data.pages)
      const reading = this.#readAll(lane, wanted.slice(0, this.#limits.pages), task.hint)
      // Behind the first page, so that it is looked at while that is read.
      const examining = task.wanted === null ? this.#examine() : []
      await reading
      return { pages: this.#pages, pageCount: opened.data.pages, flags: await examining, tooLarge: false }
    } finally {
      this.close()
    }
  }

  close(): void {
    for (const worker of this.#workers) worker.kill()
    this.#workers.clear()
  }

  /** The first page tells the language of the others, so that no order of events decides what is read. */
  async #readAll(lane: Lane, wanted: readonly number[], hint: string): Promise<void> {
    const [first] = wanted
    if (first === undefined) return
    const lanes = [
      lane,
      ...Array.from(
        // A page that is alone is shared by two.
        { length: Math.min(Math.max(2, wanted.length), this.#limits.recognisers) - 1 },
        () => new Lane(() => this.#start('recogniser')),
      ),
    ]
    this.#recognisers = lanes.length
    const pages = this.#paintAhead(wanted)
    if (wanted.length === 1) return this.#readAlone(lanes, first, await pages.next().value?.painted, hint)
    const readNext = async (own: Lane, languages: string | null): Promise<boolean> => {
      const page = this.#left() > 0 ? pages.next().value : undefined
      if (page) await this.#readPage(own, page.number, await page.painted, languages, hint)
      return page !== undefined
    }
    const order = orderOf(await pages.next().value?.painted, { kind: 'begin', languages: null, hint })
    const begun = order && (await this.#begin(lane, first, order))
    const finished = begun?.finish(null)
    const told = begun?.languages ?? null
    if (told === null) await finished
    const languages = told ?? this.#pages.get(first)?.read.languages ?? null
    await Promise.all(
      lanes.map(async (own) => {
        if (own === lane) await finished
        while (await readNext(own, languages));
      }),
    )
  }

  /** Reads so much of a page that its language is known, as a rule; null = it could not be read. */
  async #begin({ worker }: Lane, number: number, order: PageOrder): Promise<Begin | null> {
    const begun = Begun.safeParse(await worker.ask(order.send, this.#limit()))
    if (!begun.success) return null
    const { languages, parts } = begun.data
    const finish = async (lines: Lines | null): Promise<void> =>
      this.#keep(number, order, await worker.ask({ kind: 'finish', lines }, this.#limit(languages)))
    return { languages, parts, finish }
  }

  /** While one recogniser learns the page's language it is laid to another; then each reads a part of it. */
  async #readAlone(
    [lane, other]: readonly Lane[],
    number: number,
    painted: unknown,
    hint: string,
  ): Promise<void> {
    const order = orderOf(painted, { kind: 'begin', languages: null, hint })
    if (!order || !lane) return
    const beginning = this.#begin(lane, number, order)
    const laid = other?.worker.ask({ ...order.send, kind: 'lay' }, this.#limit())
    const begun = await beginning
    if (begun === null) return
    const { languages, parts } = begun
    if (languages === null || parts === 1 || !other) return begun.finish(null)
    const [upper, lower] = await Promise.all([
      this.#readPart(lane, languages, 0),
      laid?.then(() => this.#readPart(other, languages, 1)),
    ])
    await begun.finish(upper && lower ? [...upper, ...lower] : null)
  }

  async #readPart({ worker }: Lane, languages: string, part: number): Promise<Lines | null> {
    const read = PartRead.safeParse(
      await worker.ask({ kind: 'part', languages, part }, this.#limit(languages)),
    )
    return read.success ? read.data.lines : null
  }

  /** While a page is read the next one is painted. */
  *#paintAhead(numbers: readonly number[]): Generator<PageAhead, undefined> {
    let ahead: Promise<unknown> | null = null
    for (const [i, number] of numbers.entries()) {
      const painted: Promise<unknown> = ahead ?? this.#paint(number)
      const next = numbers[i + 1]
      ahead = next === undefined ? null : this.#paint(next)
      yield { number, painted }
    }
    return undefined
  }

  async #readPage(
    lane: Lane,
    number: number,
    answer: unknown,
    languages: string | null,
    hint: string,
  ): Promise<void> {
    const order = orderOf(answer, { kind: 'recognise', languages, hint })
    if (order) this.#keep(number, order, await lane.worker.ask(order.send, this.#limit(languages)))
  }

  /** What a recogniser answered is believed once its schema did. */
  #keep(number: number, { shown, send }: PageOrder, answer: unknown): void {
    const recognised = Recognised.safeParse(answer)
    const read = recognised.success ? RecognisedPage.safeParse(parseJson(recognised.data.json)) : null
    if (!read?.success) return
    const space = uprightSpace(shown, read.data.turned)
    this.#pages.set(number, { read: read.data, perPoint: send.perPoint, space })
  }

  /** A page whose language nobody told yet is read twice, in part at least. */
  #limit(languages?: string | null): number {
    return Math.min(this.#limits.pageMs * (languages === null ? 2 : 1), this.#left())
  }

  /** Page after page: the painter has one pair of hands. */
  #paint(page: number): Promise<unknown> {
    const order: PaintOrder = { kind: 'scan', page }
    const next = this.#painting.then(() => this.#painter.ask(order, this.#limit()))
    this.#painting = next
    return next
  }

  async #examine(): Promise<readonly FactFlag[]> {
    const next = this.#painting.then(() =>
      this.#painter.ask({ kind: 'examine' } satisfies PaintOrder, this.#limit()),
    )
    this.#painting = next
    const examined = Examined.safeParse(await next)
    return examined.success ? examined.data.flags : []
  }

  #left(): number {
    return this.#until - performance.now()
  }

  #start(kind: WorkerKind): BoundWorker {
    const fresh = () => startWorker(kind, this.#place, this.#limits, { isAwaited: this.#isAwaited })
    const worker = this.#spares?.take(kind) ?? fresh()
    this.#workers.add(worker)
    return worker
  }
}

interface PageAhead {
  readonly number: number
  readonly painted: Promise<unknown>
}

type Lines = RecognisedPage['lines']

interface Begin {
  /** Null = only the whole page will tell. */
  readonly languages: string | null
  readonly parts: number
  /** With the lines of all parts; null = whoever began reads them. */
  finish(lines: Lines | null): Promise<void>
}

interface PageOrder {
  readonly send: RecogniseOrder
  readonly shown: PageSpace
}

/** What to ask about a page as the painter answered it; null = that was no page. */
function orderOf(
  answer: unknown,
  { kind, languages, hint }: Pick<RecogniseOrder, 'kind' | 'languages' | 'hint'>,
): PageOrder | null {
  const scanned = Scanned.safeParse(answer)
  if (!scanned.success) return null
  const { tones, view, rotate, userUnit } = scanned.data.page
  const shown = pageSpace(view, rotate, userUnit)
  const perPoint = tones.width / shown.width
  return { send: { kind, page: tones, perPoint, languages, hint: hint.slice(0, 4000) }, shown }
}

/** One recogniser at a time; one that was killed over a page is replaced for the next. */
class Lane {
  readonly #start: () => BoundWorker
  #worker: BoundWorker

  constructor(start: () => BoundWorker) {
    this.#start = start
    this.#worker = start()
  }

  get worker(): BoundWorker {
    if (!this.#worker.isAlive) this.#worker = this.#start()
    return this.#worker
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
