import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createNodeReader } from '../../../../../src-main/poe/reader/nodeReader.ts'
import { recognitionPlace } from '../../../../../src-main/poe/reader/recognition/recognitionPlace.ts'
import { startReader } from '../../../../../src-main/poe/reader/startReader.ts'
import { type Artist, drawnPng } from '../../../../builders/poe/drawnTones.ts'
import { READER_ENTRY, READER_FOLDERS, readBytes } from '../../../../builders/poe/readers.ts'

const probe = (name: string): string => fileURLToPath(new URL(`../probes/${name}.ts`, import.meta.url))
const POE = fileURLToPath(new URL('../../../../../src-main/poe', import.meta.url))
const PLACE = { entry: READER_ENTRY, ...READER_FOLDERS }
const PATIENT = 120_000

const paper = (artist: Artist): void => {
  artist.text('Statement of Work', 70, 90, 20)
  artist.text('The consultant deployed Microsoft Teams for all offices of the client.', 70, 140)
  artist.text('The work was accepted without any reservations by both of the parties.', 70, 160)
  artist.text('Signature of the client', 70, 420)
  artist.line(70, 400, 260, 400)
}

describe('a picture of a paper', () => {
  it(
    'reads the same to processes that stood by and rehearsed',
    async () => {
      const reader = createNodeReader({ ...PLACE, standsBy: true })
      const picture = drawnPng(paper)
      const fresh = await readBytes(reader, picture)
      const rehearsed = await readBytes(reader, picture)
      reader.close()
      expect(fresh.status).toBe('read')
      expect(rehearsed).toEqual(fresh)
    },
    PATIENT,
  )

  it(
    'reads the same to one recogniser as to two that share its halves',
    async () => {
      const picture = drawnPng((artist) => {
        paper(artist)
        for (let row = 0; row < 14; row += 1)
          artist.text(
            'Meetings were recorded, and guests were let in by the owners of teams.',
            70,
            190 + row * 14,
          )
      })
      const readers = [1, 2].map((recognisers) =>
        createNodeReader({ ...PLACE, recognitionLimits: { recognisers } }),
      )
      const [alone, shared] = await Promise.all(readers.map((reader) => readBytes(reader, picture)))
      for (const reader of readers) reader.close()
      expect(alone?.pages[0]?.words.length).toBeGreaterThan(150)
      expect(shared).toEqual(alone)
    },
    PATIENT,
  )

  it(
    'is read with its words, its rule and what was signed on it',
    async () => {
      const reader = createNodeReader(PLACE)
      const signed = drawnPng((artist) => {
        paper(artist)
        artist.pen(90, 362, 120, 34)
      })
      const facts = await readBytes(reader, signed)
      const [page] = facts.pages
      const text = page?.words.map((word) => word.text).join(' ')
      reader.close()
      expect(facts).toMatchObject({ status: 'read', reason: null, pageCount: 1, type: 'png' })
      expect(page).toMatchObject({ turned: 0, ocr: { languages: 'eng' } })
      expect(text).toContain('deployed Microsoft Teams for all offices')
      expect(page?.strokes.filter(({ penLike }) => penLike)).toHaveLength(1)
    },
    PATIENT,
  )

  it(
    'is set upright when it stands on its head',
    async () => {
      const reader = createNodeReader(PLACE)
      const turnedOver = drawnPng((artist) => {
        artist.turn(180)
        paper(artist)
      })
      const facts = await readBytes(reader, turnedOver)
      const [page] = facts.pages
      reader.close()
      expect(page?.turned).toBe(180)
      const title = page?.words.find(({ text }) => text === 'Statement')
      // Upright it stands at the top left; in the file it stands at the bottom.
      expect(title?.rect[1]).toBeLessThan(0.2)
      expect(Math.max(...(title?.quad ?? []).filter((_, i) => i % 2 === 1))).toBeLessThan(200)
    },
    PATIENT,
  )

  it('that would be giant is refused before it is decoded', async () => {
    const reader = createNodeReader(PLACE)
    const facts = await readBytes(reader, emptyPng(30_000, 30_000))
    reader.close()
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'too_large', pages: [] })
  })

  it('that stops the recogniser leaves the document unread, and the recogniser is killed', async () => {
    const own = recognitionPlace(PLACE)
    const reader = createNodeReader({
      ...PLACE,
      recognition: { ...own, recogniser: { ...own.recogniser, entry: probe('deafRecogniser') } },
      recognitionLimits: { pageMs: 300 },
    })
    const facts = await readBytes(reader, drawnPng(paper))
    reader.close()
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'scan', pageCount: 1 })
  })
})

describe('painter and recogniser', () => {
  it.each(['painter', 'recogniser'] as const)('the %s has no way out', async (kind) => {
    const place = recognitionPlace(PLACE)
    const role = kind === 'painter' ? place.painterRole : place.recogniserRole
    const child = startReader({ ...PLACE, entry: probe('escape'), codeFolders: [`${POE}/`] }, role)
    const [answer] = await once(child, 'message')
    const { results, globals } = answer as { results: Record<string, string>; globals: string[] }
    const allowed = kind === 'painter' ? ['load an add-on'] : []
    const out = Object.keys(results).filter((name) => results[name] !== 'refused')
    expect(globals).toEqual([])
    expect(out).toEqual(allowed)
  })
})

/** A PNG that names a size and holds hardly a pixel of it. */
function emptyPng(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    return Buffer.concat([size, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(new Uint8Array(64))),
    chunk('IEND', new Uint8Array()),
  ])
}
