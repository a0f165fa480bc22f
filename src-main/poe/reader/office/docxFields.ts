import type { FactFlag, FileMetadata } from '../../facts/documentFacts.ts'
import { plainFlag } from '../flow/flowFlags.ts'

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

/** Fields that run something, fetch something, or show another thing than they say. */
export function fieldFlags(field: DocxField, metadata: FileMetadata | null): FactFlag[] {
  const code = field.code.trim()
  const [name = ''] = code.split(/\s+/u)
  if (/^dde(?:auto)?$/iu.test(name)) return [plainFlag('external_parts', 'high', code)]
  if (/^include(?:text|picture)$/iu.test(name) && /https?:|\\\\/iu.test(code))
    return [plainFlag('external_parts', 'high', code)]
  const said = whatItSays(name.toUpperCase(), code, metadata)
  const differs =
    said !== null && bare(said) !== '' && bare(field.result) !== '' && bare(said) !== bare(field.result)
  return differs ? [plainFlag('docx_field_mismatch', 'high', `${field.result} ≠ ${said}`)] : []
}

/** The text that a field must show, where that can be said without Word. */
function whatItSays(name: string, code: string, metadata: FileMetadata | null): string | null {
  const argument = /^\S+\s+(?:"([^"]*)"|(\S+))/u.exec(code)
  const text = argument?.[1] ?? argument?.[2] ?? ''
  if (name === 'QUOTE') return text
  if (name === 'TITLE') return metadata?.title ?? null
  return null
}

/** A link whose words are an address themselves and which leads elsewhere. */
export function linkFlags(shown: string, target: string): FactFlag[] {
  const words = shown.trim()
  const said = hostIn(words)
  const real = hostIn(target)
  const isAddress = /^(?:https?:\/\/|www\.)?[\w.-]+\.[a-z]{2,}(?:\/\S*)?$|^\S+@\S+$/iu.test(words)
  if (!isAddress || said === null || real === null || said === real) return []
  return [plainFlag('docx_field_mismatch', 'medium', `${words} ≠ ${target}`)]
}

function hostIn(text: string): string | null {
  const mail = /(?:mailto:)?[^\s@:]+@([\w.-]+)/iu.exec(text)?.[1]
  const web = /^(?:https?:\/\/)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)/iu.exec(text)?.[1]
  return (mail ?? web)?.toLowerCase().replace(/^www\./u, '') ?? null
}
