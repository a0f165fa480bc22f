import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docxOf, packageOf, paragraph } from '../../../../builders/poe/officeFiles.ts'
import { factsOfBytes } from '../../../../builders/poe/pieces.ts'

const honest = (): Buffer => Buffer.from(docxOf(paragraph('Work order')))
const withParts = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  docxOf(paragraph('x'), { parts })

/** Changes bytes at the first place where these stand. */
function patched(bytes: Buffer, find: string, by: string, from = 0): Buffer {
  const at = bytes.indexOf(find, from, 'latin1')
  bytes.write(by, at, 'latin1')
  return bytes
}

const bomb = (): Uint8Array => {
  const zeros = new Uint8Array(64 * 1024 * 1024)
  return packageOf({ '_rels/.rels': zeros, 'word/document.xml': zeros })
}

const doubled = (): Uint8Array => {
  const bytes = Buffer.from(packageOf({ 'word/document.xml': 'a', 'word/documenu.xml': 'b' }))
  const central = bytes.lastIndexOf('word/documenu.xml', undefined, 'latin1')
  return patched(patched(bytes, 'documenu', 'document'), 'documenu', 'document', central - 1)
}

const CASES: readonly (readonly [string, () => Uint8Array, string, string])[] = [
  ['a part that swells', bomb, 'resource_bomb', 'too_large'],
  [
    '5,000 parts',
    () => withParts(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`word/p${i}.xml`, 'x']))),
    'resource_bomb',
    'too_large',
  ],
  ['a name that leads out', () => withParts({ 'word/../../evil.xml': 'x' }), 'zip_anomaly', 'page_errors'],
  ['an absolute name', () => withParts({ '/etc/word.xml': 'x' }), 'zip_anomaly', 'page_errors'],
  ['two parts of one name', doubled, 'zip_anomaly', 'page_errors'],
  [
    'names that differ by case alone',
    () => withParts({ 'word/Document.xml': 'x' }),
    'zip_anomaly',
    'page_errors',
  ],
  [
    'a head that names another part than the list',
    () => patched(honest(), 'word/document.xml', 'word/documenX.xml'),
    'zip_anomaly',
    'page_errors',
  ],
  [
    'something behind the archive',
    () => Buffer.concat([honest(), Buffer.from('tail')]),
    'zip_anomaly',
    'page_errors',
  ],
]

describe('archives that are no honest papers', () => {
  it.for(CASES)('refuses %s and leaves it open', async ([, make, flag, reason]) => {
    const { facts } = await factsOfBytes(make())
    expect(facts).toMatchObject({ type: 'docx', status: 'could_not_check', reason, pages: [] })
    expect(facts.flags.map(({ kind }) => kind)).toEqual([flag])
  })

  it('refuses a DOCTYPE before any entity', async () => {
    const bytes = docxOf('', {
      parts: {
        'word/document.xml':
          '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><document><body><p><r><t>&b;</t></r></p></body></document>',
      },
    })
    const { facts } = await factsOfBytes(bytes)
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'too_large' })
  })

  it('refuses elements that nest without end', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(4000)}${'</w:sdtContent></w:sdt>'.repeat(4000)}`
    const { facts } = await factsOfBytes(docxOf(deep))
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'too_large' })
  })

  it('calls a truncated archive corrupt', async () => {
    const { facts } = await factsOfBytes(honest().subarray(0, 600))
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'corrupt' })
  })

  it('reads archives however well they are packed', async () => {
    const stored = zipSync(
      Object.fromEntries(
        Object.entries({
          '_rels/.rels':
            '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
          'word/document.xml': `<document><body>${paragraph('stored')}</body></document>`,
        }).map(([name, text]) => [name, new TextEncoder().encode(text)]),
      ),
      { level: 0 },
    )
    expect((await factsOfBytes(stored)).facts.pages[0]?.words[0]?.text).toBe('stored')
  })

  it('answers every cut and flipped file without an error', async () => {
    const whole = honest()
    for (let i = 0; i < 300; i += 1) {
      const bytes = Buffer.from(
        i % 2 === 0 ? whole : whole.subarray(0, 30 + ((i * 37) % (whole.length - 30))),
      )
      const at = (i * 101) % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (i % 8))
      const { facts } = await factsOfBytes(bytes)
      expect(['read', 'partly', 'could_not_check']).toContain(facts.status)
    }
  })
})
