import { tests, type TrustRow } from '../trustRow.ts'

const HUB = 'test/conformance/hub/pglite.test.ts'

/** Who may what, four eyes, and the log, at the hub. */
export const ROLES: readonly TrustRow[] = [
  {
    id: 'R1',
    says: 'Every role, route and operation is allowed or refused as one table says.',
    proofs: [
      tests(
        HUB,
        'is said for every route, every operation and every kind of caller',
        'is as the table says where no claim is named',
        'answers a legal ',
      ),
      tests(
        HUB,
        'name every table, with what the hub may do with it and no more',
        'cover every table that names a claim or a case by forced policies for each kind of statement',
        'of a dispute are hidden whole from who has dealings with one party',
        'are shown to nobody who did not say who they are',
        'are changed by nobody who reads',
        'of another customer are out of an act’s reach',
        'are shown to the next caller of a connection by their own eyes alone',
        'follow the eyes, whatever claims there are',
      ),
    ],
  },
  {
    id: 'R2',
    says: 'A decision is weighed when it comes, by what holds then.',
    proofs: [
      tests(
        HUB,
        'goes by the role that a person has now, not by the one they signed in with',
        'is told that the claim is in other hands',
        'is told that the document was replaced, even where the revision is the same',
      ),
    ],
  },
  {
    id: 'R3',
    says: 'Nobody checks their own work.',
    proofs: [
      tests(
        HUB,
        'no reviewer decides the dispute of their own rejection',
        'no lead publishes what they wrote',
        'no lead puts in force the profile that they proposed',
        'takes no pair of one person',
        'takes one of a thousand who check the same thing',
      ),
    ],
  },
  {
    id: 'R4',
    says: 'Whoever has dealings with a partner sees and decides none of its claims.',
    proofs: [
      tests(
        HUB,
        'leaves out the claims of linked partners, as feed and buckets do',
        'does not name claims of partners',
        'gets the claims of that partner as removed, and those of others as they are',
        'finds neither the claim nor its documents',
        'is refused every operation, and the refusal stays',
        'is handed no claim of that partner',
      ),
    ],
  },
  {
    id: 'R5',
    says: 'The log only grows, and whoever changes it is found out.',
    proofs: [
      tests('test/unit/store/auditRepo.test.ts', 'is whole when nobody touched it'),
      tests(
        HUB,
        'each act in the transaction that does it',
        'and refuses: ',
        'while hubs go on writing and anchoring',
        'with the triggers out of the way: ',
        'also in what it is about: ',
        'also where an anchor is missing, was changed, or the last ones were taken away',
        'every five minutes, where anything grew, by one of several hubs',
      ),
      tests(
        'test/unit/hosts/cli/verify/verify.test.ts',
        'says of the folder of a hub whether its log is whole, and which claim and entry is not',
        'says of a workstation that is closed which entry of its encrypted log does not follow, and touches nothing',
        'opens a profile under a passphrase, and gives no verdict without it',
      ),
      tests(
        'test/conformance/hub/anchorPlaces.test.ts',
        'takes a number once, of many who write it at the same moment',
        'holds what finds a tail that was cut, and its own anchors that were changed or taken away',
        'does not take a container that is gone for one without anchors',
      ),
      tests(
        'test/migrations/hub.test.ts',
        'begins chains for the claims that it had, over all their rows, once',
      ),
    ],
  },
  {
    id: 'R6',
    says: 'Who read which document is written down, offline too.',
    proofs: [
      tests(
        'test/unit/workstation/seen/seenLog.test.ts',
        'is noted once a day: the claim, the paper, and each page when it is first seen as a whole',
        'is noted anew on another day and by another person, and not again after a restart',
      ),
      tests(
        'test/unit/workstation/sync/sendReads.test.ts',
        'reaches the hub once and in its order, also what was looked at while the hub was away',
        'is sent again where no answer came, under the same ids, and not after a restart',
      ),
      tests(
        HUB,
        'is kept once, however often it is sent, with who, what and when and nothing else',
        'at the hub itself, where bytes are fetched: once for a person and day, whatever the ranges',
      ),
    ],
  },
]
