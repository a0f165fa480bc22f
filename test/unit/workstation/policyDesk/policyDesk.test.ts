import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refreshClocks } from '../../../../src-main/hub/claims/refreshClocks.ts'
import { createHubLink, fixedAddress } from '../../../../src-main/hosts/services/hubLink.ts'
import { judge } from '../../../../src-main/poe/judge.ts'
import type { HubPort, PoePort } from '../../../../src-main/workstation/ports.ts'
import type { Output } from '../../../../src-preload/contract/index.ts'
import type { LogFilter } from '../../../../src-preload/contract/audit.ts'
import type { OwnRuleDraft } from '../../../../src-preload/contract/policyDesk.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { RuleContent, RuleName } from '../../../../src-preload/contract/vocabulary/ruleShape.ts'
import { sha256Of } from '../../../builders/claimRecord.ts'
import { anEmbeddedDatabase } from '../../../builders/hub/embeddedDatabase.ts'
import { aHubClaim } from '../../../builders/hub/hubClaim.ts'
import { SEED_PROFILE, TEAM_CALENDAR, withTwoLeads } from '../../../builders/hub/ruleDesk.ts'
import { openTestHub, type TestHub } from '../../../builders/hub/testHub.ts'
import { factsOf } from '../../../builders/poe/factsOf.ts'
import { NOTHING_TO_SHOW } from '../../../fakes/nothingToShow.ts'
import { startWorkstation } from '../../../fakes/workstation.ts'

const CLAIM = ClaimId.parse('C-1')
const WHOLE_LOG: LogFilter = {
  source: 'here',
  group: null,
  person: '',
  claimId: '',
  from: null,
  to: null,
  text: '',
}
/** Signed by the customer fifteen months before the submission. */
const LINES = [
  ['Work order between Example Customer and Example Partner', 60, 80],
  ['Example Partner deploys Microsoft Teams and trains 25 key users on site.', 60, 210],
  ['For Example Customer', 60, 560],
  ['Signature', 60, 637],
  ['Date: 2 September 2025', 60, 660],
] as const

/** The real judge over a paper that was read as this one. */
const poe: PoePort = {
  readerVersion: 'reader-9',
  checkerVersion: 'checks-9',
  ...NOTHING_TO_SHOW,
  read: async ({ bytes }) =>
    factsOf([{ lines: LINES, pen: [[70, 595, 110, 26]] }], { sha256: sha256Of(bytes) }),
  judge: async (input) => judge(input),
  knowsProduct: async () => true,
}

describe('calendars and profiles at a workstation', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await openTestHub(await anEmbeddedDatabase())
  })
  beforeEach(async () => {
    await hub.clear()
    await hub.ports.documents.put(new TextEncoder().encode('proof'))
    await hub.put(aHubClaim())
  })
  afterAll(() => hub.close())

  /** A workstation that has the claim and what it is timed by. */
  const station = async (user: string) => {
    const link = createHubLink(fixedAddress(new URL(hub.url)))
    let isUp = true
    const port: HubPort = {
      ...link,
      request: (by, path, init) =>
        isUp ? link.request(by, path, init) : Promise.reject(new Error('The line is down.')),
    }
    const started = await startWorkstation({ hub: port, poe, user })
    started.clock.advance(0)
    const { call, until } = started
    await until(async () => {
      const reply = await started.workstation.dispatch('claims.open', { claimId: CLAIM })
      return reply.ok && (await call('claims.open', { claimId: CLAIM })).checkStatus === 'ready'
    })
    const view = async (rule: RuleName) => {
      const desk = await call('policy.book', {})
      const found = desk.rules.find((one) => one.rule.id === rule.id)
      if (found === undefined) throw new Error(`There is no ${rule.id} here`)
      return { ...found, away: desk.away }
    }
    const type = async (rule: RuleName, content: RuleContent, more: Partial<OwnRuleDraft> = {}) => {
      const { draft, versions } = await view(rule)
      const own: OwnRuleDraft = {
        content,
        basedOn: versions[0]?.version ?? 0,
        seen: draft?.revision ?? null,
        because: 'Agreed with the sites.',
        fromDay: null,
        ...more,
      }
      await call('policy.keepDraft', { rule, own })
    }
    const withHoliday = async (day: string): Promise<RuleContent> => {
      const { versions } = await view(TEAM_CALENDAR)
      const version = versions[0]?.version ?? 0
      const { content } = await call('policy.content', { rule: TEAM_CALENDAR, version })
      if (content?.kind !== 'calendar') throw new Error('The calendar has not come')
      const holidays = [...content.calendar.holidays, { day, name: 'Bridge day' }]
      return { kind: 'calendar', calendar: { ...content.calendar, holidays } }
    }
    const preview = (rule: RuleName) => call('policy.preview', { rule, list: null, skip: 0, top: 100 })
    return { ...started, view, type, withHoliday, preview, line: (up: boolean) => void (isUp = up) }
  }
  const withoutWhere = ({ preview }: Output<'policy.preview'>) => preview

  it('are for team leads alone', async () => {
    const { workstation } = await station('reviewer')
    const reply = await workstation.dispatch('policy.book', {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })

  it('are previewed here as at the hub, and another lead publishes what one has written', async () => {
    await withTwoLeads(hub, async () => {
      const one = await station('team_lead')
      await one.type(TEAM_CALENDAR, await one.withHoliday('2026-11-20'))
      const here = await one.preview(TEAM_CALENDAR)
      expect(here).toMatchObject({ by: 'workstation', preview: { counts: { changed: 1, later: 2 } } })
      expect(await one.call('policy.share', { rule: TEAM_CALENDAR })).toMatchObject({ outcome: 'done' })
      const there = await one.preview(TEAM_CALENDAR)
      expect(there.by).toBe('hub')
      expect(withoutWhere(there)).toEqual(withoutWhere(here))
      const act = (act: 'propose' | 'publish', revision: number) => ({ rule: TEAM_CALENDAR, act, revision })
      expect(await one.call('policy.act', act('propose', 1))).toMatchObject({ outcome: 'done' })
      expect(await one.call('policy.act', act('publish', 2))).toMatchObject({ problem: 'second_person' })

      const two = await station('team_lead-2')
      expect((await two.view(TEAM_CALENDAR)).draft).toMatchObject({ state: 'proposed', revision: 2 })
      expect(await two.call('policy.act', act('publish', 2))).toEqual({
        outcome: 'done',
        published: 3,
        draft: null,
      })
      await refreshClocks(hub.ports)
      await two.call('sync.now', {})
      await two.until(async () => {
        const { claim } = await two.call('claims.open', { claimId: CLAIM })
        return claim.history.some(({ kind }) => kind === 'clocks_moved')
      })
      const { versions, acts } = await two.view(TEAM_CALENDAR)
      expect(versions.map(({ version, published }) => [version, published?.by.userId ?? null])).toEqual([
        [3, 'team_lead-2'],
        [2, null],
      ])
      expect(acts.map(({ act: done }) => done)).toEqual(['published', 'proposed', 'begun'])
    })
  })

  it('keep what was typed while the hub is away, and say that it is', async () => {
    await withTwoLeads(hub, async () => {
      const { type, withHoliday, view, line, call, preview } = await station('team_lead')
      const content = await withHoliday('2026-11-20')
      line(false)
      await type(TEAM_CALENDAR, content)
      expect(await call('policy.share', { rule: TEAM_CALENDAR })).toEqual({ outcome: 'unreachable' })
      expect(await view(TEAM_CALENDAR)).toMatchObject({ away: 'unreachable', own: { content } })
      expect(await preview(TEAM_CALENDAR)).toMatchObject({ by: 'workstation', preview: { effect: 'moves' } })
      line(true)
      expect(await call('policy.share', { rule: TEAM_CALENDAR })).toMatchObject({ outcome: 'done' })
      expect(await view(TEAM_CALENDAR)).toMatchObject({ away: null, own: null, draft: { revision: 1 } })
    })
  })

  it('tell of two leads the second that the first was faster, and keep the words of both', async () => {
    await withTwoLeads(hub, async () => {
      const [one, two] = [await station('team_lead'), await station('team_lead-2')]
      await one.type(TEAM_CALENDAR, await one.withHoliday('2026-11-20'))
      await two.type(TEAM_CALENDAR, await two.withHoliday('2026-12-24'))
      await one.call('policy.share', { rule: TEAM_CALENDAR })
      expect(await two.call('policy.share', { rule: TEAM_CALENDAR })).toMatchObject({
        outcome: 'refused',
        problem: 'draft_there',
        draft: { writtenBy: { userId: 'team_lead' } },
      })
      expect(await two.view(TEAM_CALENDAR)).toMatchObject({ own: { seen: null }, draft: { revision: 1 } })
      await two.type(TEAM_CALENDAR, await two.withHoliday('2026-12-24'))
      expect(await two.call('policy.share', { rule: TEAM_CALENDAR })).toMatchObject({ outcome: 'done' })
    })
  })

  it('propose what an earlier version said in one act, and discard what nobody wants', async () => {
    await withTwoLeads(hub, async () => {
      const { call, view, type, withHoliday } = await station('team_lead')
      const refusal = { rule: TEAM_CALENDAR, version: 2, because: 'As before.', fromDay: null }
      expect(await call('policy.restore', refusal)).toMatchObject({ problem: 'nothing_changed' })
      await type(TEAM_CALENDAR, await withHoliday('2026-11-20'))
      await call('policy.share', { rule: TEAM_CALENDAR })
      await type(TEAM_CALENDAR, await withHoliday('2026-11-23'))
      await call('policy.act', { rule: TEAM_CALENDAR, act: 'discard', revision: 1 })
      expect(await view(TEAM_CALENDAR)).toMatchObject({ draft: null, own: null })
    })
  })

  it('judge from another day when one lead has proposed it and another follows, and the log says who did which', async () => {
    await withTwoLeads(hub, async () => {
      const docs: RuleName = { kind: 'profile', id: 'docs-2023' }
      const wish = { rule: docs, version: 1, fromDay: '2026-12-01', because: 'The new articles.' }
      const one = await station('team_lead')
      const early = { ...wish, act: 'propose', fromDay: '2026-11-01' } as const
      expect(await one.call('policy.assign', early)).toEqual({
        outcome: 'refused',
        problems: ['changes_the_past'],
      })
      expect(await one.call('policy.assign', { ...wish, act: 'propose' })).toEqual({ outcome: 'proposed' })
      expect((await one.view(docs)).versions[0]).toMatchObject({
        proposed: [{ fromDay: '2026-12-01', because: 'The new articles.', by: { userId: 'team_lead' } }],
        days: [],
      })
      expect(await one.call('policy.assign', { ...wish, act: 'put_in_force' })).toEqual({
        outcome: 'refused',
        problems: ['second_person'],
      })
      const two = await station('team_lead-2')
      two.line(false)
      expect(await two.call('policy.assign', { ...wish, act: 'put_in_force' })).toEqual({
        outcome: 'unreachable',
      })
      two.line(true)
      expect(await two.call('policy.assign', { ...wish, act: 'put_in_force' })).toEqual({
        outcome: 'assigned',
      })
      expect((await two.view(docs)).versions[0]).toMatchObject({
        proposed: [],
        days: [{ fromDay: '2026-12-01', toDay: null }],
      })
      const filter = { ...WHOLE_LOG, text: 'assignment' }
      const log = await two.call('audit.list', { filter, offset: 0, limit: 9 })
      expect(log).toMatchObject({ rows: [{ act: 'assignment put in force', userId: 'team_lead-2' }] })
    })
  })

  it('run the checks by a draft over the claims of the last ninety days and list every verdict that flips', async () => {
    await withTwoLeads(hub, async () => {
      const { call, type, until } = await station('team_lead')
      const { content } = await call('policy.content', { rule: SEED_PROFILE, version: 1 })
      if (content?.kind !== 'profile') throw new Error('The profile has not come')
      const longer = { ...content.profile.poe, maxAgeMonths: 18 }
      const profile = { ...content.profile, poe: longer }
      await type(SEED_PROFILE, { kind: 'profile', profile })
      expect((await call('policy.startDryRun', { rule: SEED_PROFILE })).run).toMatchObject({ claims: 1 })
      await until(async () => (await call('policy.dryRun', {})).run?.state === 'done')
      expect((await call('policy.dryRun', {})).run).toMatchObject({
        fields: ['poe.maxAgeMonths'],
        judged: 1,
        unread: 0,
        flips: [{ claimId: 'C-1', criterion: 'dates', now: 'not_met', after: 'met', decided: null }],
      })
    })
  })

  it('run nothing where no field differs that checks read, and stop when they are told to', async () => {
    await withTwoLeads(hub, async () => {
      const { call, type, until } = await station('team_lead')
      const { content } = await call('policy.content', { rule: SEED_PROFILE, version: 1 })
      if (content?.kind !== 'profile') throw new Error('The profile has not come')
      await type(SEED_PROFILE, { kind: 'profile', profile: { ...content.profile, title: 'Another title' } })
      await call('policy.startDryRun', { rule: SEED_PROFILE })
      await until(async () => (await call('policy.dryRun', {})).run?.state === 'done')
      expect((await call('policy.dryRun', {})).run).toMatchObject({ fields: [], claims: 0, flips: [] })
      const poe = { ...content.profile.poe, maxAgeMonths: 6 }
      await type(SEED_PROFILE, { kind: 'profile', profile: { ...content.profile, poe } })
      await call('policy.startDryRun', { rule: SEED_PROFILE })
      await call('policy.cancelDryRun', {})
      expect((await call('policy.dryRun', {})).run).toMatchObject({ state: 'cancelled', judged: 0 })
    })
  })
})
