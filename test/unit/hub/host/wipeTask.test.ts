import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { doTask } from '../../../../src-main/hosts/hub/tasks.ts'
import { TaskRefused } from '../../../../src-main/hosts/hub/taskRefused.ts'
import { openPglite } from '../../../../src-main/hub/store/database.ts'
import { migrate } from '../../../../src-main/hub/store/migrate.ts'
import { putWorkstation } from '../../../../src-main/hub/store/teamRepo.ts'
import { carryOperations, standingOrder } from '../../../../src-main/hub/wiping/orderWipe.ts'
import { actingAs, HUB } from '../../../../src-main/hub/store/callerContext.ts'
import { ClaimId, Instant, OperationId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { MIGRATIONS } from '../../../builders/hub/testHub.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

it('the office that looks after the machines sees workstations, orders a wipe by its name, and takes it back', async () => {
  const dataDir = aTempFolder()
  const clientId = randomUUID()
  const open = () => openPglite(join(dataDir, 'hub', 'pg'))
  mkdirSync(join(dataDir, 'hub'), { recursive: true })
  const before = await open()
  await migrate(before.owner, MIGRATIONS)
  await putWorkstation(before.db, {
    clientId,
    userId: UserId.parse('u-reviewer'),
    version: '1.0.0',
    host: 'electron',
    unsent: 2,
    oldestAt: null,
    decidedClaims: [],
    seenAt: new Date(),
  })
  await before.close()
  const wipe = async (...args: string[]) =>
    JSON.parse(await doTask('wipe', [...args, '--data-dir', dataDir])) as Record<string, unknown>
  const because = ['--by', 'IT desk Milan', '--reason', 'Left in a train.']

  expect(await wipe('list')).toMatchObject({ workstations: [{ clientId, unsent: 2 }], wipes: [] })
  expect(await wipe('order', clientId.toUpperCase(), ...because)).toEqual({
    clientId,
    outcome: 'noted',
    last: 'ordered',
  })
  expect(await wipe('list')).toMatchObject({
    wipes: [
      {
        clientId,
        steps: [{ act: 'ordered', byUserId: null, byName: 'IT desk Milan', reason: 'Left in a train.' }],
      },
    ],
  })
  const between = await open()
  const standing = await actingAs(HUB, () => standingOrder(between.db, [clientId]))
  const carried = {
    operationId: OperationId.parse(randomUUID()),
    claimId: ClaimId.parse('C-1'),
    kind: 'comment',
    byUserId: UserId.parse('u-reviewer'),
    standing: 'waiting',
    madeAt: Instant.parse('2026-11-19T10:00:00.000Z'),
    content: { text: 'Never arrived.' },
  } as const
  await carryOperations(between.db, { clientId, orderId: standing?.orderId ?? '' }, [carried], new Date())
  await between.close()
  expect(await wipe('carried', clientId)).toEqual({ carried: [carried] })
  expect(await wipe('take-back', clientId, ...because)).toMatchObject({ last: 'taken_back' })
  for (const wrong of [
    ['order', randomUUID(), ...because],
    ['order', clientId],
    ['order', clientId, '--by', 'IT desk Milan'],
    ['order', ...because],
    ['burn', clientId],
    ['list', clientId],
  ])
    await expect(wipe(...wrong), wrong[0]).rejects.toBeInstanceOf(TaskRefused)
})
