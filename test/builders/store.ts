import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openStore, type Store } from '../../src-main/store/openStore.ts'
import { aTempFolder } from './tempFolder.ts'

export const MIGRATIONS = join(import.meta.dirname, '../../resources/migrations/workstation')

/** A real profile database on disk. */
export function aStore(file = join(aTempFolder(), 'workstation.db')): Store {
  const store = openStore({ file, migrations: MIGRATIONS, now: 0, key: null })
  onTestFinished(() => store.close())
  return store
}
