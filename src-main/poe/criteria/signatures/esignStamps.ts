import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { fold } from '../text/fold.ts'
import { blocksOf, type JudgedDocument, linesOf, type Passage } from '../text/passages.ts'
import { boxOfPassage } from '../text/place.ts'

/** An electronic signature as words on the page: anyone can type it, so it needs signer, time and id to count. */
export interface EsignStamp {
  readonly document: JudgedDocument
  readonly passages: readonly Passage[]
  readonly party: 'customer' | 'partner' | 'unknown'
  readonly signer: string | null
  readonly hasTime: boolean
  readonly hasId: boolean
  /** Points of the displayed page. */
  readonly page: number
}

const STAMP =
  /\b(?:signed electronically|electronically signed|e-?signed|digitally signed by|docusigned by|signed by:|signed with|completed with|signature (?:id|certificate|request)|envelope id|firmat[oa] (?:elettronicamente|digitalmente)|firma elettronica|sottoscritt[oa] (?:elettronicamente|digitalmente)|elektronisch (?:signiert|unterzeichnet|unterschrieben)|digital (?:signiert|unterschrieben)|signe (?:electroniquement|numeriquement)|signature electronique|firmad[oa] (?:electronicamente|digitalmente)|firma electronica|assinad[oa] (?:eletronicamente|digitalmente|electronicamente)|assinatura (?:eletronica|electronica|digital)|certificate of completion|audit trail|certificado de (?:conclusao|assinatura)|comprovante de assinatura)\b/u
const ID =
  /\b(?:envelope|transaction|transaktion|transaccion|transazione|transacao|document|dokument|documento|signature|certificate|agreement|reference|vorgang|codice|codigo|code|hash|id|uuid)\b[^\n]{0,30}?[:#\s]\s*[a-z0-9]*\d[a-z0-9-]{7,}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\b[0-9a-f]{24,}\b/u
const TIME = /\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b/u

/** Stamps and completion pages of a document, with what each says of the customer's and the partner's contacts. */
export function esignStamps(document: JudgedDocument, form: ClaimForm): EsignStamp[] {
  const text = document.facts.pages
    .flatMap((page) => blocksOf(document, page).map(({ folded }) => folded))
    .join('\n')
  if (!STAMP.test(text)) return []
  return document.facts.pages.flatMap((page) =>
    linesOf(document, page)
      .filter(isNoDigitalLook)
      .flatMap((line) => {
        const near = neighbours(line)
        const around = near.map(({ folded }) => folded).join('\n')
        const who = signerOf(line, form)
        if (who === null || !STAMP.test(around)) return []
        return [
          {
            document,
            passages: near,
            page: page.number,
            ...who,
            hasTime: TIME.test(around),
            hasId: ID.test(around) || (STAMP.test(around) && ID.test(text)),
          },
        ]
      }),
  )
}

function signerOf(line: Passage, form: ClaimForm): Pick<EsignStamp, 'party' | 'signer'> | null {
  const names = (contact: { name: string; email: string }, domains: readonly string[]): boolean =>
    line.folded.includes(fold(contact.name)) ||
    domains.some((domain) => line.folded.includes(`@${domain.toLowerCase()}`))
  if (names(form.customerContact, form.customer.domains)) return { party: 'customer', signer: line.text }
  if (names(form.partnerContact, form.partnerDomains)) return { party: 'partner', signer: line.text }
  return null
}

/** What stands with a signer in one stamp or one row of a completion page. Points. */
const STAMP_REACH = { above: 75, below: 75, side: 330 } as const

function neighbours(line: Passage): Passage[] {
  const { page, document } = line
  const box = boxOfPassage(line)
  return linesOf(document, page)
    .filter(isNoDigitalLook)
    .filter((other) => {
      const own = boxOfPassage(other)
      return (
        own[3] > box[1] - STAMP_REACH.above &&
        own[1] < box[3] + STAMP_REACH.below &&
        own[0] < box[2] + STAMP_REACH.side &&
        own[2] > box[0] - STAMP_REACH.side
      )
    })
}

/** What a digital signature's own field shows is no stamp beside it: the container says more than its look. */
export function isNoDigitalLook({ document, page, words }: Passage): boolean {
  return !document.facts.signatures.some(({ page: own, rect }) => {
    if (own !== page.number || rect === null) return false
    return words.every(({ rect: [x0, y0, x1, y1] }) => {
      const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
      return x >= rect[0] && x <= rect[2] && y >= rect[1] && y <= rect[3]
    })
  })
}
