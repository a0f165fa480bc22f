import { describe, expect, it } from 'vitest'
import { applyAct, blocksOf } from '../../../../src-main/domain/claim/applyAct.ts'
import type { ClaimCommand, CommandOf } from '../../../../src-main/domain/claim/commands.ts'
import type { Actor, ClaimSituation } from '../../../../src-main/domain/claim/situation.ts'
import { timelineOf } from '../../../../src-main/domain/claim/timeline.ts'
import { timersOf } from '../../../../src-main/domain/clocks/claimTimers.ts'
import { standingOf } from '../../../../src-main/domain/intake/exclusivity.ts'
import { ClaimMatters } from '../../../../src-preload/contract/vocabulary/matterShape.ts'
import { NO_MATTERS } from '../../../../src-preload/contract/vocabulary/noMatters.ts'
import { ROLES } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aSituation, instant, NOW, reviewer, setting } from '../../../builders/domain/situation.ts'
import { aContender, aTeamsForm } from '../../../builders/intake.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

const lead = reviewer('lea', 'arbitration_lead')
const held = {
  subState: 'awaiting_arbitration',
  matters: { ...NO_MATTERS, heldSince: instant(NOW - 1000), firstReviewedAt: instant(NOW - 1000) },
} as const
const decided = { ...held, isArbitrated: true } as const
const holding = { state: 'approved', subState: 'sent_for_incentive_assessment', isArbitrated: true } as const

const whyNot = (command: ClaimCommand, wishes: Partial<ClaimSituation>, actor: Actor = lead) =>
  blocksOf(command, aSituation(wishes), actor, setting()).map(({ reason, item }) =>
    item === null ? reason : `${reason} ${item}`,
  )
function done(command: ClaimCommand, wishes: Partial<ClaimSituation>) {
  const result = applyAct(command, aSituation(wishes), lead, setting())
  if ('blocks' in result) throw new Error(JSON.stringify(result.blocks))
  ClaimMatters.parse(result.matters)
  return result
}

const approve = { act: 'approve', comment: '' } as const
const end = (...items: string[]): CommandOf<'end_association'> => ({
  act: 'end_association',
  items,
  comment: 'The association ends.',
})
const reject: CommandOf<'reject'> = {
  act: 'reject',
  reasons: ['REJ_COMPETING_CLAIM'],
  comment: 'Another claim was selected.',
  partnerRequestReason: null,
  note: '',
}
const askToRemove: CommandOf<'request_info'> = {
  act: 'request_info',
  reasons: ['REJ_COMPETING_CLAIM'],
  items: ['item-2'],
  mayRemoveItems: true,
  comment: 'Please remove the item.',
}

describe('a claim that waits for an arbitration', () => {
  it('is approved only as part of its outcome, and by no claim whose criteria are open', () => {
    expect(whyNot(approve, held)).toEqual(['open_arbitration'])
    expect(whyNot(approve, decided)).toEqual([])
    const criteria = [{ criterion: 'dates', item: null, verdict: null }] as const
    expect(whyNot(approve, { ...decided, criteria })).toEqual(['criterion_open'])
    expect(done(approve, decided)).toMatchObject({
      status: { state: 'approved', subState: 'consent_open' },
      matters: { heldSince: null },
    })
  })

  it('is rejected for the competing claim alone, which is no primary reason otherwise', () => {
    expect(whyNot(reject, decided)).toEqual([])
    expect(whyNot(reject, held)).toEqual(['primary_reason_missing'])
    expect(whyNot({ ...reject, reasons: ['REJ_COMPETING_CLAIM', 'REJ_PARTNER_REQUEST'] }, decided)).toContain(
      'partner_has_not_asked',
    )
    expect(done(reject, decided)).toMatchObject({
      status: { state: 'rejected', subState: 'disputable' },
      matters: { heldSince: null, rejection: { reasons: ['REJ_COMPETING_CLAIM'] } },
    })
  })

  it('goes to its partner for the items that it lost, and waits for no arbitration when it comes back', () => {
    expect(whyNot(askToRemove, held)).toEqual(['reason_missing'])
    expect(whyNot({ ...askToRemove, mayRemoveItems: false }, decided)).toEqual(['reason_missing'])
    expect(whyNot(askToRemove, decided)).toEqual([])
    const asked = done(askToRemove, decided)
    expect(asked).toMatchObject({
      status: { state: 'partner_action_required', subState: 'open' },
      matters: { heldSince: null, infoRequest: { items: ['item-2'], reasons: [], mayRemoveItems: true } },
    })
    const answered = aSituation({ ...asked.status, matters: asked.matters })
    const back = applyAct({ act: 'resubmit', isFormComplete: true }, answered, { side: 'partner' }, setting())
    expect(back).toMatchObject({ status: { state: 'under_review', subState: 'resubmitted' } })
  })

  it('still waits when it is asked for more before the outcome (S-128)', () => {
    const request = {
      ...askToRemove,
      reasons: ['POE_MISSING_ALL'],
      items: [],
      mayRemoveItems: false,
    } as const
    expect(done(request, held).matters.heldSince).toBe(held.matters.heldSince)
  })
})

describe('an association that ends for a competing claim', () => {
  it('ends as the outcome of an arbitration alone, by a lead alone', () => {
    expect(whyNot(end('item-1'), holding)).toEqual([])
    expect(whyNot(end('item-1'), { ...holding, isArbitrated: false })).toEqual(['open_arbitration'])
    const may = ROLES.filter((role) => whyNot(end('item-1'), holding, reviewer('rita', role)).length === 0)
    expect(may).toEqual(['arbitration_lead', 'team_lead'])
    expect(whyNot(end('item-1'), decided)).toEqual(['not_in_this_state'])
  })

  it('says of which items, and why', () => {
    expect(whyNot(end(), holding)).toEqual(['items_missing'])
    expect(whyNot(end('item-9'), holding)).toEqual(['item_not_claimed item-9'])
    expect(whyNot({ ...end('item-1'), comment: ' ' }, holding)).toEqual(['comment_missing'])
    const rival = aTeamsForm({
      partnerCompanyName: 'Brightwater Analytics Ltd',
      mpnId: '9999999',
      claimId: '208999',
    })
    const unsayable = { own: aTeamsForm(), others: [rival], comments: [] }
    const naming = { ...end('item-1'), comment: 'Brightwater Analytics Ltd has it now.' }
    expect(whyNot(naming, { ...holding, unsayable })).toEqual(['names_rival'])
  })

  it('leaves the claim approved while its partner holds another item, which no second end can take twice', () => {
    const first = done(end('item-1'), holding)
    expect(first.status).toEqual({ state: 'approved', subState: 'sent_for_incentive_assessment' })
    expect(first.matters).toEqual({ ...NO_MATTERS, endedItems: [{ item: 'item-1', at: instant(NOW) }] })
    expect(first.entries).toMatchObject([
      { kind: 'disassociated', reasons: ['REJ_COMPETING_CLAIM'], detail: 'item-1', toState: null },
    ])
    const left = { ...holding, matters: first.matters }
    expect(whyNot(end('item-1'), left)).toEqual(['item_not_claimed item-1'])
    expect(done(end('item-2'), left).status).toEqual({ state: 'rejected', subState: 'disputable' })
  })

  it('rejects the claim with its last item, and opens the window for a dispute', () => {
    const ended = done(end('item-1', 'item-2'), holding)
    expect(ended).toMatchObject({
      status: { state: 'rejected', subState: 'disputable' },
      matters: { rejection: { reasons: ['REJ_COMPETING_CLAIM'], byUserId: 'lea' } },
    })
    const entries = ended.entries.map((entry, i) => ({ ...entry, entryId: `e${i}`, actorName: 'Lea' }))
    const timeline = timelineOf(instant(NOW - 86_400_000), entries)
    expect(
      timersOf(
        { state: 'rejected', subState: 'disputable', matters: ended.matters, timeline, isContested: false },
        SEED_2020,
      ),
    ).toMatchObject([{ timer: 'dispute_window', startedAt: NOW }])
  })

  it('gives an item back by another arbitration alone', () => {
    const { matters } = done(end('item-1', 'item-2'), holding)
    const disputed = { subState: 'in_review', matters } as const
    expect(whyNot(approve, disputed)).toEqual(['open_arbitration'])
    expect(done(approve, { ...disputed, isArbitrated: true }).matters.endedItems).toBeUndefined()
    const half = done(end('item-1'), holding).matters
    expect(done(approve, { subState: 'in_review', matters: half }).matters.endedItems).toEqual(
      half.endedItems,
    )
  })

  it('holds the item no more, so that nobody competes with it for that', () => {
    const form = aTeamsForm()
    const [item] = form.items
    if (item === undefined) throw new Error('The form has no item.')
    const approved = { state: 'approved', subState: 'consent_closed' } as const
    const standing = (matters: { readonly endedItems?: { item: string; at: typeof at }[] }) =>
      standingOf(aContender(form, { ...approved, matters }), item, SEED_2020, '2026-11-16')
    const at = instant(NOW)
    expect(standing({})).toBe('holds')
    expect(standing({ endedItems: [{ item: item.id, at }] })).toBe('none')
    expect(standing({ endedItems: [{ item: 'another', at }] })).toBe('holds')
  })
})
