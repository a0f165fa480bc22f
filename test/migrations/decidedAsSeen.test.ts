import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findClaim } from '../../src-main/store/claimsRepo.ts'
import { listDecided, putDecided } from '../../src-main/store/decidedRepo.ts'
import { openStore } from '../../src-main/store/openStore.ts'
import { OperationId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord } from '../builders/claimRecord.ts'
import { aMigrationsFolder, putOlderClaim } from '../builders/olderProfile.ts'
import { aStore } from '../builders/store.ts'
import { aTempFolder } from '../builders/tempFolder.ts'

const record = aClaimRecord()
const { claimId } = record.form

it('a profile from before decisions were kept as they were seen keeps its claims, and takes what is decided from then on', () => {
  const file = join(aTempFolder(), 'workstation.db')
  const migrations = aMigrationsFolder((journal) => {
    journal.entries = journal.entries.filter(({ idx }) => idx <= 12)
  })
  const old = openStore({ file, migrations, now: 0, key: null })
  old.write((s) => putOlderClaim(s, record))
  old.close()

  const store = aStore(file)
  const operationId = OperationId.parse('00000000-0000-4000-8000-000000000001')
  const seen = { criteria: ['met'], letter: 'Perché no' }
  store.write((s) => putDecided(s, { operationId, claimId, madeAt: 7, seen }))
  expect(store.read((s) => findClaim(s, claimId))?.record.form.claimId).toBe(claimId)
  expect(store.read((s) => listDecided(s, claimId))).toEqual([{ operationId, claimId, madeAt: 7, seen }])
})
