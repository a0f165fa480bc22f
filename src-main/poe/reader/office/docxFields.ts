import type { FactFlag } from '../../facts/documentFacts.ts'
import { plainFlag } from '../flow/flowFlags.ts'
import { type FieldSources, otherDayOfField, textOfField, wordsOfCode } from './docxFieldValues.ts'

/** A field: what it says to show, and what the paper shows. */
export interface DocxField {
  readonly code: string
  readonly result: string
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** A field that shows one thing and says another. */
export const mismatch = (shown: string, said: string, severity: FactFlag['severity'] = 'high'): FactFlag =>
  plainFlag('docx_field_mismatch', severity, `${shown} ≠ ${said}`)

/** Fields that take text, a picture, a table or a whole document from another file. */
const FETCHING = /^(?:include|includetext|includepicture|import|link|database|rd)$/iu
const LEADS_OUT = /(?:https?|ftps?|file|smb):|(?:^|[\s"])[a-z]:|\\\\|\/\/|\.{2}\//iu

/** Fields that run something, fetch something, or show another thing than they say. */
export function fieldFlags(field: DocxField, sources: FieldSources): FactFlag[] {
  const code = field.code.trim()
  const [name = '', target = ''] = wordsOfCode(code)
  if (/^dde(?:auto)?$/iu.test(name)) return [plainFlag('external_parts', 'high', code)]
  if (FETCHING.test(name) && LEADS_OUT.test(code)) return [plainFlag('external_parts', 'high', code)]
  if (/^hyperlink$/iu.test(name)) return linkFlags(field.result, target)
  const shown = field.result.trim()
  const day = otherDayOfField(code, shown, sources)
  if (day !== null) return [mismatch(shown, day, 'medium')]
  const said = textOfField(code, sources)
  if (said === null || bare(said) === bare(shown)) return []
  // A condition may show nothing; what other fields lack nobody filled in.
  const isIf = /^if$/iu.test(name)
  if (!isIf && (bare(said) === '' || bare(shown) === '')) return []
  return [mismatch(shown, said, /^ref$/iu.test(name) ? 'medium' : 'high')]
}

/** Places of one letter's data: shown with two values, one of them was written over. */
export function mergedFlags(fields: readonly DocxField[]): FactFlag[] {
  const first = new Map<string, string>()
  return fields.flatMap(({ code, result }) => {
    const [kind = '', name = ''] = wordsOfCode(code.trim())
    if (!/^mergefield$/iu.test(kind) || bare(result) === '' || /\\[bfmv*]/u.test(code)) return []
    const known = first.get(name.toLowerCase())
    if (known === undefined) first.set(name.toLowerCase(), result)
    return known === undefined || bare(known) === bare(result) ? [] : [mismatch(result.trim(), known.trim())]
  })
}

/** A link whose words are an address themselves and which leads elsewhere. */
export function linkFlags(shown: string, target: string): FactFlag[] {
  const words = shown.trim()
  const said = hostIn(words)
  const real = hostIn(target)
  const isAddress = /^(?:https?:\/\/|www\.)?[\w.-]+\.[a-z]{2,}(?:\/\S*)?$|^\S+@\S+$/iu.test(words)
  if (!isAddress || said === null || real === null || said === real) return []
  return [mismatch(words, target, 'medium')]
}

function hostIn(text: string): string | null {
  const mail = /(?:mailto:)?[^\s@:]+@([\w.-]+)/iu.exec(text)?.[1]
  const web = /^(?:https?:\/\/)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)/iu.exec(text)?.[1]
  return (mail ?? web)?.toLowerCase().replace(/^www\./u, '') ?? null
}
