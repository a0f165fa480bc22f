import { describe, expect, it } from 'vitest'
import {
  currentVersion,
  notedVersions,
  partsHere,
  readNotes,
  ReleaseNotes,
  whyNotOut,
} from '../release/notes.ts'
import { ROOT } from './sourceFiles.ts'

const notes = readNotes(ROOT, currentVersion(ROOT))
const here = partsHere(ROOT)

describe('the notes of a version', () => {
  it('are there for the version of this tree, and say something to everybody in both languages', () => {
    expect(notes.version).toBe(currentVersion(ROOT))
    expect(new Set(notes.changes.map((change) => change.for))).toEqual(
      new Set(['reviewers', 'leads', 'operators']),
    )
    const untold = [...notes.changes, ...notes.gaps].filter(({ en, it }) => en === it)
    expect(untold).toEqual([])
  })

  it('of a version that is out are about the parts of this very tree', () => {
    if (notes.date !== null) expect(whyNotOut(notes, here)).toBeNull()
    // The earlier ones stay readable.
    for (const version of notedVersions(ROOT)) expect(readNotes(ROOT, version).version).toBe(version)
  })

  it('name both databases by their newest migration', () => {
    expect(here.schemas.workstation).toMatch(/^\d{4}_\w+$/)
    expect(here.schemas.hub).toMatch(/^\d{4}_\w+$/)
  })

  it('let nothing out without a day, or with other parts than they name', () => {
    const draft = { ...notes, date: null, parts: null }
    expect(whyNotOut(draft, here)).toContain('no day yet')
    const out = { ...notes, date: '2026-11-23', parts: here }
    expect(whyNotOut(out, here)).toBeNull()
    expect(whyNotOut({ ...out, parts: { ...here, contract: here.contract - 1 } }, here)).toContain(
      'other parts',
    )
  })

  it.each([
    ['a day and no parts', { date: '2026-11-23', parts: null }],
    ['a day that is none', { date: '2026-11-31', parts: here }],
    ['nothing new', { changes: [] }],
    ['a change in one language', { changes: [{ for: 'leads', en: 'A board.' }] }],
    ['a change for nobody', { changes: [{ for: 'all', en: 'A board.', it: 'Un quadro.' }] }],
    ['a version that is none', { version: '1' }],
    ['a word that nobody reads', { signed: true }],
  ])('are none with %s', (_, over) => {
    expect(ReleaseNotes.safeParse({ ...notes, date: null, parts: null }).success).toBe(true)
    expect(ReleaseNotes.safeParse({ ...notes, date: null, parts: null, ...over }).success).toBe(false)
  })

  it('are looked for under their version', () => {
    expect(() => readNotes(ROOT, '99.0.0')).toThrow('says nothing of version 99.0.0')
  })
})
