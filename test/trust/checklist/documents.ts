import { pdfLibrary } from '../looks/parts.ts'
import { elsewhere, specs, tests, type TrustRow } from '../trustRow.ts'

const READER = 'test/unit/poe/reader/nodeReader.test.ts'
const ZIP = 'test/unit/poe/reader/office/hostileZip.test.ts'
const OFFICE = 'test/unit/poe/reader/office'
const OBJECTS = 'test/unit/poe/reader/wordsOfObjects.test.ts'
const VIEWER = 'test/e2e/viewer/isolation.spec.ts'

/** Documents that strangers send. */
export const DOCUMENTS: readonly TrustRow[] = [
  {
    id: 'D1',
    says: 'A document is read where there is no network, no key and an end to time and memory, and shown in a walled frame.',
    proofs: [
      tests(
        READER,
        'refuses every way out before a parser loads',
        'ends a reading that takes too long',
        'does not start on a document that is too large',
        'believes no answer of another shape',
      ),
      specs(
        VIEWER,
        'from inside the frame neither bridge nor page, cookies, routes or network of the app can be reached',
        'the worker that parses the document cannot reach the app or the world either',
      ),
    ],
  },
  {
    id: 'D2',
    says: 'The PDF library is pinned beyond its holes and runs without scripts and forms.',
    proofs: [
      pdfLibrary,
      tests(
        'test/unit/poe/reader/pdf/pdfLimits.test.ts',
        'is nothing but to parse, in the reader',
        'is nothing but to paint, in the frame',
        'never has forms filled in or scripts run',
      ),
    ],
  },
  {
    id: 'D3',
    says: 'No action of a document is carried out; each is said.',
    proofs: [
      specs(
        VIEWER,
        'a document that wants to act makes no request, opens nothing and leads nowhere when clicked',
      ),
      tests('test/unit/poe/forgeries/forgeries.test.ts', 'flags active_content: '),
    ],
  },
  {
    id: 'D4',
    says: 'Word files fetch nothing and bring no markup of theirs to the page.',
    proofs: [
      specs(
        'test/e2e/viewer/laid.spec.ts',
        'a Word file is shown as it was read: words, table and the place',
      ),
      tests(
        `${OFFICE}/wordReach.test.ts`,
        'gets nothing from there, from no host and no file: ',
        'is flagged, whether it says so or not: ',
        'is none where its picture is its own',
        'is flagged for a field that fetches or starts: ',
        'is none for a field that stays within: ',
        'that runs something or opens a file is flagged, and its words are shown: ',
        'that opens a page or a mail is not: ',
        'comes to the window as words and places alone',
        'are read within the processor’s limit, all of them in one paper',
        'and so are they as fields, links, looks and names',
        'are given up where the limit is reached, and said to be',
      ),
      tests(
        `${OFFICE}/markupLimits.test.ts`,
        'change nothing and crash nothing in markup: ',
        'are values like any other: ',
        'are no words of the page, and are flagged: ',
        'cannot switch off what hides a word',
        'are read under whatever prefix the paper gives to Word’s own',
      ),
      tests(OBJECTS, 'are words like others: ', 'promise no type as the ending of a name: '),
      tests('test/unit/poe/forgeries/forgeries.test.ts', 'flags external_parts: '),
    ],
  },
  {
    id: 'D5',
    says: 'Archives are measured as they are unpacked, and refused where two programs could read two.',
    proofs: [
      tests(ZIP, 'calls a truncated archive corrupt', 'answers every cut and flipped file without an error'),
      tests(
        `${OFFICE}/archiveLimits.test.ts`,
        'is read with the last part that may be',
        'is refused with one part more',
        'is read to the last byte',
        'is refused one byte past it',
        'is read up to a hundred bytes of one',
        'is refused past it',
        'may be of one letter while it is small',
        'is stopped by what it unpacks to where it ',
        'is refused for ',
        'is none for ',
        'is under a password where one part is, and nothing more is said of it',
        'is refused for parts that lie in one another',
        'is named, whatever its name says, and is not unpacked: ',
        'is read as a paper of its own where Office puts papers',
        'is none where a picture is packed, as metafiles are',
      ),
      tests('test/unit/poe/forgeries/forgeries.test.ts', 'flags resource_bomb: ', 'flags zip_anomaly: '),
    ],
  },
  {
    id: 'D6',
    says: 'XML that declares a document type, or has no measure, is refused.',
    proofs: [
      tests(ZIP, 'refuses a DOCTYPE before any entity', 'refuses elements that nest without end'),
      tests(
        `${OFFICE}/markupLimits.test.ts`,
        'is refused in ',
        'is refused behind ',
        'is refused in UTF-16',
        'is refused when it fetches something',
        'is none where a paper writes about one',
        'is refused: ',
        'is not ',
        'is read as it is declared',
        'are never more than what XML has by itself',
        'is refused one step deeper than it may nest',
        'is refused for one too many: ',
      ),
    ],
  },
  {
    id: 'D7',
    says: 'A picture is measured before it is decoded.',
    proofs: [
      tests(
        'test/unit/poe/reader/recognition/recognition.test.ts',
        'that would be giant is refused before it is decoded',
      ),
      tests(
        'test/unit/poe/reader/recognition/pictureLimits.test.ts',
        'is opened at 50 million and refused past it, by its head alone: ',
        'is refused with the longest sides its kind knows: ',
        'is opened with a hundred and refused with one more: ',
        'is never decoded past its head: ',
        'leaves out the page of a TIFF that is, and paints the others',
        'is painted where it is as its head tells',
        'is told by its content, whatever its name says: ',
        'has no decoder where it needs none: ',
        'lets in no decoder but its own',
        'is said to be too large',
        'names no such reason where it is merely broken',
        'is too large as well where all of it would be held at once',
        'keeps its process below 512 MB with 49 million pixels: ',
      ),
      specs('test/e2e/viewer/documents.spec.ts', 'a picture that would fill the memory'),
    ],
  },
  {
    id: 'D8',
    says: 'Mail has limits, and its markup fetches and runs nothing.',
    proofs: [
      specs('test/e2e/viewer/laid.spec.ts', 'the head and the words of a mail stand on one page'),
      specs(
        'test/e2e/viewer/mail.spec.ts',
        'a mail shows its own pictures, names what lies elsewhere and where its links lead, and asks nobody',
        'evidence under pictures and lines of ours lies on its word',
        'two texts of a mail that say different things are both shown, with the words that only one has',
      ),
      tests(
        'test/unit/poe/reader/mail/mailLook.test.ts',
        'are never those of a message inside it, nor those of the message around it',
        'are measured before they are decoded',
        'is named by its address, the unseen as well',
        'has pictures decoded by a process of its own; one that is spoilt takes no other with it',
        'changes no verdict',
      ),
      tests(
        'test/unit/poe/reader/mail/readMail.test.ts',
        'does not read a mail of more than 1,000 parts',
        'does not read parts that nest deeper than sixteen',
        'opens mails in mails three deep and no deeper',
      ),
      tests(
        'test/unit/poe/reader/innerFiles.test.ts',
        'leave the outer one not wholly read where they go deeper, and are named',
        'name every file past the most there may be',
      ),
    ],
  },
  {
    id: 'D9',
    says: 'Bytes go by their hash, and a decision about other bytes is refused.',
    proofs: [
      tests(
        'test/unit/workstation/documents/prefetch.test.ts',
        'leaves nothing on the disk when its bytes are not what its name says',
      ),
      tests(
        'test/conformance/hub/pglite.test.ts',
        'is told that the document was replaced, even where the revision is the same',
      ),
    ],
  },
  {
    id: 'D10',
    says: 'The hub has documents looked through for malware before they go out.',
    proofs: [
      elsewhere('A scanner belongs to the place where the hub runs; there is none here.', 'see SECURITY.md'),
    ],
  },
  {
    id: 'D11',
    says: 'Taking a document along is for those who may, is written down, and leaves no copies about.',
    proofs: [
      tests(
        'test/unit/workstation/documents/takeAway.test.ts',
        'is written where the person chose, under the name that the partner gave, and noted',
        'is noted before a print',
        'is no auditor’s matter',
      ),
      specs(
        'test/e2e/noCopies.spec.ts',
        'fifty papers of all kinds are read and shown, and no copy is made outside of the data folder',
      ),
    ],
  },
]
