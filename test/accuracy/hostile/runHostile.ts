import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import { DocumentFacts } from '../../../src-main/poe/facts/documentFacts.ts'
import { MOST_READERS, READER_LIMITS } from '../../../src-main/poe/reader/readerLimits.ts'
import { aReader, readBytes } from '../../builders/poe/readers.ts'
import { MUTATIONS, traps } from './mutations.ts'

export interface HostileScores {
  readonly seed: number
  readonly files: number
  readonly statuses: Readonly<Record<string, number>>
  /** Files by which the parent failed, or whose answer was no facts. */
  readonly crashes: readonly string[]
  /** Files that took longer than a document may. */
  readonly late: readonly string[]
  /** Requests that the canary heard. */
  readonly requests: number
  /** Times that the canary file was read. */
  readonly foreignReads: number
  readonly slowestMs: number
}

interface HostileFile {
  readonly name: string
  readonly bytes: () => Uint8Array
}

/** Parsing, painting and recognising together, with what the start and end of processes take on a busy machine. */
const MOST_MS = READER_LIMITS.parseMs + 120_000 + 20_000

/** Reads `count` spoilt files drawn from `folder` by `seed`, and every trap. */
export async function runHostile(
  folder: string,
  count: number,
  seed: number,
  say: (line: string) => void,
): Promise<HostileScores> {
  const canary = await startCanary()
  const files = [...traps(canary.url, canary.file), ...spoilt(folder, count, seed)]
  const reader = aReader()
  const statuses: Record<string, number> = {}
  const [crashes, late]: [string[], string[]] = [[], []]
  let [slowestMs, done] = [0, 0]
  const readOne = async ({ name, bytes }: HostileFile): Promise<void> => {
    const startedAt = performance.now()
    try {
      const facts = DocumentFacts.parse(await readBytes(reader, bytes()))
      const outcome = `${facts.status}${facts.reason === null ? '' : ` ${facts.reason}`}`
      statuses[outcome] = (statuses[outcome] ?? 0) + 1
    } catch (error) {
      const crash = `${name}: ${error instanceof Error ? error.message : String(error)}`
      crashes.push(crash)
      say(crash)
    }
    const took = performance.now() - startedAt
    slowestMs = Math.max(slowestMs, took)
    if (took > MOST_MS) late.push(`${name}: ${Math.round(took)} ms`)
    done += 1
    if (done % 200 === 0) say(`${done} of ${files.length}, ${crashes.length} crashes`)
  }
  const todo = [...files]
  const lane = async (): Promise<void> => {
    for (let next = todo.shift(); next; next = todo.shift()) await readOne(next)
  }
  await Promise.all(Array.from({ length: MOST_READERS }, lane))
  reader.close()
  const { requests, foreignReads } = canary.close()
  return { seed, files: files.length, statuses, crashes, late, requests, foreignReads, slowestMs }
}

function spoilt(folder: string, count: number, seed: number): HostileFile[] {
  const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) !== '.jsonl' && extname(entry.name) !== '.md')
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const chances = chancesOf(seed)
  return Array.from({ length: count }, (_, n) => {
    const source = chances.pick(sources, 'source', n)
    const mutation = chances.pick(MUTATIONS, 'mutation', n)
    return {
      name: `${n} ${source} ${mutation.name}`,
      bytes: () => mutation.apply(readFileSync(source), chances, n),
    }
  })
}

interface Canary {
  readonly url: string
  readonly file: string
  close(): { readonly requests: number; readonly foreignReads: number }
}

/** An address and a file that no document may make anybody ask or open. */
async function startCanary(): Promise<Canary> {
  let requests = 0
  const server = createServer((_request, response) => {
    requests += 1
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const folder = mkdtempSync(join(tmpdir(), 'canary-'))
  const file = join(folder, 'secret.txt')
  writeFileSync(file, 'not to be read')
  // Older than its content: with `relatime` the first read of it would show.
  utimesSync(file, new Date(0), new Date())
  const before = statSync(file).atimeMs
  return {
    url: `http://127.0.0.1:${port}/canary`,
    file,
    close() {
      server.closeAllConnections()
      server.close()
      const foreignReads = statSync(file).atimeMs === before ? 0 : 1
      rmSync(folder, { recursive: true })
      return { requests, foreignReads }
    },
  }
}
