import { describe, expect, it } from 'vitest'
import type { Ladder } from '../../../../src-preload/contract/vocabulary/ladderShape.ts'
import { papersOf } from '../../../../src-renderer/features/arbitration/panes/partyPapers.ts'
import { placeMarks } from '../../../../src-renderer/features/arbitration/panes/placeMarks.ts'
import { placesOf } from '../../../../src-renderer/features/arbitration/panes/partyPlaces.ts'
import { A_QUAD, aBoardParty, aPaper, onPaper } from '../../../builders/renderer/aBoardParty.ts'
import { SHA } from '../../../builders/renderer/aClaim.ts'

const OWN = {
  evidenceId: '5b0d1c5e-53a7-4a35-8c0b-0d6f5c1d6a01',
  criterion: 'dates',
  item: null,
  sha256: SHA,
  inside: [],
  page: 2,
  quads: [A_QUAD],
  text: null,
  note: '',
  byUserId: 'u1',
  byName: 'Mara',
  at: '2026-10-02T09:00:00.000Z',
}

/** A party with a statement of work, and a mail with a scan inside of it. */
const withMail = (criteria: Readonly<Record<string, readonly object[]>>) =>
  aBoardParty(criteria, {
    documents: [
      aPaper('d1', 'sow.pdf'),
      aPaper('d2', 'mail.eml', { inner: [{ inside: [0], name: 'scan.pdf', pages: 1 }] }),
    ],
    own: [OWN],
  })

const climbed = (evidence: readonly object[]): Ladder =>
  ({
    outcome: 'compared',
    rungs: [{ rung: 'recency', parties: [{ claimId: 'C-1', evidence }] }],
  }) as unknown as Ladder // the places read no more of it

describe('the places of a party', () => {
  it('are numbered once each, in the order of the board’s rows, dates of the ladder last', () => {
    const signed = onPaper('sow.pdf', 3)
    const party = aBoardParty({
      dates: [onPaper('sow.pdf', 2)],
      customerAcknowledgment: [signed, onPaper('sow.pdf', 1)],
    })
    const places = placesOf(party, climbed([signed, onPaper('sow.pdf', 3, { text: 'Date: 3 May' })]))
    expect(places.all.map(({ number, row, page }) => [number, row, page])).toEqual([
      [1, 'customerAcknowledgment', 3],
      [2, 'customerAcknowledgment', 1],
      [3, 'dates', 2],
      [4, 'acknowledged', 3],
    ])
    expect(places.inRow('acknowledged').map(({ number }) => number)).toEqual([1, 4])
    expect(places.inRow('engagement')).toEqual([])
  })

  it('stand on the paper that evidence names, also inside of one, and nowhere when it left the claim', () => {
    const inside = onPaper('mail.eml', null, { laid: { inside: [0], page: 1, quads: [A_QUAD] } })
    const party = withMail({ dates: [onPaper('sow.pdf', 2), inside, onPaper('gone.pdf', 1)] })
    const { all } = placesOf(party, null)
    expect(all.map(({ documentId, page }) => [documentId, page])).toEqual([
      ['C-1/d1', 2],
      ['C-1/d2/in/0', 1],
      [null, 1],
    ])
    const papers = papersOf(party)
    expect(papers.map(({ documentId, isInside }) => [documentId, isInside])).toEqual([
      ['C-1/d1', null],
      ['C-1/d2', null],
      ['C-1/d2/in/0', 'mail.eml'],
    ])
    expect(papers[2]?.url).toBe(`${papers[1]?.url}/in/0`)
  })

  it('are also what a reviewer marked, and carry the letter of the party in the margin', () => {
    const { all } = placesOf(withMail({ dates: [{ on: 'own', evidenceId: OWN.evidenceId }] }), null)
    const marks = placeMarks(all, 'C-1/d1', { letter: 'B', wordsOf: ({ row }) => row })
    expect(marks).toEqual([
      { id: 'place 1', number: 1, letter: 'B', page: 2, quads: [A_QUAD], label: 'dates', tone: 'own' },
    ])
    expect(placeMarks(all, 'C-1/d2', { letter: 'B', wordsOf: () => '' })).toEqual([])
  })
})
