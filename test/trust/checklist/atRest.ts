import { saysSo } from '../looks/saysSo.ts'
import { elsewhere, specs, tests, type TrustRow } from '../trustRow.ts'

const COVERED = 'test/unit/workstation/recovery/coverProfile.test.ts'

/** What lies on the disk, its keys, and signing in. */
export const AT_REST: readonly TrustRow[] = [
  {
    id: 'K1',
    says: 'Nothing personal can be read in the files of a profile.',
    proofs: [
      tests('test/unit/store/openStore.test.ts', 'opens an encrypted profile with its key alone'),
      tests(
        'test/unit/workstation/keys/bytesOnDisk.test.ts',
        'hold no name, address or word of a claim, neither after a crash nor after a proper end',
        'hold all of them where a profile lies in the open: the search finds what is there',
        'hold nothing of it in the copy that is made before a migration',
        'hold nothing any more of a word that was deleted, which whoever gets the key would read',
      ),
      tests(
        COVERED,
        'is encrypted with the first start: every table, what waits and the journal are as they were',
        'loses nothing and leaves nothing in the open, whichever step of it is cut off by kill -9',
        'seals what was set aside and copied before: its owner can still open it, with the key',
      ),
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
    ],
  },
  {
    id: 'K2',
    says: 'The key is wrapped by what the system offers, and not kept where it offers nothing.',
    proofs: [
      tests(
        'test/unit/hosts/services/keys/keyPort.test.ts',
        'is the keyring where the system has one: the file beside the database does not hold it',
        'is a file for the sample workspace without one, for its owner alone, and that is said once',
        'is a passphrase for a team’s profile without one; with nobody to ask it is refused, with what to do',
        'is never the kernel’s keyring, which forgets: without a lasting one there is none',
      ),
      tests(
        'test/unit/hosts/electron/safeStorageKeys.test.ts',
        'are sealed by the system and come back as they were',
        'are refused by ',
      ),
      elsewhere(
        'the build machines have neither Electron’s binary nor a keyring',
        'start Proofdesk on a desktop with a keyring and look at Settings, Storage',
      ),
    ],
  },
  {
    id: 'K3',
    says: 'A key that cannot be read is a state with a way out; nothing is deleted.',
    proofs: [
      tests(
        'test/unit/workstation/locked/lockedProfile.test.ts',
        'opens locked, says how many acts did not leave, and changes no byte',
        'never takes a key that is ',
        'sends everything once the key is back',
        'is moved whole when a person wants to begin anew, and what it holds is sent when its key turns up',
        'asks for its passphrase in the window, and opens with the right one alone',
      ),
    ],
  },
  {
    id: 'K4',
    says: 'What encryption here does not help against is said.',
    proofs: [
      saysSo(
        'SECURITY.md',
        'a program of the same person',
        'whoever finds the disk',
        'BitLocker',
        'not against a program that runs as the same person',
      ),
    ],
  },
  {
    id: 'K5',
    says: 'Claims leave the machine some time after they closed, deleted words are overwritten, and a lost workstation is wiped from afar.',
    proofs: [
      tests(
        'test/unit/workstation/forgetting/letGoOfClaims.test.ts',
        'leave whatever happened before, and nothing unsent ever goes with them',
        'has left none of its words in database, log of changes, journal and documents',
        'is not brought back by the feed, and counts as known when both sides are compared',
        'loses them a week later, but for what was not sent, and gets them back with the role',
        'leave with the last of their claims, and are not brought back',
      ),
      tests(
        'test/unit/workstation/wiping/wipedStation.test.ts',
        'sends what is unsent, forgets its keys, and leaves no word and no file but a mark that names nobody',
        'sends a decision that could still be undone as well, since it was acknowledged',
        'is so too when nobody gets a token any more: what waits is handed over as it is',
        'leaves another workstation of the same person alone',
        'works on when the order was taken back, even at the last moment',
        'touches nothing when the hub goes away before it has agreed, accepts nothing meanwhile, and is wiped later',
        'is wiped under another name too: a copy, or what was restored, has the one of before',
        'is wiped at the next start after a kill -9 at',
      ),
      tests(
        'test/unit/workstation/wiping/whateverHappens.test.ts',
        'whatever comes in whatever order, nothing that was acknowledged is missing at the hub',
      ),
      tests(
        'test/unit/hosts/services/signIn/signedInWorkstation.test.ts',
        'is wiped although its person lost the role and the sign-in ran out',
      ),
      tests(
        'test/conformance/hub/pglite.test.ts',
        'is a lead’s: nobody else gives it or takes it back',
        'can be taken back until the workstation begins, and not any more then',
        'brings along what the hub did not apply: kept once, word for word',
        'names an order whose reason somebody changed past the triggers',
      ),
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
      tests(
        'test/unit/hosts/services/signIn/keyringBox.test.ts',
        'opens for its own data folder alone, unchanged, with the key it was sealed under',
      ),
      specs(
        'test/e2e/signIn.spec.ts',
        'a person signs in at the directory in the system’s browser, and no token is to be found afterwards',
      ),
    ],
  },
]
