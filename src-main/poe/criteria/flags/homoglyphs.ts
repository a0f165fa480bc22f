import type { Flag } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import type { Word } from '../../facts/documentFacts.ts'
import { companyName } from '../../../domain/names/companyNames.ts'
import { findProduct } from '../products/catalogue.ts'
import { fold } from '../../../domain/names/fold.ts'
import type { JudgedDocument } from '../text/passages.ts'
import { flagOfWords } from './flagAt.ts'
import { asciiLook, isTwin, latinLook } from './skeleton.ts'

/** Names on which a claim hangs, each by its look. */
interface WatchedNames {
  /** Look in Latin letters → the name. */
  readonly byLatin: ReadonlyMap<string, string>
  /** Look within ASCII → the name. */
  readonly byAscii: ReadonlyMap<string, string>
  readonly folded: ReadonlySet<string>
}

const SHORTEST_NAME = 4
/** Within ASCII short words look alike by chance. */
const SHORTEST_ASCII = 6

/** Words that look like the claim's names, products or domains, or like plain Latin words, and are written with other letters. */
export function homoglyphFlags(document: JudgedDocument, form: ClaimForm): Flag[] {
  const names = watchedNames(form)
  return document.facts.pages.flatMap((page) => {
    const found = page.words.flatMap((word) => lookAlikes(word, names))
    return found.length > 0 ? [flagOfWords('homoglyph', 'high', document, page, found)] : []
  })
}

function watchedNames(form: ClaimForm): WatchedNames {
  const companies = [form.customer.companyName, form.partnerCompanyName].flatMap(
    (name) => companyName(name).core,
  )
  const domains = [...form.customer.domains, ...form.partnerDomains]
  const products = form.items.flatMap(({ productId, name }) =>
    [name, ...(findProduct(productId)?.names ?? [])].flatMap((one) => fold(one).split(/[^\p{L}\p{N}]+/u)),
  )
  const all = [...new Set([...companies, ...domains.map(fold), ...products, 'microsoft', 'dynamics'])].filter(
    (name) => name.length >= SHORTEST_NAME,
  )
  return {
    byLatin: new Map(all.map((name) => [name, name])),
    byAscii: new Map(
      all.filter((name) => name.length >= SHORTEST_ASCII).map((name) => [asciiLook(name), name]),
    ),
    folded: new Set(all),
  }
}

function lookAlikes(word: Word, names: WatchedNames): { words: readonly Word[]; text: string }[] {
  const parts = word.text.split(/[^\p{L}\p{N}.|-]+/u).flatMap((part) => [part, ...part.split(/[.-]/u)])
  const hit = parts
    .map((part) => part.replace(/^[.-]+|[.-]+$/gu, ''))
    .filter((part) => part.length >= SHORTEST_NAME)
    .map((part) => twinOf(part, word, names))
    .find((twin) => twin !== null)
  return hit === undefined || hit === null ? [] : [{ words: [word], text: `${word.text} ≈ ${hit}` }]
}

/** What the part passes itself off as; null = nothing. */
function twinOf(part: string, { source }: Word, names: WatchedNames): string | null {
  if (names.folded.has(fold(part))) return null
  const look = latinLook(part)
  const foreign = Array.from(part).filter(isTwin)
  const known = names.byLatin.get(fold(look))
  if (known !== undefined && foreign.length > 0) return known
  if (foreign.length > 0 && isMixed(part)) return look
  // Slips of this kind are what character recognition makes by itself.
  if (source === 'ocr') return null
  const ascii = names.byAscii.get(asciiLook(part))
  return ascii !== undefined && isOddlyWritten(part, ascii) ? ascii : null
}

/** Latin letters beside letters of a script that has twins of them. Units and formulas are too short to get here. */
function isMixed(part: string): boolean {
  const latin = part.match(/\p{Script=Latin}/gu) ?? []
  const other =
    part.match(/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/gu) ?? []
  return latin.length >= 2 && other.length > 0 && other.every(isTwin)
}

/** Another word of the language may have the same look ("modem", "modern"); a digit among letters or a lone l for I is no word. */
function isOddlyWritten(part: string, name: string): boolean {
  const folded = fold(part)
  if (folded === name) return false
  const hasDigit = /\d/u.test(part) && !/\d/u.test(name)
  const swapsCapital = folded.replaceAll('i', 'l') === name.replaceAll('i', 'l')
  return hasDigit || swapsCapital || part.length >= 8 || part.includes('.') || /vv/u.test(folded)
}
