import type { ChildProcess } from 'node:child_process'
import type { DocumentType, ReadReason } from '../facts/factWords.ts'
import type { ReaderAnswer } from './gatherFacts.ts'
import { weightOf } from './packedWords.ts'
import { watchProcess } from './processBounds.ts'
import type { ReaderLimits } from './readerLimits.ts'
import type { ReadOrder } from './readerMessages.ts'
import { type ReaderPlace, type ReaderRole, startReader } from './startReader.ts'

const REHEARSING: ReaderRole = { folders: [], addOns: false, arguments: ['--rehearse'] }
/** More answer text than this comes from no honest document within the other limits. */
const MOST_ANSWER_CHARACTERS = 256 * 1024 * 1024

/** One reader process for one document, watched for time and memory. */
export class ReaderRun {
  readonly #child: ChildProcess
  readonly #limits: ReaderLimits
  readonly #ready: Promise<void>
  #hear: (answer: ReaderAnswer) => void = () => undefined
  #characters = 0
  #broken: ReadReason | null = null
  #done = false
  #killed = false

  /** @param rehearses it stands by for a paper yet to come, and gets ready for it. */
  constructor(place: ReaderPlace, limits: ReaderLimits, rehearses = false) {
    this.#limits = limits
    this.#child = startReader(place, rehearses ? REHEARSING : undefined, true)
    this.#ready = this.#whenReady()
    // A spare process may fail before anybody waits for it; whoever takes it over sees the failure then.
    this.#ready.catch(() => undefined)
  }

  /**
   * `hear` is given every answer as it came. Tells why the process did not come to its end; null when it did.
   * Rejects when the process cannot start or was killed from outside by `kill`.
   */
  async read(
    bytes: Uint8Array,
    { type, withLook = false }: { readonly type: DocumentType; readonly withLook?: boolean },
    hear: (answer: ReaderAnswer) => void,
  ): Promise<ReadReason | null> {
    await this.#ready
    this.#hear = hear
    // The channel closes after its last message; the exit alone may come before it.
    const ended = Promise.all([this.#once('exit'), this.#once('disconnect')])
    const { parseMs: limitMs, residentBytes } = this.#limits
    const stop = watchProcess(this.#child, { limitMs, residentBytes }, (reason) => this.#end(reason))
    try {
      this.#child.on('message', (message) => this.#take(message))
      this.#child.send(
        { kind: 'read', bytes, type, pageLimit: this.#limits.pages, withLook } satisfies ReadOrder,
        (error) => {
          if (error) this.#end('reader_failed')
        },
      )
      await ended
    } finally {
      stop()
    }
    if (this.#killed) throw new Error('The reader was closed')
    // A process that dies without a word, mostly of its heap limit, read what it read.
    if (!this.#done && this.#broken === null) this.#broken = this.#diedOfMemory() ? 'memory' : 'reader_failed'
    return this.#broken
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  kill(): void {
    this.#killed = true
    this.#child.kill('SIGKILL')
  }

  #whenReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = this.#child
      const fail = (why: string, cause?: unknown): void => {
        clearTimeout(timer)
        child.kill('SIGKILL')
        reject(new Error(`The document reader did not start: ${why}`, { cause }))
      }
      const timer = setTimeout(() => fail('no word in time'), this.#limits.startMs)
      child.once('error', (error) => fail('the process failed', error))
      child.once('exit', (code, signal) => fail(`it ended with ${code ?? signal}`))
      child.once('message', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  #once(event: 'exit' | 'disconnect'): Promise<void> {
    return new Promise((resolve) => this.#child.once(event, () => resolve()))
  }

  #take(message: unknown): void {
    if (typeof message !== 'object' || message === null) return
    const kind: unknown = Reflect.get(message, 'kind')
    const json: unknown = Reflect.get(message, 'json')
    const words: unknown = Reflect.get(message, 'words')
    if (kind === 'done') this.#done = true
    if (kind !== 'piece' || typeof json !== 'string') return
    this.#characters += json.length + weightOf(words)
    if (this.#characters > MOST_ANSWER_CHARACTERS) this.#end('memory')
    else this.#hear({ json, words })
  }

  #end(reason: ReadReason): void {
    this.#broken ??= reason
    this.#child.kill('SIGKILL')
  }

  /** V8 aborts when its heap is full. */
  #diedOfMemory(): boolean {
    return (
      this.#child.signalCode === 'SIGABRT' ||
      this.#child.signalCode === 'SIGTRAP' ||
      this.#child.exitCode === 134
    )
  }
}
