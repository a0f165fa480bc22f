import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Asker } from '../../src-main/store/queueConditions.ts'
import { openStore, type Store } from '../../src-main/store/openStore.ts'
import { UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { keyBeside } from './profileKey.ts'
import { aTempFolder } from './tempFolder.ts'

export const MIGRATIONS = join(import.meta.dirname, '../../resources/migrations/workstation')

/** A real profile database on disk: in the open, or with the key that lies beside it. */
export function aStore(file = join(aTempFolder(), 'workstation.db')): Store {
  const store = openStore({ file, migrations: MIGRATIONS, now: 0, key: keyBeside(file) })
  onTestFinished(() => store.close())
  return store
}

/** Marta on Saturday noon, or whoever asks whenever. */
export const anAsker = (over: Partial<Asker> = {}): Asker => ({
  userId: UserId.parse('u-reviewer'),
  now: Date.parse('2026-11-21T12:00:00.000Z'),
  ...over,
})
