import { saysSo } from '../looks/saysSo.ts'
import { owed, tests, type TrustRow } from '../trustRow.ts'

/** What lies on the disk, its keys, and signing in. */
export const AT_REST: readonly TrustRow[] = [
  {
    id: 'K1',
    says: 'Nothing personal can be read in the files of a profile.',
    proofs: [
      tests('test/unit/store/openStore.test.ts', 'opens an encrypted profile with its key alone'),
      owed('a key in every profile, documents under keys of their own, and the search of the bytes.'),
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
    proofs: [owed('retention, wiping and secure deletion.')],
  },
  {
    id: 'K6',
    says: 'People sign in by the directory, in the system’s browser; no token reaches a page.',
    proofs: [
      tests(
        'test/conformance/hub/pglite.test.ts',
        'give the role that a person has now, whatever the token says',
      ),
      tests(
        'test/unit/hosts/services/signIn/directorySignIn.test.ts',
        'goes by code with PKCE and a state, without a secret, to a port of this machine',
        'leaves no token on the disk in the clear, in the log, or in what an error says',
      ),
      tests(
        'test/unit/hosts/services/signIn/signedInWorkstation.test.ts',
        'brings the claims with the role of the directory’s app roles, and no token crosses the bridge',
        'keeps what one person has not sent for that person: nobody else sees it or sends it',
      ),
      tests(
        'test/unit/workstation/signIn/offlineWatch.test.ts',
        'goes on for seven days, and then there is only reading, with the reason in the answer',
      ),
      owed('a browser spec that clicks through the directory’s page and looks for tokens in the DOM.'),
    ],
  },
]
