import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverDatabase, type CoverStep } from '../../store/coverDatabase.ts'
import { coverOf } from '../../store/databaseKey.ts'
import { lockFolder } from '../../store/folderLock.ts'
import { copyOf, finishSwap, isSwapOpen, swapIn, type SwapStep } from '../../store/swappedFile.ts'
import { sealFile } from '../../store/sealedFile.ts'
import type { ProfileKeys } from '../keys/profileKeys.ts'
import type { WorkstationPorts } from '../ports.ts'
import { isInTheOpen, lineOf, textOf } from '../sync/journalLines.ts'
import { Line } from './journalStates.ts'
import { readMark, writeMark } from './profileMark.ts'
import { PLACES } from './profilePlaces.ts'

/** Told as it goes on, so that a test can end the process at each of them. */
export type ConversionStep = CoverStep | `journal: ${'copied' | SwapStep}`

export type TellStep = (step: ConversionStep) => void

/**
 * Ends what a crash left of an earlier conversion, and encrypts the journal of a profile from before there were keys. Before anything
 * looks at which files there are. Whatever it is cut off by, the next start ends it, and every decision is in the database or the
 * journal all the time. Throws ProfileRefused.
 */
export function coverFirst(profile: string, keys: ProfileKeys, tell: TellStep): void {
  keepKeyId(join(profile, PLACES.mark), keys.keyId)
  const [database, journal] = [join(profile, PLACES.database), join(profile, PLACES.journal)]
  const isHalf = isSwapOpen(database) || isSwapOpen(journal)
  if (!isHalf && !linesOf(journal).some(isInTheOpen)) return
  inFolder(profile, () => {
    finishSwap(database)
    finishSwap(journal)
    coverJournal(journal, keys, tell)
  })
}

/** The same of its database. Throws ProfileRefused, `corrupt` where that is damaged: it is then as it was. */
export function coverThen(
  { profile, migrations }: WorkstationPorts['paths'],
  keys: ProfileKeys,
  tell: TellStep,
): void {
  const [file, key] = [join(profile, PLACES.database), keys.database]
  if (coverOf(file, key) !== 'plain') return
  inFolder(profile, () => coverDatabase({ file, key, migrations }, tell))
}

function inFolder(profile: string, work: () => void): void {
  const lock = lockFolder(profile)
  try {
    work()
  } finally {
    lock.free()
  }
}

function linesOf(path: string): string[] {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return text.split('\n').filter((line) => line !== '')
}

/** From now on a lost key is known for one: what cannot be read is no damage. */
function keepKeyId(path: string, keyId: string): void {
  const mark = readMark(path)
  if (mark !== null && mark.keyId !== keyId) writeMark(path, { ...mark, keyId })
}

function coverJournal(path: string, keys: ProfileKeys, tell: TellStep): void {
  const lines = linesOf(path)
  if (!lines.some(isInTheOpen)) return
  const key = { key: keys.journal, keyId: keys.keyId }
  const read = lines.flatMap((line) => lineOf(line, key))
  const known = read.flatMap((line) => Line.safeParse(line).data ?? [])
  // What cannot be read is passed over when it is read, and is nobody's to throw away.
  if (known.length < lines.length) sealFile(path, `${path}.before-key.sealed`, keys.oldFiles)
  const text = known.map((line) => textOf(line, key)).join('')
  writeFileSync(copyOf(path), text, { mode: 0o600 })
  const back = linesOf(copyOf(path)).flatMap((line) => lineOf(line, key))
  if (JSON.stringify(back) !== JSON.stringify(known))
    throw new Error('The encrypted copy of the journal is not the same as the journal.')
  tell('journal: copied')
  swapIn(path, (step) => tell(`journal: ${step}`))
}
