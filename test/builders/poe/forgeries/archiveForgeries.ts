import { unzipSync } from 'fflate'
import type { Forgery } from './forgery.ts'
import { wordPaper } from './wordPaper.ts'
import { type ZipPart, type ZipParts, writeZip } from './zipWriter.ts'

const MAIN = 'word/document.xml'
const OTHER = Buffer.from('<document><body/></document>')

/** The parts of an honest Word file. */
const honest = (): ZipPart[] =>
  Object.entries(unzipSync(wordPaper())).map(([name, data]) => ({ name, data: Buffer.from(data) }))

const archive =
  (change: (parts: ZipPart[]) => readonly ZipPart[], more: Omit<ZipParts, 'parts'> = {}) =>
  (): Uint8Array =>
    writeZip({ parts: change(honest()), ...more })

/** The paper with one of its parts written otherwise. */
const withMain = (change: Partial<ZipPart>): (() => Uint8Array) =>
  archive((parts) => parts.map((part) => (part.name === MAIN ? { ...part, ...change } : part)))
const withPart = (part: ZipPart): (() => Uint8Array) => archive((parts) => [...parts, part])
const named = (name: string): (() => Uint8Array) => withPart({ name, data: OTHER })

/** A name in extra data, as programs write it for letters that their own names can't hold. */
function unicodeName(name: string): Uint8Array {
  const field = Buffer.concat([Buffer.alloc(9), Buffer.from(name)])
  field.writeUInt16LE(0x7075, 0)
  field.writeUInt16LE(field.length - 4, 2)
  field.writeUInt8(1, 4)
  return field
}

/** Games with the archive that a Word file is: two programs could read two papers in it. */
export const ARCHIVE_FORGERIES: readonly Forgery[] = [
  {
    kind: 'zip_anomaly',
    hostile: {
      'one name twice': named(MAIN),
      'a twin by case': named('Word/Document.xml'),
      'a head that names another part': withMain({ headName: 'word/documenu.xml' }),
      'two names for one part': withMain({ extra: unicodeName('word/other.xml') }),
      'two parts in the same bytes': withPart({
        name: 'word/twin.xml',
        headName: MAIN,
        data: '',
        placeOf: MAIN,
      }),
      'something before the archive': archive((parts) => parts, { before: Buffer.from('PK\x03\x04 first') }),
      'something before that the places leave out': archive((parts) => parts, {
        before: Buffer.from('PK\x03\x04 first'),
        movesPlaces: false,
      }),
      'something behind the archive': archive((parts) => parts, { after: Buffer.from('the end') }),
      'something between the parts': withMain({ behind: Buffer.from('another paper') }),
      'a part that no list names': archive((parts) => [
        { name: 'word/documen2.xml', data: OTHER, unlisted: true },
        ...parts,
      ]),
      'an absolute name': named('/word/evil.xml'),
      'a name with a drive': named('C:/word/evil.xml'),
      'a name that leads out': named('word/../../evil.xml'),
      'a name that leads out by other slashes': named('word\\..\\evil.xml'),
      'a length that lies short': withMain({ saysSize: 40 }),
      'a length that lies long': withMain({ saysSize: 4_000_000 }),
      'a sum that lies': withMain({ saysSum: 0x12345678 }),
      'a count that lies': archive((parts) => parts, { saysCount: 2 }),
      'a head with another sum': withMain({ headSum: 0x12345678 }),
      'a head with another length': withMain({ headSize: 40 }),
      'a head that says it is locked': withMain({ headFlags: 1 }),
      'a head that leaves its lengths open': withMain({ headFlags: 8 }),
      'a length behind the part that lies': withMain({ described: true, describedSize: 40 }),
      'a long length that the list tells otherwise': withMain({ wide: 'differing' }),
      'a long length that is told nowhere': withMain({ wide: 'untold' }),
      'a list with two ends': archive((parts) => parts, { wideEnd: true }),
      'a list that goes on in another file': archive((parts) => parts, { lastFile: 1 }),
      'words behind the end of a part': withMain({ slack: Buffer.from('another paper') }),
      'a part that few programs unpack': withMain({ method: 12 }),
      'a name that tidies up to another': named('word/./document.xml'),
      'a name in signs that stand for others': named('word%2Fdocument.xml'),
      'a name with a blank at its end': named('word/document.xml '),
      'a twin in wide letters': named('word/ｄocument.xml'),
    },
    clean: {
      'an honest file': () => wordPaper(),
      'the same parts written one by one': archive((parts) => parts),
      'lengths behind the parts': archive((parts) => parts.map((part) => ({ ...part, described: true }))),
      'a part that nothing names': named('word/spare.xml'),
      'parts as they are, unpacked': archive((parts) => parts.map((part) => ({ ...part, method: 0 }))),
      'lengths in 64 bits': archive((parts) => parts.map((part) => ({ ...part, wide: 'agreed' as const }))),
      'a folder of its own': archive((parts) => [{ name: 'word/', data: '', method: 0 }, ...parts]),
      'a name with an accent': withPart({ name: 'word/médias.xml', data: OTHER, flags: 0x0800 }),
      'names that differ in a letter': named('word/documents.xml'),
    },
  },
  {
    kind: 'resource_bomb',
    hostile: {
      'a part of one letter': withPart({ name: 'word/same.xml', data: Buffer.alloc(4_000_000, 0x20) }),
      'a part of one letter that says it is short': withPart({
        name: 'word/same.xml',
        data: Buffer.alloc(4_000_000, 0x20),
        saysSize: 40,
      }),
      'more parts than any paper has': archive((parts) => [
        ...parts,
        ...Array.from({ length: 2000 }, (_, i) => ({ name: `word/p${i}.xml`, data: OTHER })),
      ]),
      'a document type': withPart({ name: 'word/other.xml', data: '<!DOCTYPE x><x/>' }),
      'elements without end': withMain({ data: '<w:p>'.repeat(400) }),
    },
    clean: {
      'a part of many words': withPart({
        name: 'word/words.xml',
        data: Array.from({ length: 60_000 }, (_, i) => `<w n="${i}"/>`).join(''),
      }),
      'words about a document type': () =>
        wordPaper('<w:p><w:r><w:t>&lt;!DOCTYPE html&gt;</w:t></w:r></w:p>'),
    },
  },
]
