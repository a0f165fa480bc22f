import { describe, expect, it } from 'vitest'
import type { CopyPlace, Printer } from '../../../../src-main/workstation/ports.ts'
import { decidedCase } from '../../../../src-main/domain/arbitration/decidedCase.ts'
import { CaseOutcome } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimComment } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { Evidence } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { aCase, anAsk, aParty } from '../../../builders/arbitrationCase.ts'
import { sha256Of } from '../../../builders/claimRecord.ts'
import { SEED_2020 } from '../../../builders/policy.ts'
import { aCaseDesk, CASE_CLAIMS, THE_CASE } from '../../../fakes/aCaseDesk.ts'
import { REFERENCE } from '../../../fakes/scriptedHub.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

const PDF = new TextEncoder().encode('%PDF-1.7 the case')
const ASKED = { caseId: THE_CASE, locale: 'en' } as const
type DeskWishes = NonNullable<Parameters<typeof aCaseDesk>[1]>

interface FileDeskWishes extends Omit<DeskWishes, 'printer' | 'chooseCopyPlace'> {
  readonly printer?: Partial<Printer>
  readonly place?: CopyPlace | null
}

/** A desk whose printer keeps what it was given, and which writes where the test says. */
async function aFileDesk(one = aCase(), { printer = {}, place, ...wishes }: FileDeskWishes = {}) {
  const pages: string[] = []
  const written: Uint8Array[] = []
  const names: string[] = []
  const at: CopyPlace = { where: '/home/x/case.pdf', write: async (bytes) => void written.push(bytes) }
  const desk = await aCaseDesk(one, {
    user: 'u-arbiter',
    ...wishes,
    printer: {
      isThere: async () => true,
      print: async (html) => {
        pages.push(html)
        return PDF
      },
      ...printer,
    },
    chooseCopyPlace: async (name) => {
      names.push(name)
      return place === undefined ? at : place
    },
  })
  /** Case files in the log, after the workstation has closed. */
  const noted = async () => {
    await desk.station.workstation.stop()
    const database = bareDatabase(desk.station.database, { readonly: true })
    const rows = database
      .prepare<[], Record<string, string>>("select actor, facts from audit where act = 'case_file'")
      .all()
    database.close()
    return rows.map(({ actor, facts }) => ({ actor, ...JSON.parse(String(facts)) }))
  }
  return { ...desk, pages, written, names, noted, make: () => desk.station.call('arbitration.file', ASKED) }
}
describe('a case file', () => {
  it('is printed, noted with its hash, and written where the person chose', async () => {
    const { make, pages, written, names, noted } = await aFileDesk()
    expect(await make()).toEqual({ outcome: 'saved', where: '/home/x/case.pdf' })
    expect(names).toEqual([`Case file ${THE_CASE}.pdf`])
    expect(written).toEqual([PDF])
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('Northgate Assurance plc')
    expect(pages[0]).toContain('Ruben Aldersgate')
    expect(await noted()).toEqual([
      { actor: 'u-arbiter', caseId: THE_CASE, sha256: sha256Of(PDF), bytes: PDF.byteLength },
    ])
  })

  it('is noted even when the disk then refuses it, and not when the person thought better of it', async () => {
    const full = await aFileDesk(aCase(), {
      place: { where: '/full', write: () => Promise.reject(new Error('ENOSPC')) },
    })
    expect(await full.make()).toEqual({ outcome: 'failed' })
    expect(await full.noted()).toHaveLength(1)
    const left = await aFileDesk(aCase(), { place: null })
    expect(await left.make()).toEqual({ outcome: 'cancelled' })
    expect(left.pages).toEqual([])
    expect(await left.noted()).toEqual([])
  })

  it('is refused to whoever may not take papers away or sees the case in parts, before anything is asked', async () => {
    const auditor = await aFileDesk(aCase(), { user: 'u-auditor' })
    expect(await auditor.make()).toMatchObject({ outcome: 'blocked', blocks: [{ reason: 'role_may_not' }] })
    const partly = await aFileDesk(aCase({ isWhole: false }))
    expect(await partly.make()).toEqual({ outcome: 'not_whole' })
    expect([...auditor.names, ...partly.names]).toEqual([])
  })

  it('says what is missing where nothing prints, and that nothing came of it where the printer fails', async () => {
    const none = await aFileDesk(aCase(), { printer: { isThere: async () => false } })
    expect(await none.make()).toEqual({ outcome: 'no_printer' })
    expect(none.names).toEqual([])
    const slow = await aFileDesk(aCase(), { printer: { print: () => Promise.reject(new Error('too long')) } })
    expect(await slow.make()).toEqual({ outcome: 'not_printed' })
    expect(slow.written).toEqual([])
    expect(await slow.noted()).toEqual([])
  })

  it('is made without the hub', async () => {
    const { hub, make } = await aFileDesk()
    hub.script.up = false
    expect(await make()).toMatchObject({ outcome: 'saved' })
  })
})

const AT = '2026-11-20T10:00:00.000Z'
const comment = (
  commentId: string,
  at: string,
  text: string,
  over: Partial<ClaimComment> = {},
): ClaimComment => ({
  commentId,
  side: 'reviewer',
  authorName: 'Ruben Aldersgate',
  at: Instant.parse(at),
  text,
  visibility: 'partner_visible',
  inReplyTo: null,
  ...over,
})

describe('what a case file says of a decided case', () => {
  const outcome = CaseOutcome.parse({
    at: AT,
    by: { userId: 'u-arbiter', name: 'Ruben Aldersgate' },
    winner: '208417',
    rung: 'recency',
    reason: 'Newest proof.',
    pendingEnds: [{ claimId: '208500', items: ['i1'], comment: 'Your association ends then.' }],
  })
  const parties = [
    aParty({ claimId: '208417', outreach: [anAsk()] }),
    aParty({ claimId: '208500', role: 'incumbent', partnerName: 'Rival Ltd' }),
    aParty({ claimId: 'elsewhere', partnerName: 'Faraway BV' }),
  ]
  const decided = decidedCase(aCase({ parties: parties.slice(0, 2) }), outcome)
  const claims = CASE_CLAIMS.map((record, at) =>
    at === 0
      ? {
          ...record,
          comments: [
            comment('c1', '2026-11-19T09:00:00.000Z', 'Send your newest proof.'),
            comment('c2', AT, 'You are approved.'),
            comment('c3', AT, 'Their paper looks odd.', { visibility: 'internal' }),
            comment('c4', '2026-11-19T12:00:00.000Z', 'About something else.'),
          ],
        }
      : record,
  )

  it('compares whoever lost by it with who won, as of the day of the decision', async () => {
    const { make, pages } = await aFileDesk(decided, { claims })
    await make()
    expect(pages[0]).toContain('The lead followed the ladder: Recency decided.')
    expect(pages[0]).toContain('engagements as of 20 Nov 2026')
    expect(pages[0]).toContain('20 Nov 2026: decided for another')
    // The holder lost its role by the outcome, and held the thing when it was decided.
    expect(pages[0]).toContain('holds it, submitted')
  })

  it('has the letters of the log and of the decision as they were written, and no internal word', async () => {
    const { make, pages } = await aFileDesk(decided, { claims })
    await make()
    for (const said of ['Send your newest proof.', 'You are approved.', 'Your association ends then.'])
      expect.soft(pages[0]).toContain(said)
    for (const kept of ['Their paper looks odd.', 'About something else.'])
      expect.soft(pages[0]).not.toContain(kept)
  })

  it('has the letter about an end that came later, with the day on which it came', async () => {
    const ended = Instant.parse('2026-11-24T08:00:00.000Z')
    const done = { ...decided, outcome: CaseOutcome.parse({ ...outcome, pendingEnds: [] }) }
    const after = claims.map((record, at) =>
      at === 0
        ? record
        : {
            ...record,
            matters: { ...record.matters, endedItems: [{ item: 'i1', at: ended }] },
            comments: [
              comment('c5', ended, 'Your association has ended.'),
              comment('c6', '2026-11-24T09:00:00.000Z', 'About something later.'),
            ],
          },
    )
    const { make, pages } = await aFileDesk(done, { claims: after })
    await make()
    const [, letters = ''] = (pages[0] ?? '').split('Letters')
    expect(letters).toContain('Your association has ended.')
    expect(letters).toContain('24 Nov 2026')
    expect(letters).not.toContain('About something later.')
  })

  it('says of a claim that it is not on this workstation', async () => {
    const { make, pages } = await aFileDesk(aCase({ parties }), { claims })
    await make()
    expect(pages[0]).toContain('Faraway BV')
    expect(pages[0]).toContain('Its claim is not on this workstation.')
    expect(pages[0]).toContain('Nothing is compared while a claim is missing.')
  })
})

const PLACE = Evidence.parse({
  document: 'd1.pdf',
  page: 2,
  rects: [],
  quads: [[1, 1, 9, 1, 9, 9, 1, 9]],
  text: 'Approved by the customer',
  method: 'text',
})

describe('the evidence of a case file', () => {
  const png = new Uint8Array([7, 7, 7])
  const cut = { png, width: 10, height: 4, points: [595, 60] as const, marks: [] }

  it('is cut out of the papers and captioned with claim, paper, page, hash and what was read', async () => {
    const asked: unknown[] = []
    const { make, pages } = await aFileDesk(aCase(), {
      evidence: [PLACE],
      cut: async (_, places) => {
        asked.push(...places)
        return places.map(() => cut)
      },
    })
    await make()
    expect(asked).toContainEqual({ page: 2, quads: PLACE.quads })
    expect(pages[0]).toContain('data:image/png;base64,BwcH')
    expect(pages[0]).toContain('Claim 208417 · d1.pdf, page 2')
    expect(pages[0]).toContain('“Approved by the customer”')
    expect(pages[0]).toContain(CASE_CLAIMS[0]?.documents[0]?.sha256)
  })

  it('holds back what the machine found from whoever judges before it is seen', async () => {
    const { make, pages } = await aFileDesk(aCase(), {
      evidence: [PLACE],
      cut: async (_, places) => places.map(() => cut),
      reference: () => ({ body: { ...REFERENCE, policies: [{ ...SEED_2020, blindFirstPercent: 100 }] } }),
      isHere: async ({ call }) => {
        const { checks } = await call('sync.status', {})
        return checks.inAll > 0 && checks.waiting === 0
      },
    })
    await make()
    expect(pages[0]).toContain('judges the claim of A before the machine is seen')
    const [own] = (pages[0] ?? '').split('Papers on file')
    expect(own).not.toContain('Claim 208417 · d1.pdf, page 2')
  })
})
