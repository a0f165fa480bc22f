import { listOrphanKeys } from '../../store/documentKeysRepo.ts'
import { listExpendable, listOrphans, type LocalDocument } from '../../store/documentRoomRepo.ts'
import {
  listMissingDocuments,
  markLocal,
  type MissingDocument,
  type MissingQuery,
  putRefusal,
  usedBytes,
} from '../../store/documentsRepo.ts'
import type { Core } from '../core.ts'
import { askingAs } from '../sync/asking.ts'
import { fetchDocument } from '../sync/hubDocuments.ts'
import { tellOfClaims } from '../sync/tellOf.ts'
import { noteMissing } from './noteMissing.ts'

/** How many are looked up at once, and after how many the checks may begin. */
const BATCH = 20
const ANY_SIZE = Number.MAX_SAFE_INTEGER

/**
 * Brings documents to this machine: first those of the claims that this person holds, then in the order of the queue, as far as the
 * room goes. One that is too large for what is left is passed over, smaller ones behind it still come. Room is made for claims on
 * which work is to be done by letting go of closed ones. Rejects with HubUnavailable.
 * @param mayHaveOrphans claims changed since the last time: documents that none carries any more are let go.
 */
export async function prefetchDocuments(
  core: Core,
  { mayHaveOrphans, onFetched }: { readonly mayHaveOrphans: boolean; readonly onFetched: () => void },
  shouldStop: () => boolean,
): Promise<number> {
  if (mayHaveOrphans) letGoOfOrphans(core)
  shrinkToBudget(core)
  let fetched = 0
  for (;;) {
    const missing = nextDocuments(core)
    if (missing.length === 0) return fetched
    for (const document of missing) {
      if (shouldStop()) return fetched
      if (await bring(core, document)) fetched += 1
    }
    core.emit('sync.changed', {})
    onFetched()
  }
}

const budgetOf = (core: Core): number => core.session.settings().documentBudgetMb * 1_000_000
const roomIn = (core: Core): number => budgetOf(core) - core.store.read(usedBytes)

/** Those to be fetched now: they fit one after the other, room having been made where that helps. Empty = nothing more can be done. */
function nextDocuments(core: Core): MissingDocument[] {
  const { userId } = core.session.user()
  const room = roomIn(core)
  const find = (query: Omit<MissingQuery, 'userId' | 'limit'>) =>
    core.store.read((store) => listMissingDocuments(store, { ...query, userId, limit: BATCH }))
  /** What is to be worked on may take the room of what is not. */
  const withRoomMade = (of: MissingQuery['of']): MissingDocument[] => {
    if (find({ of, isOpenOnly: true, room: ANY_SIZE }).length === 0) return []
    const expendable = core.store.read((store) => listExpendable(store, userId, 'closed'))
    const all = room + bytesOf(expendable)
    const chosen = thatFit(find({ of, isOpenOnly: true, room: all }), all)
    makeRoom(core, expendable, bytesOf(chosen) - room)
    return chosen
  }
  const asItIs = (of: MissingQuery['of']) => thatFit(find({ of, isOpenOnly: false, room }), room)
  const mine = find({ of: 'mine', isOpenOnly: true, room: ANY_SIZE })
  if (mine.length > 0 && bytesOf(mine) <= room) return mine
  return firstFilled(
    () => withRoomMade('mine'),
    () => asItIs('all'),
    () => withRoomMade('all'),
  )
}

function firstFilled(...attempts: readonly (() => MissingDocument[])[]): MissingDocument[] {
  for (const attempt of attempts) {
    const found = attempt()
    if (found.length > 0) return found
  }
  return []
}

/** In their order, passing over what is too large for what the ones before have left. */
function thatFit(documents: readonly MissingDocument[], room: number): MissingDocument[] {
  let left = room
  return documents.filter(({ sizeBytes }) => {
    if (sizeBytes > left) return false
    left -= sizeBytes
    return true
  })
}

const bytesOf = (documents: readonly LocalDocument[]): number =>
  documents.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)

/** A smaller budget than before: closed claims go first, then the end of the queue. */
function shrinkToBudget(core: Core): void {
  const over = -roomIn(core)
  if (over <= 0) return
  const { userId } = core.session.user()
  makeRoom(
    core,
    core.store.read((store) => listExpendable(store, userId, 'all')),
    over,
  )
}

/** Lets go of the first ones until so many bytes are free. */
function makeRoom(core: Core, expendable: readonly LocalDocument[], wanted: number): void {
  let freed = 0
  letGo(
    core,
    expendable.filter(({ sizeBytes }) => {
      if (freed >= wanted) return false
      freed += sizeBytes
      return true
    }),
  )
}

/** What no claim carries any more, and what an earlier database or a broken-off fetch left of such. */
function letGoOfOrphans(core: Core): void {
  letGo(core, core.store.read(listOrphans))
  for (const sha256 of core.store.read(listOrphanKeys)) core.files.remove(sha256)
}

/** Rows and keys go before the files: a crash between them leaves files that nobody can read, and never a document that is not there. */
function letGo(core: Core, documents: readonly Pick<LocalDocument, 'sha256'>[]): void {
  if (documents.length === 0) return
  noteMissing(
    core,
    documents.map(({ sha256 }) => sha256),
    { withKeys: true },
  )
  for (const { sha256 } of documents) core.files.remove(sha256)
  core.ports.log({ level: 'info', event: 'documents were let go', facts: { documents: documents.length } })
}

async function bring(core: Core, { claimId, sha256, sizeBytes }: MissingDocument): Promise<boolean> {
  const at = () => core.ports.clock.now()
  const outcome = await keepDocument(core, { claimId, sha256, sizeBytes })
  if (outcome === 'kept') {
    tellOfClaims(
      core,
      core.store.write((store) => markLocal(store, sha256, sizeBytes, at())),
    )
    return true
  }
  core.store.write((store) => putRefusal(store, sha256, outcome, at()))
  core.ports.log({
    level: 'warn',
    event: 'a document could not be fetched',
    facts: { claimId, sha256, reason: outcome },
  })
  return false
}

/** Goes on where an earlier fetch was cut off; a file that an earlier database left, with its key, need not come again. */
async function keepDocument(
  core: Core,
  { claimId, sha256, sizeBytes }: MissingDocument,
): Promise<'kept' | 'damaged' | 'not_given'> {
  if (await core.files.has(sha256)) return 'kept'
  const given = await fetchDocument(askingAs(core), claimId, sha256, core.files.partOf(sha256))
  if (given === null) return 'not_given'
  const outcome = await core.files.keep(sha256, sizeBytes, given.from, given.bytes)
  // Of a document in two pieces it is not known which one is bad: once more as a whole.
  return outcome === 'damaged' && given.from > 0
    ? keepDocument(core, { claimId, sha256, sizeBytes })
    : outcome
}
