import { sqliteVersion } from '../looks/parts.ts'
import { tests, type TrustRow } from '../trustRow.ts'

const OPEN = 'test/unit/store/openStore.test.ts'
const DAMAGED = 'test/unit/workstation/recovery/damagedProfile.test.ts'
const DISK_FULL = 'test/unit/workstation/recovery/diskFull.test.ts'

/** What was said to be saved stays saved. */
export const DURABILITY: readonly TrustRow[] = [
  {
    id: 'P1',
    says: 'Every write reaches the disk before it is called written.',
    proofs: [
      tests(OPEN, 'writes through to the disk and holds foreign keys, also after the first statement'),
    ],
  },
  {
    id: 'P2',
    says: 'A decision, its operation and its line in the log are one write.',
    proofs: [
      tests(OPEN, 'undoes all of a write that throws'),
      tests(DISK_FULL, 'when the journal takes no line the command leaves nothing behind'),
    ],
  },
  {
    id: 'P3',
    says: 'SQLite is without the fault of its log, and one process writes.',
    proofs: [tests(OPEN, 'refuses a second opener while the first one lives'), sqliteVersion],
  },
  {
    id: 'P4',
    says: 'Damage is found, set aside whole, and what waited is saved first.',
    proofs: [
      tests(
        DAMAGED,
        'keeps what was set aside as it was, and says so once',
        'takes drafts over where they can be read, reads the feed anew and sends the decision once',
        'puts aside a log of changes that belongs to another database, and is as it was',
      ),
    ],
  },
  {
    id: 'P5',
    says: 'What waits to be sent is also in a journal of its own.',
    proofs: [
      tests(
        'test/unit/workstation/sync/operationJournal.test.ts',
        'gives back every line that was acknowledged, over restarts',
        'notices every single changed byte, and loses no line but the one that it is in',
        'is sealed line by line: nothing of it can be read without its key, but how many acts did not leave',
        'reads lines of before, which carry no check',
      ),
    ],
  },
  {
    id: 'P6',
    says: 'A full disk refuses, and loses nothing.',
    proofs: [
      tests(
        DISK_FULL,
        'refuses the command as storage, keeps what was accepted, and takes the same command once there is room',
        'gives its reserve up before it refuses',
      ),
    ],
  },
  {
    id: 'P7',
    says: 'Every older profile comes through; a newer one is refused and left alone.',
    proofs: [
      tests(OPEN, 'refuses a database of a newer program, and leaves it as it is'),
      tests(
        'test/migrations/olderProfiles.test.ts',
        'comes through with every row and every word, and is told to read the feed anew',
      ),
      tests(
        'test/migrations/workstation.test.ts',
        'keeps a copy from before the first step, and the rows',
        'takes a failing migration back as a whole',
      ),
    ],
  },
  {
    id: 'P8',
    says: 'A restored or copied profile goes on under a name of its own.',
    proofs: [
      tests(
        'test/unit/workstation/recovery/restoredProfile.test.ts',
        'restored from an older copy, it gets back what was made since, sends what waits, and repeats nothing',
        'copied as a whole, both go on under names of their own, and what waited in both arrives once',
      ),
    ],
  },
]
