import { describe, expect, it } from 'vitest'
import { CaseId, ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCase } from '../../../builders/arbitrationCase.ts'
import { aClaimRecord, sha256Of } from '../../../builders/claimRecord.ts'
import { drawnBytes, type PageArtist } from '../../../builders/poe/drawnPdf.ts'
import { readHere } from '../../../builders/poe/readers.ts'
import { REFERENCE } from '../../../fakes/scriptedHub.ts'
import type { TestStation } from '../../../fakes/workstation.ts'
import { SEED_2020 } from '../../../builders/policy.ts'
import { aSyncedStation, everythingMet } from '../../../fakes/syncedStation.ts'

const CASE = CaseId.parse('0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c01')
const [CHALLENGER, HOLDER] = ['208417', '208500'] as const

const lines = (about: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${about} ${i + 1}: office ${(i * 37) % 91} of floor ${i * 13}.`)
const page =
  (...texts: readonly string[]) =>
  (artist: PageArtist) =>
    texts.forEach((text, row) => artist.text(text, 60, 80 + row * 16))

/** Rolled out by one, and put into the papers of the other with another date at its foot. */
const ACCEPTED = lines('Accepted by the customer in wave', 26)

const RECORDS = (papers: readonly Uint8Array[]) =>
  [CHALLENGER, HOLDER].map((claimId, at) => {
    const record = aClaimRecord({
      claimId,
      partnerName: `Partner ${at}`,
      clocks: [],
      documents: papers[at] === undefined ? [] : [{ documentId: `d${at}`, bytes: papers[at] }],
    })
    return { ...record, form: { ...record.form, mpnId: `447190${at}` } }
  })

interface DeskWishes {
  readonly isHubUp?: boolean
  readonly blindFirstPercent?: number
}

async function aDeskOf(
  papers: readonly Uint8Array[],
  { isHubUp = true, blindFirstPercent }: DeskWishes = {},
) {
  const records = RECORDS(papers)
  const byHash = new Map(papers.map((bytes) => [sha256Of(bytes) as string, bytes]))
  const desk = await aSyncedStation(records, {
    poe: { ...everythingMet(records), read: ({ bytes }) => readHere(bytes) },
    // Of a claim that is judged blind the queue says nothing that could be waited for.
    ...(blindFirstPercent !== undefined && { isHere: areChecked }),
    script: {
      ...(blindFirstPercent !== undefined && {
        reference: () => ({
          body: { ...REFERENCE, policies: [{ ...SEED_2020, blindFirstPercent }] },
        }),
      }),
      feed: () => ({ body: { value: [...records, aCase()], '@odata.deltaLink': 'end' } }),
      document: (hash) => ({ bytes: byHash.get(hash) ?? new Uint8Array() }),
    },
  })
  desk.hub.script.up = isHubUp
  return desk
}

const areChecked = async ({ call }: TestStation) => {
  const { checks } = await call('sync.status', {})
  return checks.inAll > 0 && checks.waiting === 0
}

const sharedOf = ({ station }: Awaited<ReturnType<typeof aDeskOf>>) =>
  station.call('arbitration.shared', { caseId: CASE })

describe('what the papers of two parties have in common', () => {
  it('names the page of one that stands in the paper of the other, also without the hub', async () => {
    const challenger = await drawnBytes([
      page('Statement of work', ...lines('Deployed in Leeds', 20)),
      page(...ACCEPTED, 'Date: 3 September 2026'),
    ])
    const holder = await drawnBytes([
      page(...lines('Trained in Hull', 24)),
      page(...lines('Migrated for Harrow', 22)),
      page(...ACCEPTED, 'Date: 12 March 2026'),
    ])
    const desk = await aDeskOf([challenger, holder], { isHubUp: false })
    const { found, unread, heldBack } = await sharedOf(desk)
    expect([unread, heldBack]).toEqual([[], []])
    expect(found).toEqual([
      {
        how: 'text',
        share: expect.closeTo(0.98, 1),
        mayBeForm: true,
        severity: 'medium',
        places: [
          { claimId: CHALLENGER, sha256: sha256Of(challenger), page: 2 },
          { claimId: HOLDER, sha256: sha256Of(holder), page: 3 },
        ],
      },
    ])
  })

  it('finds nothing where each tells of its own work', async () => {
    const desk = await aDeskOf([
      await drawnBytes([page(...lines('Deployed in Leeds', 20))]),
      await drawnBytes([page(...lines('Trained in Hull', 24))]),
    ])
    expect(await sharedOf(desk)).toEqual({ found: [], unread: [], heldBack: [] })
  })

  it('says nothing of claims that this person judges before the machine is seen', async () => {
    const papers = [await drawnBytes([page(...ACCEPTED)]), await drawnBytes([page('Again', ...ACCEPTED)])]
    const desk = await aDeskOf(papers, { blindFirstPercent: 100 })
    expect(await sharedOf(desk)).toEqual({
      found: [],
      unread: [],
      heldBack: [expect.stringMatching(/^208/), expect.stringMatching(/^208/)],
    })
  })

  it('says of which paper nothing is said, because nobody could read it', async () => {
    const unreadable = Uint8Array.of(0, 159, 146, 150, 0, 1, 2, 3)
    const desk = await aDeskOf([await drawnBytes([page(...ACCEPTED)]), unreadable])
    expect(await sharedOf(desk)).toEqual({
      found: [],
      unread: [{ claimId: HOLDER, sha256: sha256Of(unreadable) }],
      heldBack: [],
    })
  })
})

describe('the papers of two parties', () => {
  it('are compared word by word, and neither claim is touched by it', async () => {
    const papers = await Promise.all(
      ['3 September 2026', '12 March 2026'].map((day) => drawnBytes([page(...ACCEPTED, `Date: ${day}`)])),
    )
    const desk = await aDeskOf(papers)
    const opened = () => Promise.all([CHALLENGER, HOLDER].map((claimId) => desk.open(ClaimId.parse(claimId))))
    const claims = await opened()
    const [before, after] = [CHALLENGER, HOLDER].map((claimId, at) => ({
      claimId: ClaimId.parse(claimId),
      sha256: sha256Of(papers[at] ?? new Uint8Array()),
    }))
    if (before === undefined || after === undefined) throw new Error('A party has no paper.')
    const compare = (one: typeof before, other: typeof after) =>
      desk.station.call('arbitration.compare', { caseId: CASE, before: one, after: other })
    expect(await compare(before, after)).toMatchObject({
      outcome: 'compared',
      comparison: {
        changes: [{ kind: 'changed', before: { text: '3 September' }, after: { text: '12 March' } }],
      },
    })
    expect(await opened()).toEqual(claims)
    // The right to see a paper comes from its claim, and from that claim's standing in the case.
    const outcome = { outcome: 'missing' }
    expect(await compare(before, { ...after, sha256: before.sha256 })).toEqual(outcome)
    expect(await compare({ ...before, claimId: ClaimId.parse('999') }, after)).toEqual(outcome)
  })
})
