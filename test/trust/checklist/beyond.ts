import { licencesAreKnown } from '../looks/licences.ts'
import { listIsWhole } from '../looks/partsList.ts'
import { saysSo } from '../looks/saysSo.ts'
import { noUpdater, pinsAndScripts } from '../looks/parts.ts'
import { elsewhere, inElectron, specs, tests, type TrustRow } from '../trustRow.ts'

/** What other products add to Electron’s own list. */
export const BEYOND: readonly TrustRow[] = [
  {
    id: 'B1',
    says: 'Developer tools cannot be reached in the packed product.',
    proofs: [
      tests(
        'test/unit/hosts/electron/packaged.test.ts',
        'has no developer tools, and no way to them in its menu',
        'does not start with the switch ',
      ),
    ],
  },
  {
    id: 'B2',
    says: 'Schemes that nobody needs are shut, and files are read from named places only.',
    proofs: [
      tests(
        'test/unit/hosts/electron/wholeSession.test.ts',
        'cancels every request to a network or to files',
        'lets the window go nowhere but to the app, and frames nowhere but to the viewer',
      ),
    ],
  },
  {
    id: 'B3',
    says: 'Locking or signing out ends what renders and shuts the keyed database.',
    proofs: [
      tests(
        'test/unit/hosts/services/signIn/signedInWorkstation.test.ts',
        'closes the profile and forgets the person on signing out',
      ),
      tests(
        'test/unit/hosts/electron/clearOnLock.test.ts',
        'has an empty page in the window, and the claim again once the person is back',
      ),
      specs(
        'test/e2e/signIn.spec.ts',
        'whoever signed in before works on after a restart without hub and directory, and signing out closes what was open',
      ),
    ],
  },
  {
    id: 'B4',
    says: 'A changed byte of the packed program stops its start.',
    proofs: [
      tests(
        'test/unit/hosts/electron/packedProduct.test.ts',
        'seals every file but the compiled ones',
        'shows one changed byte by its seal',
      ),
      inElectron('test/e2e/electron/packed.spec.ts', 'one changed letter of the archive stops its start'),
    ],
  },
  {
    id: 'B5',
    says: 'Documents are read in other processes than the windows’ and the database’s.',
    proofs: [
      tests('test/unit/poe/reader/nodeReader.test.ts', 'reads several at once, each in its own process'),
      tests('test/unit/hosts/electron/utilityEntry.test.ts', 'has its own arguments and the channel'),
    ],
  },
  {
    id: 'B6',
    says: 'There is no updater of our own that could be fooled.',
    proofs: [
      saysSo('SECURITY.md', 'There is no updater'),
      noUpdater,
      tests(
        'test/unit/hosts/electron/packedProduct.test.ts',
        'holds libraries of the product alone, none of the workshop, no updater',
      ),
    ],
  },
  {
    id: 'B7',
    says: 'Rules and trust live in the core, which works without a window.',
    proofs: [
      tests(
        'test/unit/workstation/sync/sync.test.ts',
        'starts, decides and sends by itself when the hub is back, also after a restart',
      ),
    ],
  },
  {
    id: 'B8',
    says: 'What is bought in is pinned, runs no script when installed, and is listed.',
    proofs: [
      pinsAndScripts,
      listIsWhole,
      licencesAreKnown,
      elsewhere('The registry answers no question about advisories here.', 'npm audit'),
    ],
  },
]
