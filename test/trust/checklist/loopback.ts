import { elsewhere, tests, type TrustRow } from '../trustRow.ts'

const PAGES = 'test/conformance/bridge/pagesSecurity.test.ts'
const SOCKET = 'test/conformance/bridge/socketSecurity.test.ts'
const WINDOW = 'test/unit/hosts/loopback/browserWindow.test.ts'

/** The product served to a browser of the same machine. */
export const LOOPBACK: readonly TrustRow[] = [
  {
    id: 'L1',
    says: 'No port is opened on the workstation.',
    proofs: [
      elsewhere(
        'The design has the loopback host serve the product to a local browser; L2 to L5 hold it shut. In Electron there is no port.',
        'npm run electron:install && npm test -- electron',
      ),
    ],
  },
  {
    id: 'L2',
    says: 'The port answers on this machine alone, and under its own names alone.',
    proofs: [
      tests(
        PAGES,
        'is one of the two exact names, or the answer is 403 whatever else is right',
        'must be there, and only once',
        'is asked before the session, the path and the method',
        'cannot be replaced by an address in the request line',
        'goes out on 127.0.0.1 alone',
      ),
      tests(SOCKET, 'needs the right Host, and not the viewer’s'),
    ],
  },
  {
    id: 'L3',
    says: 'A secret of each start lets in, once, and is in no command line, file of others or log.',
    proofs: [
      tests(
        PAGES,
        'is given once for a token',
        'is not given for a token of more than five minutes, a wrong one or none',
        'leaves nothing of refused requests in the log',
      ),
      tests(
        WINDOW,
        'can be read by its owner alone',
        'is opened without the token in its command line, on a profile of its own',
        'takes its bootstrap page away when it is no longer needed, and when it closes',
      ),
    ],
  },
  {
    id: 'L4',
    says: 'No page of another origin can use the session.',
    proofs: [
      tests(
        PAGES,
        'is ours when there is one',
        'may not hide behind another page of this machine',
        'never earns a grant to read across origins',
        'comes in a cookie that scripts and other sites never see',
      ),
      tests(SOCKET, 'needs our own Origin, exactly', 'needs a session'),
    ],
  },
  {
    id: 'L5',
    says: 'Another person of the same machine gets neither secret nor database.',
    proofs: [
      tests(
        'test/unit/hosts/services/dataDir.test.ts',
        'is closed to other people, also when it was open before',
      ),
      process.getuid?.() === 0
        ? tests(
            'test/unit/hosts/loopback/secondUser.test.ts',
            'is really somebody else, who reads what is open to all',
            'lists nothing of the data folder and reads no file in it: database, journal, token or launch page',
            'writes nothing into it either',
            'finds no token in what the process lets everybody see',
            'reaches the port and is refused at it, by page and by socket',
          )
        : elsewhere(
            'Only root may act as another person.',
            'sudo npm test -- vitest test/unit/hosts/loopback/secondUser.test.ts',
          ),
    ],
  },
  {
    id: 'L6',
    says: 'The browser’s own help is not counted on.',
    proofs: [tests(PAGES, 'is one of the two exact names, or the answer is 403 whatever else is right')],
  },
]
