import { describe, expect, it } from 'vitest'
import { conflictNotes } from '../../../../src-main/domain/intake/conflictRules.ts'
import { touchedBy } from '../../../../src-main/domain/intake/editRules.ts'
import { lookupNotes } from '../../../../src-main/domain/intake/lookupRules.ts'
import { EditedFields } from '../../../../src-main/hub/api/intake.ts'
import { readClaimEdit } from '../../../../src-main/hub/intake/readClaimEdit.ts'
import { conflictReason } from '../../../../src-main/hub/operations/conflictReason.ts'
import { EDITABLE_FIELDS } from '../../../../src-preload/contract/vocabulary/actWords.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { Lookups } from '../../../../src-preload/contract/vocabulary/lookupShape.ts'
import { CLAIM_STATES } from '../../../../src-preload/contract/vocabulary/words.ts'
import { customer, partner, reviewer, setting } from '../../../builders/domain/situation.ts'
import { aHubClaim, anOperation, approve as approval } from '../../../builders/hub/hubClaim.ts'
import { aContender, aDynamicsForm, aTeamsForm, seedRules, shortNotes } from '../../../builders/intake.ts'
import { aRequest } from '../../../builders/letters.ts'
import { DOCS_2023, SEED_2020 } from '../../../builders/policy.ts'
import {
  aLife,
  approve,
  asked,
  DAY,
  expectSaid,
  FRIDAY,
  go,
  kindsOf,
  queued,
  request,
  resubmit,
  say,
  start,
  statusOf,
  submit,
  whyNot,
} from './given.ts'

const form = aTeamsForm()
const editOf = (changes: object, of = form) =>
  readClaimEdit({ form: of, state: 'partner_action_required' }, EditedFields.parse(changes), seedRules)
const changedTo = (changes: object, of = form) => {
  const read = editOf(changes, of)
  if (read.outcome !== 'accepted') throw new Error(JSON.stringify(read))
  return read
}
const editing = (field: string) =>
  ({ act: 'edit', changes: [{ field, before: '1', after: '2' }], isFormComplete: true }) as const
const teams = { productId: 'm365.teams' }
const intune = { productId: 'm365.intune' }

describe('editing, comments and history', () => {
  it('S-52: an edit shows what each field was and became, and what has to be judged or looked up again', () => {
    expect(changedTo({ mpnId: '5550000' }).changes).toEqual([
      { field: 'mpnId', before: '4471902', after: '5550000' },
    ])
    const { entries } = go(aLife([submit]), editing('mpnId'))
    expect(entries).toMatchObject([
      { kind: 'edited', changes: [{ field: 'mpnId', before: '1', after: '2' }] },
    ])
    for (const field of EDITABLE_FIELDS) {
      const { criteria, checks } = touchedBy(field)
      expect([...criteria, ...checks], field).not.toEqual([])
    }
  })

  it('S-53: the partner may be asked to take items off; nobody does it in its place, and one item stays', () => {
    expect(whyNot(reviewer(), { ...request, mayRemoveItems: true })).toEqual(['items_missing'])
    const offer = { ...request, mayRemoveItems: true, items: ['item-1'] }
    expect(go(aLife([submit, start]), offer).matters.infoRequest).toMatchObject({ mayRemoveItems: true })
    expectSaid(aRequest(['POE_MISSING_PRODUCTS'], { mayRemoveItems: true }), {
      en: 'remove items that you cannot prove',
      it: 'rimuovere gli elementi che non potete documentare',
      de: 'Positionen entfernen, die Sie nicht nachweisen können',
      fr: 'retirer les éléments que vous ne pouvez pas prouver',
      es: 'quitar los elementos que no pueda acreditar',
      pt: 'remover os itens que não puder comprovar',
    })
    expect(whyNot(reviewer(), editing('items'), asked)).toContain('role_may_not')
    expect(whyNot(partner, editing('items'), asked)).toEqual([])
    const both = changedTo({ items: [teams, intune] }).form
    expect(changedTo({ items: [teams] }, both).form.items).toHaveLength(1)
    expect(editOf({ items: [] }, both)).toMatchObject({ blocks: [{ reason: 'items_missing' }] })
  })

  it('S-54: a claim is edited while it is Submitted or Partner action required', () => {
    const states = CLAIM_STATES.filter(
      (state) => whyNot(partner, editing('mpnId'), { state, subState: null }).length === 0,
    )
    expect(states).toEqual(['editing', 'submitted', 'partner_action_required'])
    expect(whyNot(partner, editing('mpnId'), queued, DOCS_2023)).toContain('not_in_this_state')
    expect(whyNot(partner, editing('claimName'), asked)).toEqual(['field_not_editable'])
  })

  it('S-55: another MPN ID is held against enrolment and rivals anew', () => {
    const { form: edited } = changedTo({ mpnId: '9999999' })
    const said = (of: typeof form) => {
      const rival = aContender(aTeamsForm({ claimId: 'theirs', mpnId: '9999999' }))
      const rules = { policy: SEED_2020, today: '2026-11-19' }
      return shortNotes(conflictNotes(aContender({ ...of, claimId: edited.claimId }), [rival], rules))
    }
    expect([said(form), said(edited)]).toEqual([
      ['warn SUB_ALREADY_CLAIMED items[0]'],
      ['refuse duplicate_claim items[0]'],
    ])
    const lookups = Lookups.parse({
      subscriptions: [],
      domains: [],
      partner: {
        mpnId: '4471902',
        isKnown: true,
        isOrganisation: false,
        companyName: null,
        enrollments: [{ program: 'OSU_M365', enrolled: false }],
        partnerType: null,
        checkedAt: new Date(FRIDAY).toISOString(),
        source: 'test',
      },
    })
    const looked = (of: typeof form) =>
      shortNotes(lookupNotes({ form: of, lookups, isMigrated: false }, { policy: SEED_2020, nowMs: FRIDAY }))
    expect(looked(form)).toContain('warn mpn_not_enrolled mpnId')
    expect(looked(edited)).toContain('info not_looked_up mpnId')
    expect(touchedBy('mpnId').checks).toEqual(['subscription', 'exclusivity'])
  })

  it('S-56: other products are judged, looked up and held against rivals anew', () => {
    expect(changedTo({ items: [intune] }).changes).toEqual([
      { field: 'items', before: 'Microsoft Teams', after: 'Microsoft Intune' },
    ])
    expect(touchedBy('items').criteria).toContain('products')
    expect(touchedBy('items').checks).toEqual(['contacts', 'subscription', 'exclusivity'])
    expect(editOf({ items: [{ productId: 'ba.sales' }] })).toMatchObject({ outcome: 'refused' })
  })

  it('S-57: other contacts of customer and partner are held against the rules for contacts anew', () => {
    for (const field of ['customerContact', 'technicalContact', 'partnerContact'] as const) {
      const contact = { name: 'Nora Lind', title: 'CIO', email: 'nora@northgate.example' }
      expect(changedTo({ [field]: contact }, aDynamicsForm()).changes).toMatchObject([{ field }])
      expect(touchedBy(field).checks).toEqual(['contacts'])
    }
    const theirs = { ...form.customerContact, email: 'fiona@fernhill.example' }
    expect(shortNotes(changedTo({ customerContact: theirs }).notes)).toEqual([
      'warn contact_of_partner customerContact.email',
    ])
  })

  it('S-58: papers and comments are added later, and no decision is made on the papers before', () => {
    const add = { act: 'add_document', fileName: 'sow.pdf' } as const
    for (const status of [queued, asked, { state: 'approved', subState: 'consent_open' } as const]) {
      expect(whyNot(partner, add, status)).toEqual([])
      expect(whyNot(partner, say('The signed page.'), status)).toEqual([])
    }
    const { entries } = go(aLife([submit]), add)
    expect(entries).toMatchObject([{ kind: 'document_added', side: 'partner', detail: 'sow.pdf' }])
    const before = aHubClaim()
    const after = { ...aHubClaim({ documents: ['proof', 'signed page'] }), clocks: [], calendar: null }
    const reviewed = { userId: UserId.parse('rita'), name: 'Rita', role: 'reviewer' } as const
    expect(
      conflictReason(after, anOperation(before, approval(before)), { ...reviewed, linked: [] }, setting()),
    ).toBe('document_replaced')
  })

  it('S-59: consent begins with the notice after the approval; silence is consent, a denial rejects', () => {
    const life = aLife([submit, start, approve])
    expect(life.claim?.matters.consent).toMatchObject({ decision: 'none', inWindow: null })
    expect(life.claim?.matters.consent?.noticedAt).not.toBeNull()
    life.pass(6 * DAY)
    expect(statusOf(life)).toEqual(['approved', 'consent_open'])
    const denied = aLife([submit, start, approve, { act: 'decline', note: null }])
    expect(statusOf(denied)).toEqual(['rejected', 'final'])
    expect(denied.claim?.matters.consent).toMatchObject({ decision: 'declined', inWindow: true })
    life.pass(2 * DAY)
    expect(statusOf(life)).toEqual(['approved', 'sent_for_incentive_assessment'])
    expect(whyNot(customer, { act: 'decline', note: null }, life.claim ?? {})).toEqual(['window_closed'])
  })

  it('S-60: both sides talk in threads, and what is internal never joins one that the partner reads', () => {
    const comments = [
      { commentId: 'open', visibility: 'partner_visible' },
      { commentId: 'shut', visibility: 'internal' },
    ] as const
    const write = (inReplyTo: string | null, visibility: 'partner_visible' | 'internal') =>
      whyNot(reviewer(), { act: 'comment', text: 'See page 3.', visibility, inReplyTo }, { comments })
    expect([write(null, 'internal'), write('shut', 'internal'), write('open', 'partner_visible')]).toEqual([
      [],
      [],
      [],
    ])
    expect([write('open', 'internal'), write('shut', 'partner_visible')]).toEqual([
      ['thread_visibility'],
      ['thread_visibility'],
    ])
    expect(whyNot(partner, { ...say('It is on page 9.'), inReplyTo: 'open' }, { comments })).toEqual([])
    expect(whyNot(partner, { ...say('Why?'), inReplyTo: 'shut' }, { comments })).toEqual([
      'thread_visibility',
    ])
  })

  it('S-61: the history has every change, comment and act, each with its side and both ends of its move', () => {
    const steps = [
      submit,
      start,
      request,
      say('On its way.'),
      editing('mpnId'),
      { act: 'add_document', fileName: 'sow.pdf' },
      resubmit,
      { act: 'comment', text: 'Thank you.', visibility: 'partner_visible', inReplyTo: null },
    ] as const
    const life = aLife(steps)
    expect(life.history.map(({ side, kind }) => `${side} ${kind}`)).toEqual([
      'partner created',
      'partner submitted',
      'reviewer review_started',
      'reviewer information_requested',
      'partner commented',
      'partner edited',
      'partner document_added',
      'partner resubmitted',
      'reviewer commented',
    ])
    expect(life.history[3]).toMatchObject({ fromState: 'under_review', toState: 'partner_action_required' })
    expect(life.history[4]).toMatchObject({ fromState: null, toState: null })
  })

  it('S-62: the history goes on with the association after its approval', () => {
    const life = aLife([submit, start, approve, { act: 'add_document', fileName: 'new sow.pdf' }])
    life.pass(8 * DAY)
    go(life, say('The project goes on.'))
    expect(kindsOf(life).slice(3)).toEqual([
      'approved',
      'customer_notified',
      'document_added',
      'consent_closed',
      'sent_for_incentive_assessment',
      'commented',
    ])
  })
})
