import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { alike } from '../../domain/evidence/prints.ts'
import { type ClaimSide, isCommonForm, type SameEvidence } from '../../domain/evidence/recycled.ts'
import { listCarriers, listPrintMeetings, type OtherClaim } from '../../store/evidenceRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { listSightings } from '../../store/sightingsRepo.ts'

/** One piece of evidence of a claim that stands on another one. */
export interface FoundReuse extends SameEvidence {
  readonly sha256: Sha256
  /** 0 = the whole document, here and there. */
  readonly page: number
  readonly otherPage: number
  readonly share: number
  readonly other: ClaimSide & { readonly claimId: ClaimId }
}

export const sideOf = ({ form }: ClaimRecord): ClaimSide => ({
  mpnId: form.mpnId,
  partnerName: form.partnerCompanyName,
  tenantId: form.customer.tenantId,
  customerName: form.customer.companyName,
})

/** What is the same first, then what is most alike; what is known here before what the hub has seen. Forms that everybody uses are none. */
export function listReuses(store: ReadStore, record: ClaimRecord): FoundReuse[] {
  const { documents } = record
  const found = [
    ...documents.flatMap(({ sha256 }) => sameBytesHere(store, record, sha256)),
    ...alikeHere(store, record),
    ...documents.flatMap(({ sha256 }) => atHub(store, record, sha256)),
  ]
  return withoutForms(found, sideOf(record))
}

const SAME_BYTES = {
  how: 'bytes',
  page: 0,
  otherPage: 0,
  share: 1,
  mayBeForm: false,
  isTheirCustomers: false,
} as const

const sameBytesHere = (store: ReadStore, { form }: ClaimRecord, sha256: Sha256): FoundReuse[] =>
  listCarriers(store, sha256, form.claimId).map((other) => ({ ...SAME_BYTES, sha256, other }))

function atHub(store: ReadStore, { form }: ClaimRecord, sha256: Sha256): FoundReuse[] {
  return listSightings(store, form.claimId, sha256)
    .filter(({ claimId }) => claimId !== form.claimId)
    .map(({ alike: print, ...claim }): FoundReuse => {
      const other = { ...claim, mpnId: claim.mpnId ?? null, tenantId: claim.tenantId ?? null }
      if (print === undefined) return { ...SAME_BYTES, sha256, other }
      const { kind: how, ...place } = print
      return { ...place, how, isTheirCustomers: false, sha256, other }
    })
}

function alikeHere(store: ReadStore, { form, documents }: ClaimRecord): FoundReuse[] {
  const own = new Set(documents.map(({ sha256 }) => sha256))
  const carriers = new Map<Sha256, OtherClaim[]>()
  const carriersOf = (sha256: Sha256): OtherClaim[] => {
    const known = carriers.get(sha256) ?? listCarriers(store, sha256, form.claimId)
    carriers.set(sha256, known)
    return known
  }
  return listPrintMeetings(store, form.claimId)
    .filter(({ otherSha256 }) => !own.has(otherSha256))
    .flatMap((meeting) => {
      const like = alike(meeting.kind, meeting.value, meeting.otherValue)
      return like === null ? [] : [{ ...meeting, ...like }]
    })
    .toSorted((a, b) => b.share - a.share)
    .flatMap(({ kind: how, sha256, page, otherPage, otherSha256, share, mayBeForm }) =>
      carriersOf(otherSha256).map(
        (other): FoundReuse => ({
          how,
          sha256,
          page,
          otherPage,
          share,
          mayBeForm,
          isTheirCustomers: true,
          other,
        }),
      ),
    )
}

function withoutForms(found: readonly FoundReuse[], own: ClaimSide): FoundReuse[] {
  const places = Map.groupBy(
    found.filter(({ mayBeForm }) => mayBeForm),
    ({ how, sha256, page }) => `${how} ${sha256} ${page}`,
  )
  const forms = [...places.values()].filter((place) =>
    isCommonForm(
      own,
      place.map(({ other }) => other),
    ),
  )
  const common = new Set(forms.flat())
  return found.filter((one) => !common.has(one))
}
