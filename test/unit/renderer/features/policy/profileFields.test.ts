import { describe, expect, it } from 'vitest'
import english from '../../../../../resources/locales/en.json' with { type: 'json' }
import italian from '../../../../../resources/locales/it.json' with { type: 'json' }
import { PolicyProfile } from '../../../../../src-preload/contract/vocabulary/policyShape.ts'
import { sectionsOf } from '../../../../../src-preload/contract/vocabulary/schemaSections.ts'
import {
  type FieldInput,
  profileSections,
} from '../../../../../src-renderer/features/policy/profile/profileFields.ts'
import { valueAt, withValue } from '../../../../../src-renderer/features/policy/profile/profileValues.ts'
import {
  PROFILE_FIELDS,
  PROFILE_SECTIONS,
  rowMessage,
  wordMessage,
} from '../../../../../src-renderer/features/policy/profile/profileWords.ts'
import { SEED_2020 } from '../../../../builders/policy.ts'

const catalogues: readonly Readonly<Record<string, string>>[] = [english, italian]
const GIVEN = ['id', 'version']
const fields = profileSections().flatMap((section) => section.fields)
const schemaFields = sectionsOf(PolicyProfile, { title: '', description: '' }).flatMap((one) => one.fields)

const inputOf = (id: string): FieldInput => {
  const field = fields.find((one) => one.id === id)
  if (field === undefined) throw new Error(`There is no field ${id}`)
  return field.input
}
const put = (id: string, value: unknown, profile = SEED_2020) =>
  withValue(profile, id.split('.'), value, inputOf(id))
const taken = (id: string, value: unknown, profile = SEED_2020): PolicyProfile => {
  const next = put(id, value, profile)
  if ('unfit' in next) throw new Error(`${id} was not taken: ${JSON.stringify(next.unfit)}`)
  return next.profile
}

describe('the fields of a profile', () => {
  it('are all there for a lead to change, but what the profile is called by', () => {
    const inSchema = schemaFields.map(({ path }) => path.join('.')).filter((id) => !GIVEN.includes(id))
    expect(PROFILE_FIELDS.toSorted()).toEqual(inSchema.toSorted())
    const groups = profileSections().flatMap(({ id }) => (id === null ? [] : [id]))
    expect(groups).toEqual([...PROFILE_SECTIONS])
  })

  it('have a name and an explanation in every language, also the groups of them', () => {
    const ids = [
      ...PROFILE_FIELDS.flatMap((id) => [`policyField.${id}`, `policyField.${id}.text`]),
      ...PROFILE_SECTIONS.flatMap((id) => [`policySection.${id}`, `policySection.${id}.text`]),
    ]
    for (const catalogue of catalogues) expect(ids.filter((id) => (catalogue[id] ?? '') === '')).toEqual([])
    expect(
      Object.keys(english).filter((id) => /^policy(Field|Section)\./.test(id) && !ids.includes(id)),
    ).toEqual([])
  })

  it('have every word that may be chosen in them named in every language', () => {
    const wordsOf = (input: FieldInput): readonly string[] =>
      input.kind === 'choice' || input.kind === 'set'
        ? input.of
        : input.kind === 'rows'
          ? wordsOf(input.value)
          : []
    const rowsOf = (input: FieldInput): readonly string[] =>
      input.kind === 'order' ? input.of : input.kind === 'rows' ? (input.keys ?? []) : []
    const messages = fields.flatMap(({ id, input }) => [
      ...wordsOf(input).map((word) => ({ id, word, message: wordMessage(id, word) })),
      ...rowsOf(input).map((word) => ({ id, word, message: rowMessage(id, word) })),
    ])
    expect(messages.length).toBeGreaterThan(50)
    for (const catalogue of catalogues)
      expect(messages.filter(({ message }) => catalogue[message ?? ''] === undefined)).toEqual([])
  })

  it('can all be changed but the one that has one value', () => {
    expect(fields.filter(({ input }) => input.kind === 'fixed').map(({ id }) => id)).toEqual([
      'consent.model',
    ])
  })
})

describe('a value that is put into a profile', () => {
  it('is refused with what would be taken', () => {
    expect(put('poe.maxAgeMonths', 0)).toEqual({ unfit: { why: 'number', min: 1, max: 120 } })
    expect(put('poe.maxAgeMonths', Number.NaN)).toEqual({ unfit: { why: 'number', min: 1, max: 120 } })
    expect(put('title', '')).toEqual({ unfit: { why: 'text', max: 120 } })
    expect(put('poe.maxAgeMonths', 24)).toMatchObject({ profile: { poe: { maxAgeMonths: 24 } } })
  })

  it('is refused with the field that it does not go with', () => {
    const strict = taken('poe.templateRequiredFor', ['OSU_M365'])
    expect(put('poe.requiredFor', ['OSA_SELL'], strict)).toEqual({
      unfit: { why: 'with', field: 'poe.templateRequiredFor' },
    })
    const few = taken('poe.requiredFor', ['OSA_SELL'])
    expect(put('poe.templateRequiredFor', ['OSU_M365'], few)).toEqual({
      unfit: { why: 'with', field: 'poe.requiredFor' },
    })
  })

  it('ends edits with the last status or the last field, and begins them with either', () => {
    const allowed = taken('edit.fields', ['items'], taken('edit.states', ['submitted']))
    expect(allowed.edit).toEqual({ states: ['submitted'], fields: ['items'] })
    const ended = taken('edit.states', [], allowed)
    expect(ended.edit).toEqual({ states: [], fields: [] })
    expect(taken('edit.fields', [], allowed).edit).toEqual({ states: [], fields: [] })
    expect(taken('edit.states', ['submitted'], ended).edit.fields).toContain('items')
    expect(taken('edit.fields', ['items'], ended).edit.states).toContain('submitted')
  })

  it('is a row of a table: there, otherwise, and gone again', () => {
    const row = inputOf('statusNames')
    if (row.kind !== 'rows') throw new Error('It is no table')
    const named = withValue(SEED_2020, ['statusNames', 'disputed'], 'Objection', row.value)
    expect(named).toMatchObject({ profile: { statusNames: { disputed: 'Objection' } } })
    expect(withValue(SEED_2020, ['statusNames', 'disputed'], '', row.value)).toEqual({
      unfit: { why: 'text', max: 40 },
    })
    if ('unfit' in named) throw new Error('It was not taken')
    const gone = withValue(named.profile, ['statusNames', 'disputed'], undefined, row)
    expect('profile' in gone && valueAt(gone.profile, ['statusNames', 'disputed'])).toBeUndefined()
  })
})
