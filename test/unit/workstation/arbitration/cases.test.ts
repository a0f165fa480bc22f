import { describe, expect, it } from 'vitest'
import type { ArbitrationCase } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { Clock } from '../../../../src-preload/contract/vocabulary/clockShape.ts'
import { CaseId, ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCase, anAsk, aParty, arbitrationClock } from '../../../builders/arbitrationCase.ts'
import { aClaimRecord, aClock } from '../../../builders/claimRecord.ts'
import { aSyncedStation } from '../../../fakes/syncedStation.ts'

const ID = '0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c'
const FIRST = CaseId.parse(`${ID}01`)
const firstReview = (dueAt: string) => [Clock.parse({ ...aClock(dueAt), timer: 'arbitration_first_review' })]
const CLAIMS = [
  aClaimRecord({ clocks: firstReview('2026-11-25T23:00:00.000Z') }),
  aClaimRecord({ claimId: '208500', state: 'approved', subState: 'consent_closed', clocks: [] }),
]

/** A workstation whose feed brought these cases with the claims. What the feed says next may be changed. */
async function aDesk(...cases: readonly unknown[]) {
  let said: readonly unknown[] = [...CLAIMS, ...cases]
  let round = 1
  const desk = await aSyncedStation(CLAIMS, {
    script: {
      feed: (link) => ({
        body: { value: link === `seen ${round}` ? [] : said, '@odata.deltaLink': `seen ${round}` },
      }),
    },
  })
  const list = (view: 'open' | 'mine' | 'decided') =>
    desk.station.call('arbitration.list', { view, offset: 0, limit: 100 })
  const sayNext = (...items: readonly unknown[]) => {
    said = items
    round += 1
    return desk.station.call('sync.now', {})
  }
  return { ...desk, list, sayNext }
}
const idsOf = ({ rows }: { readonly rows: readonly Pick<ArbitrationCase, 'caseId'>[] }) =>
  rows.map(({ caseId }) => caseId.slice(-2))

describe('the queue of cases', () => {
  it('shows what is contested by whom, by when it is due, and what still has to come in', async () => {
    const { list } = await aDesk(
      aCase({
        parties: [
          aParty({ claimId: '208417' }),
          aParty({ claimId: '208500', role: 'incumbent', partnerName: 'Rival Ltd', outreach: [anAsk()] }),
        ],
      }),
    )
    const { rows, total, counts } = await list('open')
    expect({ total, counts }).toEqual({ total: 1, counts: { open: 1, mine: 0, decided: 0 } })
    expect(rows).toMatchObject([
      {
        caseId: FIRST,
        customerName: 'Northgate Assurance plc',
        contested: { name: 'Microsoft Teams', unit: 'workload' },
        clock: { timer: 'arbitration', dueAt: '2026-12-02T23:00:00.000Z' },
        parties: [
          { claimId: '208417', role: 'challenger', hasLeft: false },
          { claimId: '208500', role: 'incumbent', partnerName: 'Rival Ltd' },
        ],
        firstReviews: { outstanding: 1, clock: { dueAt: '2026-11-25T23:00:00.000Z' } },
        asks: { open: 1, dueAt: '2026-11-26T23:00:00.000Z' },
      },
    ])
  })

  it('counts no ask that was answered, ran out, or went to a party that has left', async () => {
    const left = { at: '2026-11-20T09:00:00.000Z', reason: 'withdrawn' }
    const { list } = await aDesk(
      aCase({
        parties: [
          aParty({ claimId: '208417', outreach: [anAsk({ answeredAt: '2026-11-20T09:00:00.000Z' })] }),
          aParty({ claimId: '208500', outreach: [anAsk({ dueAt: '2026-11-19T10:00:00.000Z' })] }),
          aParty({ claimId: '208501', outreach: [anAsk()], left }),
        ],
      }),
    )
    expect((await list('open')).rows).toMatchObject([{ asks: { open: 0, dueAt: null } }])
  })

  it('stands in the order of the clocks, page by page, with those apart that are closed', async () => {
    const { list, station } = await aDesk(
      aCase({ caseId: `${ID}01`, clocks: [arbitrationClock('2026-12-05T23:00:00.000Z')] }),
      aCase({ caseId: `${ID}02`, clocks: [arbitrationClock('2026-12-03T23:00:00.000Z')], state: 'ready' }),
      aCase({ caseId: `${ID}03`, state: 'dissolved', stateChangedAt: '2026-11-19T09:00:00.000Z' }),
      aCase({ caseId: `${ID}04`, state: 'decided', stateChangedAt: '2026-11-20T09:00:00.000Z' }),
    )
    expect(idsOf(await list('open'))).toEqual(['02', '01'])
    expect(idsOf(await list('decided'))).toEqual(['04', '03'])
    const second = await station.call('arbitration.list', { view: 'open', offset: 1, limit: 1 })
    expect([idsOf(second), second.total]).toEqual([['01'], 2])
  })

  it('calls mine what I lead, and what has a claim that I hold', async () => {
    const me = { userId: 'u-reviewer', name: 'Marta Ginevri' }
    const { list, sayNext, station } = await aDesk(
      aCase({ caseId: `${ID}01` }),
      aCase({ caseId: `${ID}02`, lead: me, parties: [aParty({ claimId: 'elsewhere' })] }),
      aCase({ caseId: `${ID}03`, lead: me, state: 'decided' }),
    )
    expect(idsOf(await list('mine'))).toEqual(['02'])
    await sayNext({ ...CLAIMS[0], revision: 9, assignedTo: { ...me, until: null } })
    await station.until(async () => (await list('mine')).total === 2)
  })
})

describe('a case', () => {
  it('comes with its claims as they stand here, and says which are not here', async () => {
    const { station } = await aDesk(
      aCase({ parties: [aParty({ claimId: '208417' }), aParty({ claimId: 'elsewhere' })] }),
    )
    const detail = await station.call('arbitration.case', { caseId: FIRST })
    expect(detail.claims).toMatchObject([
      {
        claimId: '208417',
        summary: { claimName: 'Teams rollout' },
        firstReview: { dueAt: expect.any(String) },
      },
      { claimId: 'elsewhere', summary: null, firstReview: null },
    ])
    expect(detail.case).toEqual(
      aCase({ parties: [aParty({ claimId: '208417' }), aParty({ claimId: 'elsewhere' })] }),
    )
  })

  it('names the other living cases between the same claims, and no others', async () => {
    const { station } = await aDesk(
      aCase(),
      aCase({ caseId: `${ID}02` }),
      aCase({ caseId: `${ID}03`, state: 'dissolved' }),
      aCase({ caseId: `${ID}04`, parties: [aParty({ claimId: '208417' })] }),
      aCase({ caseId: `${ID}05`, tenantId: 'b7c1e0a2-51d8-4f0e-9a67-0c2f3ed1b9f3' }),
    )
    const { alongside } = await station.call('arbitration.case', { caseId: FIRST })
    expect(idsOf({ rows: alongside })).toEqual(['02'])
  })

  it('is found from each of its claims, with what that one is in it', async () => {
    const { station } = await aDesk(
      aCase({ caseId: `${ID}02`, state: 'dissolved', openedAt: '2026-11-19T09:00:00.000Z' }),
      aCase(),
    )
    const of = (claimId: string) => station.call('arbitration.ofClaim', { claimId: ClaimId.parse(claimId) })
    expect((await of('208500')).cases).toMatchObject([
      { caseId: FIRST, state: 'open', role: 'incumbent', items: ['i1'], hasLeft: false },
      { state: 'dissolved' },
    ])
    expect((await of('208999')).cases).toEqual([])
  })

  it('that is not here is refused', async () => {
    const { station } = await aDesk()
    await expect(station.call('arbitration.case', { caseId: FIRST })).rejects.toThrow(/not on this/)
  })
})

describe('a case of the feed', () => {
  it('takes the place of its older state, tells the window, and is passed over where it is older itself', async () => {
    const { sayNext, station, list } = await aDesk(aCase({ revision: 4 }))
    const told: unknown[] = []
    station.workstation.onEvent((event, payload) => told.push({ event, payload }))
    await sayNext(aCase({ revision: 3, state: 'outreach' }), aCase({ caseId: `${ID}02` }))
    await station.until(async () => (await list('open')).total === 2)
    expect((await station.call('arbitration.case', { caseId: FIRST })).case.state).toBe('open')
    await sayNext(aCase({ revision: 5, state: 'ready' }))
    await station.until(
      async () => (await station.call('arbitration.case', { caseId: FIRST })).case.state === 'ready',
    )
    expect(told).toContainEqual({ event: 'arbitration.changed', payload: { ids: [FIRST] } })
  })

  it('goes when the hub says that it is not for this person any more', async () => {
    const { sayNext, station, list } = await aDesk(aCase())
    await sayNext({ caseId: FIRST, '@removed': { reason: 'conflict_of_interest' } })
    await station.until(async () => (await list('open')).total === 0)
  })

  it('goes when a full read does not bring it again', async () => {
    const { station, list, hub } = await aDesk(aCase(), aCase({ caseId: `${ID}02` }))
    hub.script.feed = (link) =>
      link === ''
        ? { body: { value: [...CLAIMS, aCase()], '@odata.deltaLink': 'anew' } }
        : link === 'anew'
          ? { body: { value: [], '@odata.deltaLink': 'anew' } }
          : { status: 410 }
    await station.call('sync.now', {})
    await station.until(async () => (await list('open')).total === 1)
    expect(idsOf(await list('open'))).toEqual(['01'])
  })

  it('that this version cannot read is set aside under its own name, and the older state stays', async () => {
    const { sayNext, station, list } = await aDesk(aCase())
    await sayNext({ ...aCase({ revision: 2 }), state: 'adjourned' }, { ...CLAIMS[0], revision: 9 })
    await station.until(async () => (await station.call('sync.quarantine', {})).items.length === 1)
    expect((await station.call('sync.quarantine', {})).items).toMatchObject([
      { claimId: null, reason: 'state: invalid_value' },
    ])
    expect((await list('open')).rows).toMatchObject([{ state: 'open' }])
    await sayNext(aCase({ revision: 3 }))
    await station.until(async () => (await station.call('sync.quarantine', {})).items.length === 0)
  })
})
