import { createHash } from 'node:crypto'
import { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'

const CUSTOMERS = [
  'Northgate Assurance plc',
  'Hartwig & Söhne GmbH',
  'Ceramiche Valdorcia S.p.A.',
  'Mairie de Saint-Aurel',
]
const PARTNERS = [
  'Fernhill Consulting Ltd',
  'Rheinwerk Digital GmbH',
  'Nuvola Alpina S.r.l.',
  'Lumière Conseil SAS',
]
const ITEMS = ['Microsoft Teams', 'SharePoint Online', 'Microsoft Intune', 'Exchange Online', 'Viva Engage']
const STATES = [
  ['submitted', 'queued'],
  ['under_review', 'in_review'],
  ['partner_action_required', 'open'],
  ['approved', 'consent_open'],
  ['rejected', 'disputable'],
] as const
const START = Date.parse('2026-11-20T10:00:00Z')

const pick = <T>(list: readonly T[], n: number): T => {
  const found = list[n % list.length]
  if (found === undefined) throw new Error('An empty list has nothing to pick.')
  return found
}
const iso = (ms: number) => new Date(ms).toISOString()
const guidOf = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

/** Claim number `n` of a big queue, always the same: two items, one document, three entries of history, a clock. */
export function claimNumber(n: number): ClaimRecord {
  const [state, subState] = pick(STATES, n)
  const submitted = START - ((n % 20) + 1) * 86_400_000 - (n % 1440) * 60_000
  const due = START + ((n * 7919) % 14_400) * 60_000 - 86_400_000
  return ClaimRecord.parse({
    form: formOf(n, submitted),
    partnerLanguage: pick(['en', 'de', 'it', 'fr'], n),
    state,
    subState,
    stateChangedAt: iso(submitted + 3_600_000),
    revision: 2,
    policy: { id: 'seed-2020', version: 1 },
    assignedTo: n % 9 === 0 ? { userId: 'u-reviewer', name: 'Marta Ginevri' } : null,
    documents: [
      {
        documentId: `d${n}`,
        sha256: createHash('sha256').update(String(n)).digest('hex'),
        fileName: `SOW-${n}.pdf`,
        mediaType: 'application/pdf',
        sizeBytes: 80_000 + n,
        addedAt: iso(submitted),
      },
    ],
    comments: [],
    history: (['created', 'submitted', 'review_started'] as const).map((kind, at) => ({
      entryId: `h${n}-${at}`,
      at: iso(submitted + at * 60_000),
      side: kind === 'review_started' ? 'reviewer' : 'partner',
      kind,
      actorName: 'Owen Pritchard',
      fromState: null,
      toState: null,
      detail: null,
    })),
    clocks: [clockOf(submitted, due)],
    competingClaims: n % 40 === 0 ? 1 : 0,
  })
}

function clockOf(startedAt: number, dueAt: number) {
  const share = (part: number) => iso(startedAt + (dueAt - startedAt) * part)
  return {
    timer: 'review',
    startedAt: iso(startedAt),
    dueAt: iso(dueAt),
    halfAt: share(0.5),
    threeQuartersAt: share(0.75),
    nineTenthsAt: share(0.9),
    pausedShare: null,
  }
}

function formOf(n: number, submitted: number) {
  return {
    claimId: String(1_000_000 + n),
    claimName: `${pick(ITEMS, n)} rollout, wave ${n % 97}`,
    program: 'OSU_M365',
    solutionArea: 'MICROSOFT_365',
    activities: ['USAGE'],
    mpnId: String(4_000_000 + (n % 5000)),
    partnerCompanyName: pick(PARTNERS, n >> 1),
    partnerDomains: ['partner.example'],
    purchaseChannel: 'VOLUME_LICENSING',
    customer: {
      companyName: pick(CUSTOMERS, n >> 2),
      tenantId: guidOf(n >> 1),
      domains: ['customer.example'],
      country: 'DEU',
      isPublicSector: false,
    },
    customerContact: { name: 'Fiona Garside', title: 'Head of IT', email: 'fiona.garside@customer.example' },
    partnerContact: { name: 'Owen Pritchard', email: 'owen.pritchard@partner.example' },
    items: [0, 1].map((at) => ({
      id: `i${at}`,
      productId: 'm365.teams',
      name: pick(ITEMS, n + at),
      subscriptionId: null,
    })),
    submittedAt: iso(submitted),
  }
}

/** Pages of the feed as they come off the wire: plain JSON values, not yet parsed by a schema. */
export function feedPages(
  claims: number,
  perPage: number,
): { value: unknown[]; '@odata.nextLink': string }[] {
  return Array.from({ length: Math.ceil(claims / perPage) }, (_, page) => ({
    value: Array.from({ length: Math.min(perPage, claims - page * perPage) }, (_item, at) =>
      JSON.parse(JSON.stringify(claimNumber(page * perPage + at))),
    ) as unknown[],
    '@odata.nextLink': `page ${page + 1}`,
  }))
}
