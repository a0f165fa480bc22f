import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Builds the LD_PRELOAD library; gives back its path. Needs gcc and Linux. */
export function buildRecorder(root: string, folder: string): string {
  const library = join(folder, 'recorder.so')
  const source = join(root, 'test/torture/native/recorder.c')
  execFileSync('gcc', [
    '-shared',
    '-fPIC',
    '-O1',
    '-Wall',
    '-Werror',
    '-o',
    library,
    source,
    '-ldl',
    '-lpthread',
  ])
  return library
}

/** One call on the disk, as the recorder wrote it down. */
export interface DiskEvent {
  /** Created, truncated at opening, written, sized, synced, renamed, unlinked. */
  readonly kind: 'C' | 'T' | 'W' | 'S' | 'F' | 'R' | 'U'
  readonly path: string
  /** Of a rename: the new name. */
  readonly to: string
  /** Of a write where, of a sizing how long. */
  readonly offset: number
  readonly data: Buffer
}

export function readEvents(logFile: string): DiskEvent[] {
  const log = readFileSync(logFile)
  const events: DiskEvent[] = []
  for (let at = 0; at < log.length; ) {
    const end = log.indexOf(0x0a, at)
    const [kind, path = '', to = '', offset, length] = log.toString('utf8', at, end).split('\t')
    const from = end + 1
    const data = log.subarray(from, from + Number(length))
    events.push({ kind: kind as DiskEvent['kind'], path, to, offset: Number(offset), data })
    at = from + data.length + 1
  }
  return events
}

type Change = { readonly offset: number; readonly data: Buffer } | { readonly size: number }

/** Contents of one file: what is sure, and what came since its last sync. */
interface Contents {
  sure: Buffer
  unsure: Change[]
}

/** A new, moved or removed name; unsure until its folder was synced. */
type Naming = { readonly folder: string; apply(names: Map<string, Contents>): void }

/** Draws what becomes of what was not synced. 0 ≤ x < 1. */
export type Fate = (what: string) => number

/**
 * A disk that keeps its word about what was synced and nothing else: names are sure once their folder was synced, contents once their
 * file was. Stricter than ext4, which writes more than it is asked to.
 */
export class RecordedDisk {
  private readonly live = new Map<string, Contents>()
  private readonly sureNames = new Map<string, Contents>()
  private unsureNames: Naming[] = []

  /** Everything that lies in the folder now is sure. */
  constructor(folder: string) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const contents: Contents = { sure: readFileSync(path), unsure: [] }
      this.live.set(path, contents)
      this.sureNames.set(path, contents)
    }
  }

  take({ kind, path, to, offset, data }: DiskEvent): void {
    const contents = this.live.get(path)
    switch (kind) {
      case 'C':
        return this.name(dirname(path), path, { sure: Buffer.alloc(0), unsure: [] })
      case 'U':
        return this.name(dirname(path), path, null)
      case 'R':
        this.live.delete(path)
        if (contents !== undefined) this.name(dirname(to), to, contents, path)
        return
      case 'F':
        return contents === undefined ? this.syncFolder(path) : syncContents(contents)
      case 'W':
        contents?.unsure.push({ offset, data })
        return
      case 'S':
      case 'T':
        contents?.unsure.push({ size: offset })
    }
  }

  private name(folder: string, path: string, contents: Contents | null, from: string | null = null): void {
    const apply = (names: Map<string, Contents>) => {
      if (from !== null) names.delete(from)
      if (contents === null) names.delete(path)
      else names.set(path, contents)
    }
    apply(this.live)
    this.unsureNames.push({ folder, apply })
  }

  private syncFolder(folder: string): void {
    for (const naming of this.unsureNames) if (naming.folder === folder) naming.apply(this.sureNames)
    this.unsureNames = this.unsureNames.filter((naming) => naming.folder !== folder)
  }

  /** Writes into `target` what lies in `folder` after the power went. `fate` null = nothing that was not synced survived. */
  rebuild(folder: string, target: string, fate: Fate | null): void {
    const names = new Map(this.sureNames)
    // A file system writes its names in order: a part of them from the first on.
    const survivors = fate === null ? 0 : Math.floor(fate('names') * (this.unsureNames.length + 1))
    for (const naming of this.unsureNames.slice(0, survivors)) naming.apply(names)
    for (const [path, contents] of names) {
      const place = join(target, relative(folder, path))
      mkdirSync(dirname(place), { recursive: true })
      writeFileSync(place, afterwards(contents, path, fate))
    }
  }
}

function syncContents(contents: Contents): void {
  contents.sure = contents.unsure.reduce(changed, contents.sure)
  contents.unsure = []
}

function changed(before: Buffer, change: Change): Buffer {
  if ('size' in change) {
    const sized = Buffer.alloc(change.size)
    before.copy(sized)
    return sized
  }
  const { offset, data } = change
  const after = Buffer.alloc(Math.max(before.length, offset + data.length))
  before.copy(after)
  data.copy(after, offset)
  return after
}

const SECTOR = 512

/** A third of the unsure changes is lost, a third there, of the last third the first sectors alone. */
function afterwards({ sure, unsure }: Contents, path: string, fate: Fate | null): Buffer {
  if (fate === null) return sure
  return unsure.reduce((before, change, n) => {
    const drawn = fate(`${path} ${n}`)
    if (drawn < 1 / 3) return before
    if (drawn < 2 / 3 || 'size' in change) return changed(before, change)
    const sectors = Math.floor((fate(`${path} ${n} torn`) * change.data.length) / SECTOR) * SECTOR
    return changed(before, { offset: change.offset, data: change.data.subarray(0, sectors) })
  }, sure)
}
