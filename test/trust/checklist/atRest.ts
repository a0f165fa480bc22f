import { saysSo } from '../looks/saysSo.ts'
import { owed, specs, tests, type TrustRow } from '../trustRow.ts'

/** What lies on the disk, its keys, and signing in. */
export const AT_REST: readonly TrustRow[] = [
  {
    id: 'K1',
    says: 'Nothing personal can be read in the files of a profile.',
    proofs: [
      tests('test/unit/store/openStore.test.ts', 'opens an encrypted profile with its key alone'),
      tests(
        'test/unit/workstation/documents/documentFiles.test.ts',
        'holds none of its words in the clear, and no two files look alike',
        'counts as gone when a bit of it was changed, wherever',
        'counts as gone when it was cut, also where a segment ends',
        'counts as gone when segments changed places, or one is there twice',
        'counts as gone under the name of another one, even with that one’s key',
        'cannot be read any more once its key is gone, though the file were kept',
        'is gone on with at the last whole segment, and no nonce is used twice',
      ),
      tests(
        'test/unit/workstation/documents/sealPlainFiles.test.ts',
        'are sealed in their place and can be read before and after; parts of fetches go',
        'can all be read after a kill at',
      ),
      specs('test/e2e/leftBehind.spec.ts', 'a window that was worked in leaves no word of claims or papers'),
      owed('a key in every profile, and the search of the bytes of its database and journal.'),
    ],
  },
  {
    id: 'K2',
    says: 'The key is wrapped by what the system offers, and not kept where it offers nothing.',
    proofs: [owed('the wrapping of keys.')],
  },
  {
    id: 'K3',
    says: 'A key that cannot be read is a state with a way out; nothing is deleted.',
    proofs: [owed('the state of a profile whose key cannot be read.')],
  },
  {
    id: 'K4',
    says: 'What encryption here does not help against is said.',
    proofs: [
      saysSo('SECURITY.md', 'a program of the same person', 'whoever finds the disk', 'BitLocker'),
      owed('the same words once there is encryption: so far they say that there is none.'),
    ],
  },
  {
    id: 'K5',
    says: 'Claims leave the machine some time after they closed, and deleted words are overwritten.',
    proofs: [
      tests(
        'test/unit/workstation/forgetting/letGoOfClaims.test.ts',
        'leave whatever happened before, and nothing unsent ever goes with them',
        'has left none of its words in database, log of changes, journal and documents',
        'is not brought back by the feed, and counts as known when both sides are compared',
        'loses them a week later, but for what was not sent, and gets them back with the role',
        'leave with the last of their claims, and are not brought back',
      ),
      owed('wiping a workstation from afar.'),
    ],
  },
  {
    id: 'K6',
    says: 'People sign in by the directory, in the system’s browser; no token reaches a page.',
    proofs: [
      tests(
        'test/conformance/hub/pglite.test.ts',
        'give the role that a person has now, whatever the token says',
      ),
      owed('the sign-in of the workstation itself.'),
    ],
  },
]
