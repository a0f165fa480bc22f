import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { DocumentFacts } from '../../../../../src-main/poe/facts/documentFacts.ts'
import { ZIP_LIMITS } from '../../../../../src-main/poe/reader/office/zipRefused.ts'
import { wordPaper } from '../../../../builders/poe/forgeries/wordPaper.ts'
import { type ZipPart, type ZipParts, writeZip } from '../../../../builders/poe/forgeries/zipWriter.ts'
import { docxOf, packageOf, paragraph } from '../../../../builders/poe/officeFiles.ts'
import { factsOfBytes } from '../../../../builders/poe/pieces.ts'
import { largePart, partOfRatio } from '../../../../builders/poe/swellingParts.ts'

const HONEST: readonly ZipPart[] = Object.entries(unzipSync(wordPaper())).map(([name, data]) => ({
  name,
  data: Buffer.from(data),
}))
const paperWith = (more: readonly ZipPart[], rest: Omit<ZipParts, 'parts'> = {}): Uint8Array =>
  writeZip({ parts: [...HONEST, ...more], ...rest })
const changed = (change: Partial<ZipPart>): Uint8Array =>
  writeZip({
    parts: HONEST.map((part) => (part.name === 'word/document.xml' ? { ...part, ...change } : part)),
  })

const factsOf = async (bytes: Uint8Array): Promise<DocumentFacts> => (await factsOfBytes(bytes)).facts
const told = ({ status, reason, flags }: DocumentFacts) => ({
  status,
  reason,
  flags: flags.map(({ kind, text }) => `${kind}: ${text?.replace('The archive is refused: ', '')}`),
})
const READ = { status: 'read', reason: null, flags: [] } as const
const refused = (kind: 'resource_bomb' | 'zip_anomaly', why: string) => ({
  status: 'could_not_check',
  reason: kind === 'resource_bomb' ? 'too_large' : 'page_errors',
  flags: [`${kind}: ${why}`],
})

const spares = (count: number): ZipPart[] =>
  Array.from({ length: count }, (_, i) => ({ name: `word/spare${i}.xml`, data: '<a/>' }))

describe('an archive of as many parts as there may be', () => {
  it('is read with the last part that may be', async () => {
    const bytes = paperWith(spares(ZIP_LIMITS.entries - HONEST.length))
    expect(told(await factsOf(bytes))).toEqual(READ)
  })

  it('is refused with one part more', async () => {
    const bytes = paperWith(spares(ZIP_LIMITS.entries - HONEST.length + 1))
    expect(told(await factsOf(bytes))).toEqual(refused('resource_bomb', 'too many parts'))
  })
})

const honestBytes = HONEST.reduce((sum, { data }) => sum + Buffer.from(data).length, 0)
const BLOCK = 48 * 1024 * 1024
const block = largePart('word/block.xml', BLOCK)
/** Parts that come to this much over the limit once they are unpacked, beside the paper's own. */
function filled(over: number): Uint8Array {
  const blocks = Array.from({ length: 4 }, (_, i) => ({ ...block, name: `word/block${i}.xml` }))
  const rest = largePart('word/rest.xml', ZIP_LIMITS.inflatedBytes - honestBytes - 4 * BLOCK + over)
  return paperWith([...blocks, rest])
}

describe('an archive that unpacks to as much as it may', () => {
  it('is read to the last byte', async () => {
    expect(told(await factsOf(filled(0)))).toEqual(READ)
  })

  it('is refused one byte past it', async () => {
    expect(told(await factsOf(filled(1)))).toEqual(refused('resource_bomb', 'a part swells'))
  })
})

describe('a part that swells', () => {
  const LENGTH = 2 * 1024 * 1024
  const under = partOfRatio('word/swollen.xml', LENGTH, ZIP_LIMITS.ratio)
  const over = partOfRatio('word/swollen.xml', LENGTH, ZIP_LIMITS.ratio + 1)

  it('is read up to a hundred bytes of one', async () => {
    expect(LENGTH / under.packed.length).toBeGreaterThan(ZIP_LIMITS.ratio - 1)
    expect(told(await factsOf(paperWith([under])))).toEqual(READ)
  })

  it('is refused past it', async () => {
    expect(LENGTH / over.packed.length).toBeLessThan(ZIP_LIMITS.ratio + 1.01)
    expect(told(await factsOf(paperWith([over])))).toEqual(refused('resource_bomb', 'a part swells'))
  })

  it('may be of one letter while it is small', async () => {
    const data = 'a'.repeat(ZIP_LIMITS.ratioFrom)
    expect(told(await factsOf(paperWith([{ name: 'word/same.xml', data }])))).toEqual(READ)
    const more = { name: 'word/same.xml', data: `${data}a` }
    expect(told(await factsOf(paperWith([more])))).toEqual(refused('resource_bomb', 'a part swells'))
  })

  it.for([
    ['says that it is short', { saysSize: 40 }],
    ['says in a descriptor that it is short', { described: true, saysSize: 40 }],
    ['says in 64 bits that it is short', { wide: 'agreed', saysSize: 40 }],
  ] as const)('is stopped by what it unpacks to where it %s', async ([, says]) => {
    const bytes = paperWith([{ ...over, ...says }])
    expect(told(await factsOf(bytes))).toEqual(refused('resource_bomb', 'a part swells'))
  })
})

const OTHER = '<document><body/></document>'
const named = (name: string) => paperWith([{ name, data: OTHER }])
const LEADS_OUT = 'a part’s name leads out of the archive'
const DIFFER = 'a part’s head and the list differ'

const ANOMALIES: readonly (readonly [string, () => Uint8Array, string])[] = [
  [
    'something before it',
    () => paperWith([], { before: Buffer.from('PK\x03\x04') }),
    'something stands before the archive',
  ],
  [
    'something before it that its places leave out',
    () => paperWith([], { before: Buffer.from('PK\x03\x04'), movesPlaces: false }),
    'something stands before or after the archive',
  ],
  [
    'one byte behind it',
    () => paperWith([], { after: Buffer.alloc(1) }),
    'something stands after the archive',
  ],
  [
    'one byte between its parts',
    () => changed({ behind: Buffer.alloc(1) }),
    'something stands between the parts',
  ],
  [
    'one byte behind the end of a part',
    () => changed({ slack: Buffer.alloc(1) }),
    'something stands behind a part’s end',
  ],
  ['a list that names other lengths than a head', () => changed({ headSize: 41 }), DIFFER],
  ['a list that names another sum than a head', () => changed({ headSum: 1 }), DIFFER],
  ['a list that names another part than a head', () => changed({ headName: 'word/documenu.xml' }), DIFFER],
  ['a head that is locked where the list is not', () => changed({ headFlags: 1 }), DIFFER],
  ['a length that lies short', () => changed({ saysSize: 40 }), 'a part is not as long as it says'],
  ['a length that lies long', () => changed({ saysSize: 4_000_000 }), 'a part is not as long as it says'],
  ['a sum that lies', () => changed({ saysSum: 1 }), 'a part is not what its sum says'],
  [
    'a descriptor that lies',
    () => changed({ described: true, describedSize: 40 }),
    'something stands between the parts',
  ],
  ['a length of 64 bits that two places tell differently', () => changed({ wide: 'differing' }), DIFFER],
  [
    'a length of 64 bits that is told nowhere',
    () => changed({ wide: 'untold' }),
    'a length that is told nowhere',
  ],
  ['an end of 64 bits', () => paperWith([], { wideEnd: true }), 'larger than any paper'],
  [
    'an unknown way of packing',
    () => changed({ method: 12 }),
    'a part is packed in a way that few programs know',
  ],
  [
    'a way of packing that only newer programs know',
    () => changed({ method: 9 }),
    'a part is packed in a way that few programs know',
  ],
  [
    'two parts in the same bytes',
    () =>
      paperWith([
        { name: 'word/twin.xml', headName: 'word/document.xml', data: '', placeOf: 'word/document.xml' },
      ]),
    DIFFER,
  ],
  ['one name twice', () => named('word/document.xml'), 'two parts of one name'],
  ['names that differ by case', () => named('Word/DOCUMENT.xml'), 'two parts of one name'],
  ['a name that goes up', () => named('word/../../etc/passwd'), LEADS_OUT],
  ['a name that begins by going up', () => named('../evil.xml'), LEADS_OUT],
  ['a name that ends by going up', () => named('word/..'), LEADS_OUT],
  ['an absolute name', () => named('/etc/passwd'), LEADS_OUT],
  ['a name with other strokes', () => named('word\\..\\evil.xml'), LEADS_OUT],
  ['a name of another machine', () => named('\\\\server\\share'), LEADS_OUT],
  ['a name with a drive', () => named('c:evil.xml'), LEADS_OUT],
  ['a name with an empty step', () => named('word//document.xml'), LEADS_OUT],
  ['a name that stays where it is', () => named('word/./document.xml'), LEADS_OUT],
  ['a name whose strokes are written in signs', () => named('word/..%2f..%2fevil.xml'), LEADS_OUT],
  ['a name that ends early for some', () => named('word/document.xml\0.png'), LEADS_OUT],
  ['a name that some programs cut', () => named('word/document.xml.'), LEADS_OUT],
]

const TWINS: readonly (readonly [string, () => Uint8Array])[] = [
  ['its parts one behind the other', () => paperWith([])],
  [
    'lengths behind its parts',
    () => writeZip({ parts: HONEST.map((part) => ({ ...part, described: true })) }),
  ],
  [
    'lengths of 64 bits',
    () => writeZip({ parts: HONEST.map((part) => ({ ...part, wide: 'agreed' as const })) }),
  ],
  ['parts that are not packed', () => writeZip({ parts: HONEST.map((part) => ({ ...part, method: 0 })) })],
  ['a folder', () => paperWith([{ name: 'word/media/', data: '', method: 0 }])],
  ['points in a name', () => named('word/v1.2..final.xml')],
]

describe('an archive that two programs could read in two ways', () => {
  it.for(ANOMALIES)('is refused for %s', async ([, make, why]) => {
    expect(told(await factsOf(make()))).toEqual(refused('zip_anomaly', why))
  })

  it.for(TWINS)('is none for %s', async ([, make]) => {
    expect(told(await factsOf(make()))).toEqual(READ)
  })

  it('is under a password where one part is, and nothing more is said of it', async () => {
    expect(told(await factsOf(changed({ flags: 1 })))).toEqual({
      status: 'could_not_check',
      reason: 'encrypted',
      flags: [],
    })
  })

  it('is refused for parts that lie in one another', async () => {
    const inner = writeZip({ parts: [{ name: 'word/inner.xml', data: OTHER, method: 0 }] })
    // The inner part's head lies within the bytes of another part, which is not packed, and the list names both.
    const bytes = paperWith([
      { name: 'word/outer.xml', data: inner, method: 0 },
      { name: 'word/inner.xml', data: OTHER, method: 0 },
    ])
    const list = Buffer.from(bytes)
    const place = list.indexOf('PK\x03\x04', list.indexOf('word/outer.xml'), 'latin1')
    const line = list.lastIndexOf('word/inner.xml') - 46
    list.writeUInt32LE(place, line + 42)
    expect(told(await factsOf(list))).toEqual(refused('zip_anomaly', 'parts overlap'))
  })
})

const inner = docxOf(paragraph('Inner words'))

describe('an archive within an archive', () => {
  it.for([
    ['a ZIP', packageOf({ 'a.txt': 'a' })],
    ['a Word file', inner],
    ['a 7z', Buffer.from('7z\xbc\xaf\x27\x1c and so on', 'latin1')],
    ['a RAR', Buffer.from('Rar!\x1a\x07 and so on', 'latin1')],
    ['a gzip', Buffer.from('\x1f\x8b\x08 and so on', 'latin1')],
  ] as const)('is named, whatever its name says, and is not unpacked: %s', async ([, data]) => {
    const { facts, inner: files } = await factsOfBytes(paperWith([{ name: 'word/media/image1.png', data }]))
    expect(told(facts)).toEqual({ ...READ, flags: ['embedded_files: word/media/image1.png'] })
    expect(files).toEqual([])
  })

  it('is read as a paper of its own where Office puts papers', async () => {
    const part = { name: 'word/embeddings/order.docx', data: inner }
    const { facts, inner: files } = await factsOfBytes(paperWith([part]))
    expect(told(facts)).toEqual({ ...READ, flags: ['embedded_files: word/embeddings/order.docx'] })
    expect(files).toEqual(['order.docx'])
  })

  it('is none where a picture is packed, as metafiles are', async () => {
    const part = { name: 'word/media/image1.emz', data: Buffer.from('\x1f\x8b\x08 and so on', 'latin1') }
    expect(told(await factsOf(paperWith([part])))).toEqual(READ)
  })
})
