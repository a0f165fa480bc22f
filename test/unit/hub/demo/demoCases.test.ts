import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fillDemoQueue } from '../../../../src-main/hub/demo/fillDemoQueue.ts'
import { folderDocuments } from '../../../../src-main/hub/documents/folderDocuments.ts'
import { beginEpoch } from '../../../../src-main/hub/feed/beginEpoch.ts'
import { bringRules } from '../../../../src-main/hub/prepareHub.ts'
import { listCases } from '../../../../src-main/hub/store/arbitrationRepo.ts'
import { migrate } from '../../../../src-main/hub/store/migrate.ts'
import { arbitrationCases } from '../../../../src-main/hub/store/schema.ts'
import { ArbitrationCase } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { CaseId, TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { anEmbeddedDatabase } from '../../../builders/hub/embeddedDatabase.ts'
import { MIGRATIONS, RULE_FILES } from '../../../builders/hub/testHub.ts'

it('the demo queue has cases of two and of three parties, at different stages, each with who is told what', async () => {
  const database = await anEmbeddedDatabase()
  const { db } = database
  await migrate(db, MIGRATIONS)
  await beginEpoch(db)
  const ports = {
    db,
    documents: folderDocuments(await mkdtemp(join(tmpdir(), 'demo-cases-'))),
    rules: await bringRules(db, RULE_FILES),
    now: () => Date.parse('2026-11-25T10:00:00.000Z'),
  }
  await fillDemoQueue(ports, 'resources/demo')
  const rows = await db.select().from(arbitrationCases)
  const keys = rows.map((row) => ({ tenantId: row.tenantId as TenantId, caseId: row.caseId as CaseId }))
  const cases = (await listCases(db, keys)).map((one) => ArbitrationCase.parse(one))
  await database.close()
  const stages = cases.map(({ state, parties, contested }) => `${contested.name}: ${parties.length} ${state}`)
  expect(stages.sort()).toEqual([
    'Defender for Endpoint: 2 open',
    'Dynamics 365 Business Central: 2 open',
    'Microsoft Intune: 2 ready',
    'Microsoft Teams: 2 outreach',
    'Teams Phone: 3 open',
  ])
  const asked = cases.find(({ state }) => state === 'outreach')
  expect(asked).toMatchObject({ lead: { name: 'Ruben Aldersgate' } })
  expect(
    asked?.parties.map(({ role, toldAt, outreach }) => [role, toldAt !== null, outreach.length]),
  ).toEqual([
    ['incumbent', true, 1],
    ['challenger', true, 0],
  ])
})
