import { tests, type TrustRow } from '../trustRow.ts'

const SYNC_TESTS = 'test/unit/workstation/sync/sync.test.ts'
const HUB = 'test/conformance/hub/pglite.test.ts'

/** Between workstation and hub. */
export const SYNC: readonly TrustRow[] = [
  {
    id: 'Y1',
    says: 'The feed may repeat, reorder, be empty and begin anew.',
    proofs: [
      tests(
        SYNC_TESTS,
        'takes repeats, replays and any order: what is newest stays, and a page may be empty',
        'reads everything anew when the hub has forgotten the link, and keeps what waits to be sent',
      ),
    ],
  },
  {
    id: 'Y2',
    says: 'Where the feed was left is written with the rows that came.',
    proofs: [
      tests(SYNC_TESTS, 'applies page after page and goes on from the delta link'),
      tests(
        'test/torture/feedKill.test.ts',
        'a workstation that is killed while it reads the feed stands where the rows are that came',
      ),
    ],
  },
  {
    id: 'Y3',
    says: 'What commits late with a lower number still comes.',
    proofs: [
      tests(
        'test/conformance/hub/postgres.test.ts',
        'a change that began first and is committed last still comes through the feed',
      ),
    ],
  },
  {
    id: 'Y4',
    says: 'An operation counts once, whoever sends it how often.',
    proofs: [
      tests(
        HUB,
        'gives the stored answer and does nothing, also after the claim went on',
        'with other content, or by another person, is refused with 422',
        'twenty times at once is applied once',
      ),
    ],
  },
  {
    id: 'Y5',
    says: 'What is refused lies in the tray with both versions.',
    proofs: [
      tests(SYNC_TESTS, 'keeps a refused operation in the conflict tray'),
      tests(
        'test/unit/store/outboxRepo.test.ts',
        'moves a refused operation to the conflict tray with all that it said',
      ),
    ],
  },
  {
    id: 'Y6',
    says: 'Each way in which a claim can go on meanwhile is told.',
    proofs: [
      tests(
        HUB,
        'is told that somebody else decided',
        'is told that the claim changed when something was written to it',
        'is told that the claim changed when the policy did',
        'is told that the claim is in other hands',
        'is told that the partner took it back into a draft',
        'is told that the claim is gone, also when it never was here',
      ),
    ],
  },
  {
    id: 'Y7',
    says: 'Reading all anew keeps what waits and what lies in the tray.',
    proofs: [
      tests(
        'test/unit/workstation/conflicts/tray.test.ts',
        'keeps what waits, what lies in the tray and what was begun, one for one',
      ),
    ],
  },
  {
    id: 'Y8',
    says: 'What waits goes out by itself once the way is open.',
    proofs: [
      tests(SYNC_TESTS, 'starts, decides and sends by itself when the hub is back, also after a restart'),
      tests(
        'test/unit/workstation/sync/live.test.ts',
        'holds a round up for two minutes; then it is begun anew',
      ),
    ],
  },
  {
    id: 'Y9',
    says: 'Both sides compare what they have, and mend it.',
    proofs: [
      tests(
        'test/unit/workstation/sync/compareStates.test.ts',
        'mends a claim that is older, newer, missing or left over here, and writes that down',
      ),
      tests(HUB, 'says of every bucket what a reader works out from the feed'),
    ],
  },
]
