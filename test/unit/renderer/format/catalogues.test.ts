import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import english from '../../../../resources/locales/en.json' with { type: 'json' }
import italian from '../../../../resources/locales/it.json' with { type: 'json' }
import viewerEnglish from '../../../../resources/locales/viewer.en.json' with { type: 'json' }
import viewerItalian from '../../../../resources/locales/viewer.it.json' with { type: 'json' }
import { SENTENCE_CODES } from '../../../../src-main/poe/criteria/sentences.ts'

type Catalogue = Readonly<Record<string, string>>
const catalogues: Readonly<Record<string, Catalogue>> = { english, italian, viewerEnglish, viewerItalian }

const at = (folder: string): string => resolve(import.meta.dirname, '../../../..', folder)
/** Whatever says a message: on the screen, on paper, or for both. */
const files = [
  'src-renderer',
  'src-preload/words',
  'src-main/workstation/caseFile',
  'src-main/workstation/tables',
  'src-main/workstation/record',
  'src-main/workstation/weekly',
].flatMap((folder) =>
  readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(at(folder), file)),
)
const sources = files.map((file) => readFileSync(file, 'utf8')).join('\n')

/** Names of the values that a message asks for, in all its branches. */
function valuesOf(elements: readonly MessageFormatElement[]): string[] {
  const names = elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => valuesOf(value))]
    }
    return element.type === TYPE.tag ? valuesOf(element.children) : [element.value]
  })
  return [...new Set(names)].toSorted()
}

describe.each([
  ['the app', english, italian],
  ['the viewer', viewerEnglish, viewerItalian],
] as const)('the catalogues of %s', (_, en: Catalogue, it: Catalogue) => {
  test('hold the same ids', () => {
    expect(Object.keys(it).toSorted()).toEqual(Object.keys(en).toSorted())
  })

  test('ask for the same values', () => {
    for (const [id, message] of Object.entries(en)) {
      expect.soft(valuesOf(parse(it[id] ?? '')), id).toEqual(valuesOf(parse(message)))
    }
  })
})

test.each([
  ['checks.tally.met', '1 soddisfatto', '2 soddisfatti'],
  ['checks.tally.not_met', '1 non soddisfatto', '2 non soddisfatti'],
  ['checks.tally.cannot_tell', '1 non determinabile', '2 non determinabili'],
  ['family.more', 'E un’altra', 'E altre 2'],
] as const)('Italian says %s of one as of one', (id, one, two) => {
  const said = (count: number) => new IntlMessageFormat(italian[id], 'it').format({ count })
  expect([said(1), said(2)]).toEqual([one, two])
})

test.each(Object.entries(catalogues))('every message of %s parses and says something', (_, catalogue) => {
  for (const [id, message] of Object.entries(catalogue)) {
    expect.soft(() => parse(message), id).not.toThrow()
    expect.soft(message.trim(), id).not.toBe('')
  }
})

test('no two languages share a sentence that ought to be translated', () => {
  const same = Object.entries(english)
    .filter(([id, message]) => message === (italian as Catalogue)[id] && /[a-z]{3,} [a-z]{3,}/.test(message))
    .map(([id]) => id)
  expect(same).toEqual([])
})

/** Ids that the sources build from a closed word list: `verdict.${verdict}` uses every id that begins so. */
const builtPrefixes = [...sources.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z]+)*\.)\$\{/g)].map(
  (match) => match[1] ?? '',
)
/** Looked up by a code that comes with the data; findingWords.ts says what happens to a code without a message. */
const lookedUp = ['finding.', 'flag.', 'documentReason.', 'activity.', 'program.', 'area.', 'channel.']

test('every message is used', () => {
  const unused = Object.keys({ ...english, ...viewerEnglish }).filter(
    (id) =>
      !sources.includes(`'${id}'`) &&
      !sources.includes(`"${id}"`) &&
      ![...builtPrefixes, ...lookedUp].some((prefix) => id.startsWith(prefix)),
  )
  expect(unused).toEqual([])
})

test('every literal id that a screen says exists', () => {
  const all: Catalogue = { ...english, ...viewerEnglish }
  const said = [
    ...sources.matchAll(
      /(?:\bsay\(|<FormattedMessage id=|formatMessage\(\{ id: |messageId: )['"]([a-zA-Z]+(?:\.\w+)+)['"]/g,
    ),
  ]
  expect(said.length).toBeGreaterThan(100)
  expect(said.map((match) => match[1] ?? '').filter((id) => all[id] === undefined)).toEqual([])
})

test('the checker has a sentence in every language for each of its codes, with the same values', () => {
  const ids = Object.keys(english).filter((id) => id.startsWith('finding.'))
  expect(ids.toSorted()).toEqual(SENTENCE_CODES.map(({ code }) => `finding.${code}`).toSorted())
  for (const { code, values } of SENTENCE_CODES) {
    const message = (english as Catalogue)[`finding.${code}`] ?? ''
    expect.soft(valuesOf(parse(message)), code).toEqual(values.toSorted())
  }
})

test('no component holds text of its own', () => {
  const components = files.filter((file) => file.endsWith('.tsx'))
  const literal = components.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const found = [
      ...text.matchAll(/(?<!=)>\s*([A-Z][a-z]+(?: [a-z]+)*)\s*</g),
      ...text.matchAll(/(?:title|aria-label|placeholder|alt)="([^"]+)"/g),
    ]
    return found.map((match) => `${file}: ${match[1]}`)
  })
  expect(literal).toEqual([])
})
