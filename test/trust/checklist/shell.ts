import { newestOfTheirLine } from '../looks/registry.ts'
import { alsoInElectron, inElectron, specs, tests, type TrustRow } from '../trustRow.ts'

const SESSION = 'test/unit/hosts/electron/wholeSession.test.ts'
const PACKED = 'test/unit/hosts/electron/packedProduct.test.ts'
const DOORS = 'test/unit/preload/builtDoors.test.ts'
const WALLS = 'test/e2e/electron/walls.spec.ts'
const WAYS = 'test/e2e/electron/ways.spec.ts'
const IN_PACKED = 'test/e2e/electron/packed.spec.ts'

/** The Electron shell: its own list of twenty, each as something that can be tried. */
export const SHELL: readonly TrustRow[] = [
  {
    id: 'E1',
    says: 'A window reaches nothing but the product: no request leaves for a network.',
    proofs: [
      tests(SESSION, 'cancels every request to a network or to files'),
      specs('test/e2e/isolation.spec.ts', 'the frame in which documents are shown reaches neither bridge'),
      specs(
        'test/e2e/silence.spec.ts',
        'from the first screen over a proof to a decision the window asks nobody but its own host',
        'a lead’s pages ask nobody but the two origins of this machine, by request or socket',
      ),
    ],
  },
  {
    id: 'E2',
    says: 'Pages have no Node.',
    proofs: [
      tests(SESSION, 'opens a window whose pages have no Node, no webview and a sandbox'),
      inElectron(WALLS, 'no window and no frame has anything of Node'),
    ],
  },
  {
    id: 'E3',
    says: 'What a page does to its own world does not reach the preload script.',
    proofs: [
      tests(DOORS, 'has put the bridge on the window when its script has run, fixed and frozen'),
      inElectron(WALLS, 'a page that overwrites what its own world is made of'),
    ],
  },
  {
    id: 'E4',
    says: 'Every renderer is in the sandbox.',
    proofs: [
      tests(SESSION, 'turns the sandbox on and declares its schemes before Electron is ready'),
      inElectron(WALLS, 'every renderer stands in the sandbox of the system'),
    ],
  },
  {
    id: 'E5',
    says: 'No permission is granted but the writing of plain text to the clipboard.',
    proofs: [
      tests(SESSION, 'grants the writing of plain text to the clipboard to the app, and nothing else'),
      alsoInElectron(WAYS, 'nothing that a page may ask a person for is given'),
    ],
  },
  {
    id: 'E6',
    says: 'No page goes without the web’s own walls.',
    proofs: [
      tests(SESSION, 'opens a window whose pages have no Node, no webview and a sandbox'),
      alsoInElectron(WALLS, 'every page was given all of the web’s walls and no experiment'),
    ],
  },
  {
    id: 'E7',
    says: 'Pages come with a policy under which no foreign script runs.',
    proofs: [
      tests(SESSION, 'serves pages from the core with its policy, and nothing beside them'),
      tests('test/conformance/bridge/pagesSecurity.test.ts', 'is the app with its door before its scripts'),
      specs(
        'test/e2e/isolation.spec.ts',
        'a script that came into a page of the app as words does not run, and nothing is fetched',
      ),
    ],
  },
  ...['E8', 'E9', 'E10'].map(
    (id): TrustRow => ({
      id,
      says: 'No window is opened with mixed content, experiments or features of the engine switched on.',
      proofs: [
        tests(SESSION, 'opens a window whose pages have no Node, no webview and a sandbox'),
        alsoInElectron(WALLS, 'every page was given all of the web’s walls and no experiment'),
      ],
    }),
  ),
  ...['E11', 'E12'].map(
    (id): TrustRow => ({
      id,
      says: 'There is no webview, and none can be attached.',
      proofs: [
        tests(SESSION, 'opens no further window, no webview and no download'),
        alsoInElectron(WALLS, 'a webview is an element without meaning'),
      ],
    }),
  ),
  {
    id: 'E13',
    says: 'A window goes nowhere but to the product’s own origins.',
    proofs: [
      tests(SESSION, 'lets the window go nowhere but to the app, and frames nowhere but to the viewer'),
      alsoInElectron(WAYS, 'a window goes nowhere but to the app'),
    ],
  },
  {
    id: 'E14',
    says: 'No page opens a window.',
    proofs: [
      tests(SESSION, 'opens no further window, no webview and no download'),
      alsoInElectron(WAYS, 'no page opens a window, by script or by a link'),
    ],
  },
  {
    id: 'E15',
    says: 'Only addresses of a fixed list are handed to the system’s browser.',
    proofs: [
      tests(SESSION, 'opens in the system’s browser the addresses of the contract’s list and no other'),
      tests('test/unit/hosts/services/systemBrowser.test.ts', 'are Microsoft’s own, over https'),
    ],
  },
  {
    id: 'E16',
    says: 'Electron and the Node packages are the newest of their line.',
    proofs: [newestOfTheirLine],
  },
  {
    id: 'E17',
    says: 'Calls are answered to the top frame of the own window at the own origin alone.',
    proofs: [
      tests(
        SESSION,
        'answers the top frame of its own window at its own origin and no other',
        'has one channel for calls',
      ),
      alsoInElectron(WAYS, 'a call from another window is refused, whatever page it shows'),
    ],
  },
  {
    id: 'E18',
    says: 'Pages come by a scheme of our own, and nothing beside the packed files does.',
    proofs: [
      tests(SESSION, 'gives its two schemes no way around the content policy'),
      tests(
        'test/conformance/bridge/pagesSecurity.test.ts',
        'is never a file beside the pages, on neither origin',
      ),
      alsoInElectron(WAYS, 'the product’s schemes give out its pages and no file beside them'),
    ],
  },
  {
    id: 'E19',
    says: 'The packed program’s fuses are blown.',
    proofs: [
      tests(
        PACKED,
        'has blown the fuses by which others would look into it',
        'is started as a Node by nothing of ours',
      ),
      inElectron(IN_PACKED, 'the fuses in the packed binary are those of the configuration'),
    ],
  },
  {
    id: 'E20',
    says: 'The bridge is three functions through which plain JSON goes, and no event.',
    proofs: [
      tests(
        DOORS,
        'needs Electron and nothing else, and gives the page three functions',
        'never rejects, and sends nothing that is not plain JSON',
        'hands the page the frame and never the event that carried it',
      ),
    ],
  },
]
