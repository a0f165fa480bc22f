import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverDatabase, type CoverStep } from '../../store/coverDatabase.ts'
import { coverOf } from '../../store/databaseKey.ts'
import { copyOf, finishSwap, swapIn, type SwapStep } from '../../store/swappedFile.ts'
import { sealFile } from '../../store/sealedFile.ts'
import type { ProfileKeys } from '../keys/profileKeys.ts'
import { isInTheOpen, lineOf, textOf } from '../sync/journalLines.ts'
import { Line } from './journalStates.ts'
import { PLACES } from './profileParts.ts'

/** Told as it goes on, so that a test can end the process at each of them. */
export type ConversionStep = CoverStep | `journal: ${'copied' | SwapStep}`

export type TellStep = (step: ConversionStep) => void

/** Ends what a crash left of an earlier conversion. Before anything looks at which files there are. */
export function finishConversion(profile: string): void {
  finishSwap(join(profile, PLACES.database))
  finishSwap(join(profile, PLACES.journal))
}

/**
 * Encrypts a profile from before there were keys; one that is encrypted stays as it is. Whatever it is cut off by, the next start ends
 * it, and every decision is in the database or the journal all the time. Throws ProfileRefused, `corrupt` where the database is
 * damaged: it is then as it was.
 */
export function coverProfile(profile: string, keys: ProfileKeys, tell: TellStep): void {
  coverJournal(join(profile, PLACES.journal), keys, tell)
  const database = join(profile, PLACES.database)
  if (coverOf(database, keys.database) === 'plain') coverDatabase(database, keys.database, tell)
}

function coverJournal(path: string, keys: ProfileKeys, tell: TellStep): void {
  const written = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  const lines = written.filter((line) => line !== '')
  if (!lines.some(isInTheOpen)) return
  const key = { key: keys.journal, keyId: keys.keyId }
  const read = lines.flatMap((line) => lineOf(line, key))
  const known = read.flatMap((line) => Line.safeParse(line).data ?? [])
  // What cannot be read is passed over when it is read, and is nobody's to throw away.
  if (known.length < lines.length) sealFile(path, `${path}.before-key.sealed`, keys.oldFiles)
  const text = known.map((line) => textOf(line, key)).join('')
  writeFileSync(copyOf(path), text, { mode: 0o600 })
  const back = readFileSync(copyOf(path), 'utf8').split('\n').filter((line) => line !== '')
  if (JSON.stringify(back.flatMap((line) => lineOf(line, key))) !== JSON.stringify(known))
    throw new Error('The encrypted copy of the journal is not the same as the journal.')
  tell('journal: copied')
  swapIn(path, (step) => tell(`journal: ${step}`))
}
