import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { LETTER_LANGUAGES } from '../../../../src-main/domain/letter/languages.ts'
import { LETTER_KEYS, SNIPPETS } from '../../../../src-main/domain/letter/letterKeys.ts'
import { letterOf } from '../../../../src-main/domain/letter/letterOf.ts'
import { TEMPLATES } from '../../../../src-main/workstation/letters/templates.ts'
import { DECISION_REASONS } from '../../../../src-preload/contract/vocabulary/words.ts'
import { everyLetter, letterOfEachCause } from '../../../builders/letters.ts'

/** Names of the values that a template asks for, in all its branches. */
function valuesOf(elements: readonly MessageFormatElement[]): string[] {
  const names = elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => valuesOf(value))]
    return element.type === TYPE.tag ? valuesOf(element.children) : [element.value]
  })
  return [...new Set(names)].toSorted()
}

describe.each(LETTER_LANGUAGES)('the templates in %s', (language) => {
  it('ask for the same values as the English ones', () => {
    for (const key of LETTER_KEYS) {
      expect.soft(valuesOf(parse(TEMPLATES[language][key])), key).toEqual(valuesOf(parse(TEMPLATES.en[key])))
    }
  })

  it('have no straight apostrophe, which ICU would take for a quote', () => {
    expect(LETTER_KEYS.filter((key) => TEMPLATES[language][key].includes("'"))).toEqual([])
  })

  it('keep the public English label of every reason recognisable', () => {
    for (const reason of DECISION_REASONS)
      expect.soft(TEMPLATES[language][`label.${reason}`]).toContain(TEMPLATES.en[`label.${reason}`])
  })

  it('name the buttons and sections of Partner Center in English too', () => {
    const named = [
      ['answer', '(Submit)'],
      ['dispute.how', '(Dispute)'],
      ['where', '(History)'],
      ['opening.request_info', '(Partner action required)'],
      ['hold.status', '(Under review)'],
    ] as const
    for (const [key, name] of named)
      expect.soft(TEMPLATES[language][key]).toContain(language === 'en' ? name.slice(1, -1) : name)
  })
})

it.each(LETTER_LANGUAGES.filter((language) => language !== 'en'))(
  'the templates in %s say nothing in English that ought to be translated',
  (language) => {
    const same = LETTER_KEYS.filter(
      (key) =>
        TEMPLATES[language][key] === TEMPLATES.en[key] &&
        /[a-z]{3,} [a-z]{3,}/.test(TEMPLATES.en[key].replace(/\{[^}]*\}/g, '')),
    )
    expect(same).toEqual([])
  },
)

it('no template is there for nothing: letters and snippets say all of them', () => {
  const said = [...everyLetter(), ...letterOfEachCause()].flatMap((facts) =>
    letterOf(facts).blocks.flatMap(({ lines }) => lines.flat().map(({ key }) => key)),
  )
  const written = ['place.page', 'instant', ...SNIPPETS.map((id) => `snippet.${id}`)]
  const unsaid = LETTER_KEYS.filter((key) => !said.includes(key) && !written.includes(key))
  expect(unsaid).toEqual([])
})

it.each([
  ['it', /dichiarazione di lavoro|capitolato/, /rendiconto di lavoro/],
  ['de', /Leistungsbeschreibung/, /Arbeitserklärung/],
  ['fr', /cahier des charges/, /déclaration de travail/],
  ['es', /declaración de trabajo/, /estado de cuentas/],
  ['pt', /declaração de trabalho/, /extrato/],
] as const)('a statement of work is called by its name in %s', (language, right, wrong) => {
  expect(TEMPLATES[language]['remedy.usablePoe']).toMatch(right)
  expect(Object.values(TEMPLATES[language]).join('\n')).not.toMatch(wrong)
})

it.each([
  ['it', /contestazione/i, /contenzioso|disputare/i],
  ['de', /Widerspruch/, /Streit/],
  ['fr', /contester/i, /litige/i],
  ['es', /impugnar/i, /conflicto|disputa\b/i],
  ['pt', /contestar/i, /disputar/i],
] as const)('S-37: a dispute is called by its name in %s', (language, right, wrong) => {
  expect(TEMPLATES[language]['dispute.how']).toMatch(right)
  expect(Object.values(TEMPLATES[language]).join('\n')).not.toMatch(wrong)
})

it('S-59: no language turns opting out round', () => {
  const words = {
    it: /può rifiutarla/,
    de: /ablehnen/,
    fr: /peut la refuser/,
    es: /puede rechazarla/,
    pt: /pode recusá-la/,
  } as const
  for (const [language, word] of Object.entries(words))
    expect.soft(TEMPLATES[language as keyof typeof words]['consent.window']).toMatch(word)
  expect(TEMPLATES.fr['consent.window']).not.toMatch(/abonner/)
})
