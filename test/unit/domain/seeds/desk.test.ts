// @vitest-environment jsdom
import { act, createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import { CaseBoard } from '../../../../src-preload/contract/caseBoard.ts'
import { PendingOperation } from '../../../../src-preload/contract/claims.ts'
import type { Input } from '../../../../src-preload/contract/index.ts'
import { FamilyMember } from '../../../../src-preload/contract/related.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { CLAIM_STATES } from '../../../../src-preload/contract/vocabulary/words.ts'
import { Board } from '../../../../src-renderer/features/arbitration/Board.tsx'
import type { PartyPagesProps } from '../../../../src-renderer/features/arbitration/panes/panePort.ts'
import { ClaimHeader } from '../../../../src-renderer/features/claim/ClaimHeader.tsx'
import { FamilyFacts } from '../../../../src-renderer/features/claim/facts/FamilyFacts.tsx'
import { PartnerFacts } from '../../../../src-renderer/features/claim/facts/PartyFacts.tsx'
import { ProgramFacts } from '../../../../src-renderer/features/claim/facts/ProgramFacts.tsx'
import { ApprovalMatter } from '../../../../src-renderer/features/claim/matters/ApprovalMatters.tsx'
import { COMMANDS } from '../../../../src-renderer/app/commands.ts'
import { HelpPage } from '../../../../src-renderer/features/help/HelpPage.tsx'
import { OutboxList } from '../../../../src-renderer/features/sync/OutboxList.tsx'
import { NO_VOTING, aCase } from '../../../builders/arbitrationCase.ts'
import { aBoardParty, aPaper, onPaper } from '../../../builders/renderer/aBoardParty.ts'
import { aDetail, aForm, AT, instantAt } from '../../../builders/renderer/aClaim.ts'
import { showPart } from '../../../fakes/renderer/screen.tsx'

const TENANT = aForm.customer.tenantId
const SALES = '0f6b5c1e-7a35-4f39-9f3b-2b8f1f0d9c11'
const SERVICE = '51e0c1d2-90ab-4cde-8f01-23456789abcd'
const DASHBOARD = 'https://partner.microsoft.com/dashboard/incentives/claims/associations'

const items = [
  { id: 'i1', productId: 'd365.sales', name: 'Dynamics 365 Sales', subscriptionId: SALES },
  { id: 'i2', productId: 'd365.field', name: 'Field Service', subscriptionId: SERVICE },
]
const ofDynamics = aDetail({ form: { program: 'OSU_BIZAPPS', items } })
const nothing = () => undefined

const A_BOARD = {
  mayVerify: true,
  caseId: aCase().caseId,
  revision: 1,
  missing: [],
  ladder: null,
  today: '2026-11-20',
}

describe('the reviewer’s desk', () => {
  it('S-09: the Help menu leads to the articles on creating, managing, issues, beginning and co-op', async () => {
    expect(COMMANDS.find(({ id }) => id === 'help.resources')?.context).toBe('everywhere')
    const { place, text } = await showPart(createElement(HelpPage, { at: 'resources' }))
    expect(document.activeElement?.textContent).toBe('Resources for partners')
    const resources = document.activeElement?.closest('section')
    const addresses = [...(resources?.querySelectorAll('button[title^="https:"]') ?? [])].map((link) =>
      link.getAttribute('title')?.split('/').at(-1),
    )
    expect(addresses).toEqual([
      'submit-osa-claim',
      'incentives-manage-customer-associations',
      'incentives-customer-association-issues',
      'incentives-get-started-intro',
      'claims-overview',
    ])
    // In our own words, so that it is there offline too.
    for (const word of ['Create:', 'Manage:', 'Issues:', 'Beginning:', 'Co-op claims'])
      expect(text()).toContain(word)
    expect(place.querySelectorAll('button[title$="claims-overview"]')).toHaveLength(1)
  })

  it('S-15: tenant and subscription ids are copied with one key', async () => {
    const { press, clipboard } = await showPart(createElement(ClaimHeader, { detail: ofDynamics }))
    await press('x')
    await press('X', true)
    expect(clipboard.map(({ text }) => text)).toEqual([TENANT, `${SALES}\n${SERVICE}`])
  })

  it('S-23: a claim opens in Partner Center by a link of its own', async () => {
    const asked: Input<'host.openExternal'>[] = []
    const part = createElement(ClaimHeader, { detail: ofDynamics })
    const { press, clipboard, text } = await showPart(part, {
      'host.openExternal': (input) => {
        asked.push(input)
        return { outcome: asked.length === 1 ? 'opened' : 'unavailable' }
      },
    })
    await press('P', true)
    expect(asked).toEqual([{ place: 'partnerCenterClaims' }])
    expect(clipboard.at(-1)?.text).toBe(aForm.claimId)
    // Without a browser the address itself is what the reviewer gets.
    await press('P', true)
    expect(clipboard.at(-1)?.text).toBe(DASHBOARD)
    expect(text()).toContain(DASHBOARD)
  })

  it('S-30: the status is in sight wherever a claim is shown', async () => {
    for (const state of CLAIM_STATES.filter((each) => each !== 'unknown')) {
      const words = state.replaceAll('_', ' ')
      const standing = { claimId: ClaimId.parse('1'), claimName: 'A claim', state, subState: null }
      const header = await showPart(createElement(ClaimHeader, { detail: aDetail({ state }) }))
      expect(header.text()?.toLowerCase()).toContain(words)
      const operation = PendingOperation.parse({
        operationId: '00000000-0000-4000-8000-0000000000a1',
        claimId: standing.claimId,
        kind: 'approve',
        state: 'waiting',
        madeAt: AT,
        holdUntil: null,
      })
      const tray = await showPart(
        createElement(OutboxList, { operations: [operation], onUndo: nothing, onOpenClaim: nothing }),
        { 'claims.standings': () => ({ standings: [standing] }) },
      )
      expect(tray.text()?.toLowerCase()).toContain(words)
      const member = FamilyMember.parse({
        ...standing,
        kinship: 'other_partner',
        partnerName: 'Fernhill',
        mpnId: '1',
        program: 'OSU_M365',
        items: [],
        shared: [],
        submittedAt: AT,
        stateChangedAt: instantAt(1),
      })
      const family = await showPart(createElement(FamilyFacts, { detail: ofDynamics }), {
        'claims.family': () => ({ members: [member], total: 1 }),
      })
      expect(family.text()?.toLowerCase()).toContain(words)
    }
  })

  it('S-88: the help says where a partner makes a claim', async () => {
    const { place, text } = await showPart(createElement(ProgramFacts, { detail: ofDynamics }))
    expect(text()).toContain('Incentives, Overview, Customer associations, + Customer association')
    expect(place.querySelector(`button[title="${DASHBOARD}"]`)?.textContent).toContain('Partner Center')
  })

  it('S-89: the MPN ID is labelled as that of the partner’s location', async () => {
    const { text } = await showPart(createElement(PartnerFacts, { detail: aDetail() }))
    expect(text()).toMatch(/Location ID4471902.*MPN ID \(PartnerID\) of the partner’s location/)
  })

  it('S-123: the subscription ids of an approved claim are in sight', async () => {
    const detail = aDetail({ state: 'approved', form: { items } })
    const { text } = await showPart(createElement(ApprovalMatter, { detail, onOpenDocument: nothing }))
    expect(text()).toContain(`Dynamics 365 Sales${SALES}`)
    expect(text()).toContain(`Field Service${SERVICE}`)
  })

  it('S-127: the proofs of both partners are reviewed side by side, each at the place of one criterion', async () => {
    const dates = (page: number) => ({ dates: [onPaper('sow.pdf', page)] })
    const parties = [
      aBoardParty(dates(3), { claimId: '208417' }),
      aBoardParty(dates(1), {
        claimId: '208500',
        partnerName: 'Larkfield',
        documents: [aPaper('d9', 'sow.pdf', { url: '/documents/theirs' })],
      }),
    ]
    const shown: PartyPagesProps[] = []
    const { place, press, text } = await showPart(
      createElement(Board, {
        detail: CaseDetail.parse({
          case: aCase(),
          claims: [],
          alongside: [],
          voting: NO_VOTING,
          pending: null,
          draft: null,
        }),
        board: CaseBoard.parse({ ...A_BOARD, parties }),
        port: {
          renderPages: (pages) => {
            shown.push(pages)
            return createElement('output', {}, pages.document.url)
          },
          renderComparison: () => null,
        },
      }),
    )
    const pages = () =>
      [...place.querySelectorAll('[data-pane^="papers"] output')].map((one) => one.textContent)
    // The board is painted first: a frame, and the task after it.
    await act(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    expect(pages()).toEqual([aDetail().documents[0]?.url, '/documents/theirs'])
    expect(text()).toContain('Fernhill Consulting Ltd')
    expect(text()).toContain('Larkfield')
    // Every verdict's place is marked on its party's paper, and one key shows the same criterion on both.
    expect(
      shown.slice(-2).map(({ marks }) => marks.map(({ letter, number, page }) => [letter, number, page])),
    ).toEqual([[['A', 1, 3]], [['B', 1, 1]]])
    await press('b')
    const pressed = [...place.querySelectorAll('td button[aria-pressed="true"]')].map(
      (chip) => chip.textContent,
    )
    expect(pressed).toEqual(['A1', 'B1'])
  })
})
