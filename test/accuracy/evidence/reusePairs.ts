import type { CheckReport } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ReuseKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { alike, type Print } from '../../../src-main/domain/evidence/prints.ts'
import { printsOfFacts } from '../../../src-main/domain/evidence/printsOfFacts.ts'
import { type ClaimSide, weightOfReuse } from '../../../src-main/domain/evidence/recycled.ts'
import type { DocumentFacts } from '../../../src-main/poe/facts/documentFacts.ts'
import { documentPrints } from '../../../src-main/workstation/checks/documentPrints.ts'

/** A claim's papers as they were read and judged. */
export interface ReadClaim {
  readonly id: string
  readonly form: ClaimForm
  readonly report: CheckReport
  readonly documents: readonly { readonly file: string; readonly facts: DocumentFacts }[]
}

export interface ReuseCount {
  /** Pairs of papers of two claims. */
  readonly pairs: number
  /** Prints of a kind that were held against each other. */
  readonly compared: Readonly<Record<Print['kind'], number>>
  /** "D-001 D-002 text 0.91" */
  readonly flagged: readonly string[]
}

interface Paper {
  readonly claim: ReadClaim
  readonly sha256: string
  readonly own: readonly Print[]
  /** As the hub has them: every mark that may be a signature. */
  readonly atHub: readonly Print[]
}

const sideOf = ({ form }: ReadClaim): ClaimSide => ({
  mpnId: form.mpnId,
  partnerName: form.partnerCompanyName,
  tenantId: form.customer.tenantId,
  customerName: form.customer.companyName,
})

/** Holds every paper against those of all other claims, without the short cut of bands: what is flagged here would be at most. */
export function countReuse(claims: readonly ReadClaim[]): ReuseCount {
  const papers = claims.flatMap((claim) =>
    claim.documents.map(
      ({ file, facts }): Paper => ({
        claim,
        sha256: facts.sha256,
        own: documentPrints(facts, file, claim.report),
        atHub: printsOfFacts(facts, () => true),
      }),
    ),
  )
  const compared = { page: 0, signature: 0, text: 0 }
  const flagged: string[] = []
  let pairs = 0
  for (const one of papers)
    for (const other of papers) {
      if (one.claim.id === other.claim.id) continue
      pairs += 1
      flagged.push(...flagsOf(one, other, compared))
    }
  return { pairs, compared, flagged }
}

function flagsOf(one: Paper, other: Paper, compared: Record<Print['kind'], number>): string[] {
  const said = (how: ReuseKind, share: number, mayBeForm: boolean): string[] => {
    const weight = weightOfReuse(
      { how, mayBeForm, isTheirCustomers: false },
      sideOf(one.claim),
      sideOf(other.claim),
    )
    return weight === null ? [] : [`${one.claim.id} ${other.claim.id} ${how} ${share.toFixed(2)} ${weight}`]
  }
  if (one.sha256 === other.sha256) return said('bytes', 1, false)
  return one.own.flatMap(({ kind, value }) =>
    other.atHub.flatMap((print) => {
      if (print.kind !== kind) return []
      compared[kind] += 1
      const like = alike(kind, value, print.value)
      return like === null ? [] : said(kind, like.share, like.mayBeForm)
    }),
  )
}

export const reuseText = ({ pairs, compared, flagged }: ReuseCount): string =>
  `evidence held against that of other claims: ${pairs} pairs of papers (${compared.text} texts, ${compared.page} pages, ` +
  `${compared.signature} signatures), flagged as the same: ${flagged.length}\n${flagged.map((one) => `  ${one}\n`).join('')}`
