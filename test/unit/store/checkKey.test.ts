import { describe, expect, it } from 'vitest'
import { judge } from '../../../src-main/poe/judge.ts'
import { findReport, putReport } from '../../../src-main/store/checksRepo.ts'
import { checkKeyOf } from '../../../src-main/store/claimRows.ts'
import { findClaim } from '../../../src-main/store/claimsRepo.ts'
import { applyClaim } from '../../../src-main/store/feedRepo.ts'
import { renewCheckKeys } from '../../../src-main/store/renewCheckKeys.ts'
import {
  listDetailWords,
  listReadDays,
  putDetailWord,
  putReadDays,
} from '../../../src-main/store/handWordsRepo.ts'
import { listVerdicts, putVerdict } from '../../../src-main/store/verdictsRepo.ts'
import type { ClaimForm, ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { aReport } from '../../builders/checkReport.ts'
import { aClaimRecord } from '../../builders/claimRecord.ts'
import { aClaimForm } from '../../builders/poe/claimForm.ts'
import { documentOf } from '../../builders/poe/factsOf.ts'
import { aStore } from '../../builders/store.ts'

const PAPER = new TextEncoder().encode('a signed paper')
const OTHER = new TextEncoder().encode('another paper')
const plain = aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }] })
const withForm = (part: Partial<ClaimForm>): ClaimRecord => ({ ...plain, form: { ...plain.form, ...part } })

/** Names of the fields of a form that are asked for while the work runs. */
function fieldsRead(form: ClaimForm, work: (form: ClaimForm) => unknown): Set<string> {
  const read = new Set<string>()
  work(
    new Proxy(form, {
      get(target, name) {
        if (typeof name === 'string') read.add(name)
        return Reflect.get(target, name)
      },
    }),
  )
  return read
}

/** Every field of the form with another value than `aClaimForm` gives it. */
const OTHERWISE: { readonly [K in keyof ClaimForm]: ClaimForm[K] } = {
  ...aClaimForm({ claimId: '50000009', claimName: 'Another', mpnId: '99', program: 'OSU_BIZAPPS' }),
  solutionArea: 'BUSINESS_APPLICATIONS',
  activities: ['PRESALES'],
  partnerCompanyName: 'Another partner',
  partnerDomains: ['another.example'],
  purchaseChannel: 'VOLUME_LICENSING',
  customer: { ...aClaimForm().customer, isPublicSector: true },
  customerContact: { name: 'Another', title: null, email: 'a@another.example' },
  technicalContact: { name: 'Another', title: null, email: 'a@another.example' },
  partnerContact: { name: 'Another', title: null, email: 'a@another.example' },
  items: [{ id: 'i2', productId: 'm365.teams', name: 'Teams', subscriptionId: null }],
  revenue: { dynamicsSolutionSellerName: 'S', customerName: 'C', isvProductName: 'P' },
  laterFlow: { optOutOfIncentivePayment: true, acknowledged: true },
  submittedAt: aClaimForm({ submittedAt: '2026-07-01T00:00:00Z' }).submittedAt,
}

describe('the key of findings', () => {
  it('changes with every field of the form that the criteria read', () => {
    const document = documentOf([{ lines: [['Statement of work for Ottermill Paper GmbH', 60, 80]] }])
    const policy = { id: 'seed-2020', version: 1 }
    const forms = [
      aClaimForm(),
      aClaimForm({ program: 'OSU_BIZAPPS', solutionArea: 'BUSINESS_APPLICATIONS' }),
      aClaimForm({ activities: ['REVENUE_ASSOCIATION'] }),
    ]
    const read = new Set(
      forms.flatMap((one) => [
        ...fieldsRead(one, (form) => judge({ caseId: null, form, policy, documents: [document] })),
        ...fieldsRead(one, (form) => judge({ caseId: null, form, policy, documents: [] })),
      ]),
    )
    const base: ClaimRecord = { ...plain, form: aClaimForm() }
    const unnoticed = [...read].filter((name) => {
      const field = name as keyof ClaimForm
      const changed = { ...base, form: { ...base.form, [field]: OTHERWISE[field] } }
      return checkKeyOf(changed) === checkKeyOf(base)
    })
    expect(unnoticed).toEqual([])
    expect(read.size).toBeGreaterThan(8)
  })

  it('stays when something changes that no criterion reads', () => {
    const same: readonly ClaimRecord[] = [
      withForm({ claimName: 'Another name' }),
      withForm({ mpnId: '1' }),
      withForm({ laterFlow: { acknowledged: true, optOutOfIncentivePayment: false } }),
      { ...plain, revision: 9, state: 'rejected', subState: null, partnerLanguage: 'it', competingClaims: 4 },
    ]
    for (const record of same) expect(checkKeyOf(record)).toBe(checkKeyOf(plain))
  })

  it('changes with a document, its bytes, its name, a late arrival, and either part of the policy', () => {
    const [document] = plain.documents
    if (document === undefined) throw new Error('The claim has a document.')
    const later = aClaimRecord({ documents: [{ documentId: 'd1', bytes: OTHER }] })
    const keys = [
      plain,
      later,
      { ...plain, documents: [...plain.documents, ...later.documents] },
      { ...plain, documents: [{ ...document, fileName: 'renamed.pdf' }] },
      { ...plain, documents: [{ ...document, addedAt: plain.stateChangedAt }] },
      { ...plain, policy: { id: 'seed-2020', version: 2 } },
      { ...plain, policy: { id: 'other', version: 1 } },
      { ...plain, documents: [] },
    ].map(checkKeyOf)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is the same in whatever order the documents stand', () => {
    const two = aClaimRecord({
      documents: [
        { documentId: 'd1', bytes: PAPER },
        { documentId: 'd2', bytes: OTHER },
      ],
    })
    expect(checkKeyOf({ ...two, documents: two.documents.toReversed() })).toBe(checkKeyOf(two))
  })

  it('never gives the findings of one claim to another with the same papers', () => {
    const store = aStore()
    const twin = aClaimRecord({ claimId: '208418', documents: [{ documentId: 'd1', bytes: PAPER }] })
    store.write((s) => {
      applyClaim(s, plain)
      applyClaim(s, twin)
      putReport(s, plain.form.claimId, checkKeyOf(plain), aReport(plain), 1)
    })
    const found = (record: ClaimRecord) =>
      store.read((s) => findReport(s, record.form.claimId, checkKeyOf(record)))
    expect(found(plain)).not.toBeNull()
    expect(found(twin)).toBeNull()
    expect(checkKeyOf(twin)).not.toBe(checkKeyOf(plain))
  })

  it('takes what a reviewer said along when a newer version makes keys otherwise', () => {
    const store = aStore()
    const claimId = ClaimId.parse('208417')
    const said = {
      criterion: 'dates',
      item: null,
      verdict: 'met',
      act: 'set',
      reason: 'Seen on paper',
      byName: 'R',
      at: plain.stateChangedAt,
    } as const
    const by = { byUserId: UserId.parse('u-reviewer'), byName: 'R', at: plain.stateChangedAt }
    const word = { check: 'contacts', verdict: 'met', note: 'By phone.', ...by } as const
    const days = { reading: { what: 'acknowledged', day: '2026-04-03' }, evidenceId: null, ...by } as const
    store.write((s) => {
      applyClaim(s, plain)
      putVerdict(s, claimId, 'key of before', UserId.parse('u-reviewer'), said)
      putDetailWord(s, claimId, 'key of before', word)
      putReadDays(s, claimId, 'key of before', days)
      s.sqlite.exec("update claims set check_key = 'key of before'")
      renewCheckKeys(s)
    })
    const key = store.read((s) => findClaim(s, claimId))?.checkKey ?? ''
    expect(key).toBe(checkKeyOf(plain))
    expect(store.read((s) => listVerdicts(s, claimId, key))).toEqual([said])
    expect(store.read((s) => listDetailWords(s, claimId, key))).toEqual([word])
    expect(store.read((s) => listReadDays(s, claimId, key))).toEqual([days])
  })
})
