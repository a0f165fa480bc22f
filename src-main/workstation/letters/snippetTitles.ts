import { z } from 'zod'
import titles from '../../../resources/letters/snippetTitles.json' with { type: 'json' }
import type { Settings } from '../../../src-preload/contract/session.ts'
import { LOCALES } from '../../../src-preload/contract/vocabulary/settingWords.ts'
import { SNIPPETS, type SnippetId } from '../../domain/letter/letterKeys.ts'

const Titles = z.record(z.enum(LOCALES), z.record(z.enum(SNIPPETS), z.string().trim().min(1)))
const TITLES = Titles.parse(titles)

/**
 * What a snippet is called in the reviewer's language; its text is in the partner's.
 * @param system the language of this machine, as BCP 47 has it; for a reviewer who left the choice to it.
 */
export function snippetTitle(id: SnippetId, locale: Settings['locale'], system: string): string {
  const wanted = locale === 'system' ? system.slice(0, 2) : locale
  return TITLES[LOCALES.find((one) => one === wanted) ?? 'en'][id]
}
