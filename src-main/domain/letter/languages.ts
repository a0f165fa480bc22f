/** Languages that letters are written in. Portuguese is that of Brazil. */
export const LETTER_LANGUAGES = ['en', 'it', 'de', 'fr', 'es', 'pt'] as const
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number]

/** The language of a letter to a partner of this language (ISO 639-1, any case); English where there are no templates. */
export function letterLanguageOf(partnerLanguage: string): LetterLanguage {
  const wanted = partnerLanguage.toLowerCase()
  return LETTER_LANGUAGES.find((language) => language === wanted) ?? 'en'
}
