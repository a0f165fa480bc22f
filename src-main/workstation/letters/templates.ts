import { z } from 'zod'
import german from '../../../resources/letters/de.json' with { type: 'json' }
import english from '../../../resources/letters/en.json' with { type: 'json' }
import spanish from '../../../resources/letters/es.json' with { type: 'json' }
import french from '../../../resources/letters/fr.json' with { type: 'json' }
import italian from '../../../resources/letters/it.json' with { type: 'json' }
import portuguese from '../../../resources/letters/pt.json' with { type: 'json' }
import { LETTER_LANGUAGES } from '../../domain/letter/languages.ts'
import { LETTER_KEYS } from '../../domain/letter/letterKeys.ts'

/** ICU messages by key: all that a letter can say and nothing else. */
const Templates = z.record(z.enum(LETTER_KEYS), z.string().trim().min(1)).readonly()

/** The templates of every language, checked once when letters are first asked for. */
export const TEMPLATES = z.record(z.enum(LETTER_LANGUAGES), Templates).parse({
  en: english,
  it: italian,
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
})
