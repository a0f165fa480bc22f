import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import type { HubDatabase } from '../../../../src-main/hub/store/database.ts'
import { openTestHub, type TestHub } from '../../../builders/hub/testHub.ts'
import { describeAccess } from './accessSuite.ts'
import { describeChecks } from './checkSuite.ts'
import { describeAccessTable } from './accessTableSuite.ts'
import { describeClaims } from './claimSuite.ts'
import { describeClockActs } from './clockActSuite.ts'
import { describeConflicts } from './conflictSuite.ts'
import { describeDealings } from './dealingsSuite.ts'
import { describeDecisions } from './decisionSuite.ts'
import { describeDocuments } from './documentSuite.ts'
import { describeFeed } from './feedSuite.ts'
import { describeIntake } from './intakeSuite.ts'
import { describeOperations } from './operationSuite.ts'
import { describeOwnSide } from './ownSideSuite.ts'
import { describeReference } from './referenceSuite.ts'
import { describeSignIn } from './signInSuite.ts'
import { describeStart } from './startSuite.ts'
import { describeTokens } from './tokenSuite.ts'
import { describeYear } from './yearSuite.ts'

/** What the hub promises, whatever database it stands on. */
export function describeHub(name: string, open: () => Promise<HubDatabase>): void {
  describe(name, () => {
    let opened: TestHub | undefined
    const hub = (): TestHub => {
      if (opened === undefined) throw new Error('The hub is not open yet')
      return opened
    }
    beforeAll(async () => {
      opened = await openTestHub(await open())
    })
    beforeEach(() => hub().clear())
    afterAll(() => opened?.close())
    describeAccess(hub)
    describeTokens(hub)
    describeSignIn(hub)
    describeAccessTable(hub)
    describeDealings(hub)
    describeOwnSide(hub)
    describeClaims(hub)
    describeFeed(hub)
    describeDocuments(hub)
    describeOperations(hub)
    describeDecisions(hub)
    describeClockActs(hub)
    describeIntake(hub)
    describeReference(hub)
    describeYear(hub)
    describeChecks(hub)
    describeConflicts(hub)
    describeStart(hub)
  })
}
