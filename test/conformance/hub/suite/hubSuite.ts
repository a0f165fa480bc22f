import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'
import { sayFinding } from '../../../../src-main/hub/audit/findings.ts'
import { verifyLog } from '../../../../src-main/hub/audit/verifyLog.ts'
import type { HubDatabase } from '../../../../src-main/hub/store/database.ts'
import { openTestHub, type TestHub } from '../../../builders/hub/testHub.ts'
import { describeAccess } from './accessSuite.ts'
import { describeCheckpoints } from './checkpointSuite.ts'
import { describeAlike } from './alikeSuite.ts'
import { describeChecks } from './checkSuite.ts'
import { describeAccessTable } from './accessTableSuite.ts'
import { describeClaims } from './claimSuite.ts'
import { describeClockActs } from './clockActSuite.ts'
import { describeConflictPairs } from './conflictPairSuite.ts'
import { describeConflicts } from './conflictSuite.ts'
import { describeArbitration } from './arbitrationSuite.ts'
import { describeCaseDecisions } from './caseDecisionSuite.ts'
import { describeCaseRefusals } from './caseRefusalSuite.ts'
import { describeCaseVotes } from './caseVoteSuite.ts'
import { describeOutreach } from './outreachSuite.ts'
import { describeDealings } from './dealingsSuite.ts'
import { describeDecisions } from './decisionSuite.ts'
import { describeDocuments } from './documentSuite.ts'
import { describeFacts } from './factsSuite.ts'
import { describeFeed } from './feedSuite.ts'
import { describeHeld } from './heldSuite.ts'
import { describeIntake } from './intakeSuite.ts'
import { describeLeases } from './leaseSuite.ts'
import { describeLive } from './liveSuite.ts'
import { describeOperations } from './operationSuite.ts'
import { describeOwnSide } from './ownSideSuite.ts'
import { describeQuality } from './qualitySuite.ts'
import { describeReference } from './referenceSuite.ts'
import { describeRules } from './ruleSuite.ts'
import { describeRulePreview } from './rulePreviewSuite.ts'
import { describeServing } from './servingSuite.ts'
import { describeSequences } from './sequenceSuite.ts'
import { describeSignIn } from './signInSuite.ts'
import { describeReads } from './readsSuite.ts'
import { describeStart } from './startSuite.ts'
import { describeTeam } from './teamSuite.ts'
import { describeTokens } from './tokenSuite.ts'
import { describeTwins } from './twinSuite.ts'
import { describeWalls } from './wallSuite.ts'
import { describeWipes } from './wipeSuite.ts'
import { describeYear } from './yearSuite.ts'

/** Titles of tests that change claims without the hub's knowledge. */
const CHANGE_BY_HAND = [
  'gives a stored refusal as well, even when it would be applied by now',
  'of an older hub are found when a newer one starts, once',
  'of an older hub that held it for nothing comes back when a newer one starts, once',
  'stays with them where their subscription becomes known afterwards',
  'of another customer are out of an act’s reach',
  'follow the eyes, whatever claims there are',
]

/**
 * What the hub promises, whatever database it stands on.
 * @param seen every statement that goes to the database, as it goes.
 * @param many how many operations the longest test sends: a thousand take an embedded database, which does one after another, too long.
 */
export function describeHub(
  name: string,
  open: () => Promise<HubDatabase>,
  many: number,
  seen: ReadonlySet<string>,
): void {
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
    // Whatever was done, the log tells it and nothing else. Looked at where a test wrote something in a way in which none before it did;
    // tests that change rows by themselves say so.
    let known = 0
    afterEach(async ({ task }) => {
      const ways = waysToWrite(seen)
      if (ways === known || CHANGE_BY_HAND.some((words) => task.name.includes(words))) return
      known = ways
      expect((await verifyLog(hub().ports.db, null)).findings.map(sayFinding)).toEqual([])
    })
    afterAll(() => opened?.close())
    describeAccess(hub)
    describeTokens(hub)
    describeSignIn(hub)
    describeAccessTable(hub)
    describeDealings(hub)
    describeArbitration(hub)
    describeHeld(hub)
    describeOutreach(hub)
    describeCaseDecisions(hub)
    describeCaseRefusals(hub)
    describeCaseVotes(hub)
    describeOwnSide(hub)
    describeClaims(hub)
    describeFeed(hub)
    describeDocuments(hub)
    describeOperations(hub)
    describeDecisions(hub)
    describeClockActs(hub)
    describeIntake(hub)
    describeReference(hub)
    describeRules(hub)
    describeRulePreview(hub)
    describeQuality(hub)
    describeTwins(hub)
    describeYear(hub)
    describeChecks(hub)
    describeConflicts(hub)
    describeConflictPairs(hub)
    describeSequences(hub, many)
    describeLeases(hub)
    describeTeam(hub)
    describeFacts(hub)
    describeAlike(hub)
    describeCheckpoints(hub)
    describeLive(hub)
    describeReads(hub)
    describeWipes(hub)
    describeStart(hub)
    describeWalls(hub)
    describeServing(hub)
  })
}

/** Statements of one kind with more or fewer rows are one way. */
const waysToWrite = (seen: ReadonlySet<string>): number =>
  new Set(
    [...seen].flatMap(
      (statement) => /^\s*(?:insert into|update|delete from) "\w+"[^(=]*/i.exec(statement) ?? [],
    ),
  ).size
