import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ClaimForm, ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { type IntakeNote, StatedClaim } from '../../src-preload/contract/vocabulary/intakeShape.ts'
import { Lookups } from '../../src-preload/contract/vocabulary/lookupShape.ts'
import type { Contender } from '../../src-main/domain/intake/exclusivity.ts'
import { formNotes, type FormRules } from '../../src-main/domain/intake/formRules.ts'
import { aPolicy } from './policy.ts'

const catalogueFile = new URL('../../resources/catalogue/products.json', import.meta.url)
const Catalogue = z.object({ products: z.array(z.object({ id: z.string(), name: z.string() })) })

/** The names of the product's own catalogue. */
export const PRODUCTS: ReadonlyMap<string, string> = new Map(
  Catalogue.parse(JSON.parse(readFileSync(catalogueFile, 'utf8'))).products.map(({ id, name }) => [id, name]),
)

export const TENANT = '7c1e40a2-51d8-4f0e-9a67-0c2f3ed1b9f3'
export const OTHER_TENANT = '1b0d8a55-3c52-4e0f-8d0e-6a1f9f2b7c11'
export const SUBSCRIPTION = '6c5a0f92-e7d1-4b38-a4f6-18e93b7c20d5'
export const OTHER_SUBSCRIPTION = 'c307f635-c73f-4f97-b43c-4d9164d1e8db'

/** A Microsoft 365 usage claim without fault, as a partner writes it. */
export const m365Claim = {
  claimName: 'Teams rollout',
  solutionArea: 'Microsoft 365',
  activities: ['Usage'],
  mpnId: '4471902',
  partnerCompanyName: 'Fernhill Consulting Ltd',
  partnerDomains: ['fernhill.example'],
  customer: {
    companyName: 'Northgate Assurance plc',
    tenantId: TENANT,
    domains: ['northgate.example'],
    country: 'GBR',
  },
  customerContact: { name: 'Fiona Garside', title: 'Head of IT', email: 'fiona@northgate.example' },
  partnerContact: { name: 'Owen Pritchard', email: 'owen@fernhill.example' },
  items: [{ productId: 'm365.teams' }],
}

/** The same for Dynamics 365 Sales. */
export const dynamicsClaim = {
  ...m365Claim,
  claimName: 'Sales in use',
  solutionArea: 'Business Applications',
  purchaseChannel: 'Web-Direct',
  technicalContact: { name: 'Ravi Menon', title: 'Architect', email: 'ravi@northgate.example' },
  items: [{ productId: 'ba.sales', subscriptionId: SUBSCRIPTION }],
}

export const revenueClaim = {
  ...dynamicsClaim,
  activities: ['Revenue association'],
  revenue: {
    dynamicsSolutionSellerName: 'Grace Whitmore',
    customerName: 'Northgate Assurance plc',
    isvProductName: 'VineTrack',
  },
}

export const seedRules: FormRules = { policy: aPolicy('seed-2020'), products: PRODUCTS }
export const laterRules: FormRules = { policy: aPolicy('docs-2023'), products: PRODUCTS }

/** Notes of a form in short: `severity code field`. */
export function shortNotes(notes: readonly IntakeNote[]): string[] {
  return notes.map(({ severity, code, field }) => [severity, code, field].filter(Boolean).join(' '))
}

/** What the rules of the form say of a claim, in short. */
export function notesOf(claim: object, rules: FormRules = seedRules): string[] {
  return shortNotes(formNotes(StatedClaim.parse(claim), rules))
}

/** A form that came in: a Dynamics usage claim with one subscription; give the parts that matter. */
export function aDynamicsForm(parts: Record<string, unknown> = {}): ClaimForm {
  return ClaimForm.parse({
    ...dynamicsClaim,
    claimId: '208417',
    program: 'OSU_BIZAPPS',
    solutionArea: 'BUSINESS_APPLICATIONS',
    activities: ['USAGE'],
    purchaseChannel: 'WEB_DIRECT',
    customer: { ...dynamicsClaim.customer, isPublicSector: false },
    items: [{ id: 'i1', productId: 'ba.sales', name: 'Dynamics 365 Sales', subscriptionId: SUBSCRIPTION }],
    submittedAt: '2026-11-02T09:00:00.000Z',
    ...parts,
  })
}

/** A Microsoft 365 form that came in. */
export function aTeamsForm(parts: Record<string, unknown> = {}): ClaimForm {
  return aDynamicsForm({
    program: 'OSU_M365',
    solutionArea: 'MICROSOFT_365',
    technicalContact: null,
    items: [{ id: 'i1', productId: 'm365.teams', name: 'Microsoft Teams', subscriptionId: null }],
    ...parts,
  })
}

/** A claim under review in which nothing was looked up. */
export function aContender(form: ClaimForm, change: Partial<Contender> = {}): Contender {
  return {
    form,
    state: 'under_review',
    subState: 'in_review',
    lookups: Lookups.parse(undefined),
    isMigrated: false,
    ...change,
  }
}

/** A whole claim as the feed carries it, in plain JSON, for tests that break it. */
export function aFedClaim(): Record<string, unknown> {
  const record = ClaimRecord.parse({
    form: aTeamsForm(),
    partnerLanguage: 'en',
    state: 'under_review',
    subState: 'in_review',
    stateChangedAt: '2026-11-03T09:00:00.000Z',
    revision: 3,
    policy: { id: 'seed-2020', version: 1 },
    assignedTo: null,
    documents: [],
    comments: [],
    history: [],
    clocks: [],
    matters: undefined,
    lookups: undefined,
    competingClaims: 0,
  })
  const copy: unknown = JSON.parse(JSON.stringify(record))
  return z.record(z.string(), z.unknown()).parse(copy)
}
