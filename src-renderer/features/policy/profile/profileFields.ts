import { PolicyProfile } from '../../../../src-preload/contract/vocabulary/policyShape.ts'
import {
  type SchemaField,
  type SchemaNode,
  sectionsOf,
} from '../../../../src-preload/contract/vocabulary/schemaSections.ts'
import {
  PROFILE_FIELDS,
  PROFILE_SECTIONS,
  type ProfileFieldId,
  type ProfileSectionId,
} from './profileWords.ts'

/** What a field of the form takes. `fixed`: nothing else may stand there. */
export type FieldInput =
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly mayBeNull: boolean }
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'set'; readonly of: readonly string[] }
  | { readonly kind: 'text'; readonly max: number }
  /** A table: a value by its key. `keys` null = any id; `isEach` = none of the keys may lack. */
  | {
      readonly kind: 'rows'
      readonly keys: readonly string[] | null
      readonly isEach: boolean
      readonly value: FieldInput
    }
  /** Each of these on a place of its own, or on none. */
  | { readonly kind: 'order'; readonly of: readonly string[] }
  | { readonly kind: 'fixed' }

export interface ProfileField extends SchemaField {
  readonly id: ProfileFieldId
  readonly input: FieldInput
}

export interface ProfileSection {
  /** Null = the fields that have no section. */
  readonly id: ProfileSectionId | null
  readonly fields: readonly ProfileField[]
}

/** The fields of a profile in sections, made of its schema. What a profile is called by, its id and number, is given and not drafted. */
export function profileSections(): ProfileSection[] {
  return sectionsOf(PolicyProfile, { title: '', description: '' }).map((section, at) => {
    const fields = section.fields.flatMap((field) => {
      const id = PROFILE_FIELDS.find((one) => one === field.path.join('.'))
      return id === undefined ? [] : { ...field, id, input: inputOf(field.node) }
    })
    const key = at === 0 ? undefined : section.fields[0]?.path[0]
    return { id: PROFILE_SECTIONS.find((one) => one === key) ?? null, fields }
  })
}

function inputOf(node: SchemaNode): FieldInput {
  const [one, other] = node.anyOf ?? []
  if (typeof one === 'object' && typeof other === 'object' && other.type === 'null') {
    const inner = inputOf(one)
    return inner.kind === 'number' ? { ...inner, mayBeNull: true } : { kind: 'fixed' }
  }
  if (node.enum !== undefined) return { kind: 'choice', of: node.enum.map(String) }
  switch (node.type) {
    case 'boolean':
      return { kind: 'switch' }
    case 'integer':
      return { kind: 'number', min: node.minimum ?? 0, max: node.maximum ?? 400, mayBeNull: false }
    case 'array':
      return setOf(node.items)
    case 'string':
      return node.const === undefined ? { kind: 'text', max: node.maxLength ?? 500 } : { kind: 'fixed' }
    case 'object':
      return tableOf(node)
    default:
      return { kind: 'fixed' }
  }
}

function tableOf({ propertyNames, additionalProperties, required }: SchemaNode): FieldInput {
  if (typeof additionalProperties !== 'object' || typeof propertyNames !== 'object') return { kind: 'fixed' }
  const keys = propertyNames.enum?.map(String) ?? null
  const isEach = required !== undefined
  const value = inputOf(additionalProperties)
  // As many places as there are keys, and a key may have none: they are put in an order.
  const isOrder = keys !== null && isEach && value.kind === 'number' && value.mayBeNull
  return isOrder ? { kind: 'order', of: keys } : { kind: 'rows', keys, isEach, value }
}

function setOf(items: SchemaNode['items']): FieldInput {
  const of = typeof items === 'object' && !Array.isArray(items) ? items.enum : undefined
  return of === undefined ? { kind: 'fixed' } : { kind: 'set', of: of.map(String) }
}
