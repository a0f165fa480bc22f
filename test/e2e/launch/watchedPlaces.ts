import { type FSWatcher, readdirSync, readFileSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'

/** Where programs leave files that nobody asked for. */
const SHARED = ['/tmp', '/var/tmp', '/dev/shm']
/** Folders of other tests that run at the same time, which have papers of the demo in them by right. */
const OF_TESTS = /^(?:proofdesk-|playwright|vitest|node-compile-cache)/
const SAMPLE_BYTES = 256
const MOST_BYTES = 64 * 1024 * 1024

export interface WatchedPlaces {
  /** Everything that was ever made in the folders of this test, by path. */
  readonly made: ReadonlySet<string>
  /** Files, wherever they came to be, that had a piece of one of the papers in them. */
  readonly copies: ReadonlySet<string>
  /** Looks once more at what is there now, then no more. */
  end(): void
}

/** Watches from now on: what is made is looked into at once, since it may be gone a moment later. */
export function watchPlaces(own: readonly string[], papers: readonly Uint8Array[]): WatchedPlaces {
  const samples = papers.map(sampleOf)
  const made = new Set<string>()
  const copies = new Set<string>()
  const look = (path: string): void => {
    const bytes = bytesOf(path)
    if (bytes !== null && samples.some((sample) => bytes.includes(sample))) copies.add(path)
  }
  const before = new Set(SHARED.flatMap(namesIn))
  const watchers: FSWatcher[] = own.map((folder) =>
    watch(folder, { recursive: true }, (_event, name) => {
      if (name === null) return
      made.add(join(folder, name))
      look(join(folder, name))
    }),
  )
  for (const folder of SHARED)
    watchers.push(
      watch(folder, (_event, name) => {
        if (name !== null && !OF_TESTS.test(name)) look(join(folder, name))
      }),
    )
  return {
    made,
    copies,
    end() {
      for (const watcher of watchers) watcher.close()
      for (const path of [
        ...own.flatMap(namesBelow),
        ...SHARED.flatMap(namesIn).filter((path) => !before.has(path)),
      ])
        look(path)
    },
  }
}

/** From the middle, where papers differ. */
function sampleOf(paper: Uint8Array): Buffer {
  const at = Math.max(0, Math.floor((paper.length - SAMPLE_BYTES) / 2))
  return Buffer.from(paper.subarray(at, at + SAMPLE_BYTES))
}

function bytesOf(path: string): Buffer | null {
  try {
    const found = statSync(path)
    return found.isFile() && found.size <= MOST_BYTES ? readFileSync(path) : null
  } catch {
    return null // Gone already, or a socket.
  }
}

const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !OF_TESTS.test(name))
    .map((name) => join(folder, name))

const namesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
