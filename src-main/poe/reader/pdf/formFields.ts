import type { FieldFacts } from '../../facts/documentFacts.ts'
import type { FieldKind } from '../../facts/factWords.ts'
import { type Box } from './matrix.ts'
import { cornersOf, type PageSpace, quadOf, rectOf } from './pageSpace.ts'

/** The part of pdf.js's untyped annotation data that is used here. */
export interface RawAnnotation {
  readonly id: string
  readonly subtype: string
  readonly box: Box | null
  readonly hidden: boolean
  readonly author: string | null
  readonly fieldName: string
  readonly fieldType: string
  readonly value: string | null
  readonly kind: FieldKind | null
  readonly ticked: boolean | null
}

const HIDDEN_FLAGS = 0b100010 // Hidden and NoView, ISO 32000 table 165

export function rawAnnotation(data: unknown): RawAnnotation {
  const get = (key: string): unknown =>
    typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined
  const text = (key: string): string => (typeof get(key) === 'string' ? String(get(key)) : '')
  const title = get('titleObj')
  const author = typeof title === 'object' && title !== null ? Reflect.get(title, 'str') : null
  const kind = fieldKind(text('fieldType'), get('checkBox') === true, get('radioButton') === true)
  const value = valueText(get('fieldValue'))
  const on = kind === 'radio' ? text('buttonValue') : text('exportValue')
  return {
    id: text('id'),
    subtype: text('subtype'),
    box: boxOf(get('rect')),
    hidden: (Number(get('annotationFlags')) & HIDDEN_FLAGS) !== 0,
    author: typeof author === 'string' && author !== '' ? author : null,
    fieldName: text('fieldName'),
    fieldType: text('fieldType'),
    value,
    kind,
    ticked:
      kind === 'checkbox' || kind === 'radio' ? value !== null && value !== 'Off' && value === on : null,
  }
}

function fieldKind(type: string, checkbox: boolean, radio: boolean): FieldKind | null {
  if (type === 'Tx') return 'text'
  if (type === 'Ch') return 'choice'
  if (type === 'Sig') return 'signature'
  if (type !== 'Btn') return null
  if (checkbox) return 'checkbox'
  return radio ? 'radio' : 'button'
}

function valueText(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value.join(', ') : value
  return typeof one === 'string' && one.trim() !== '' ? one : null
}

function boxOf(rect: unknown): Box | null {
  if (!Array.isArray(rect) || rect.length !== 4 || !rect.every((n) => Number.isFinite(n))) return null
  const [a, b, c, d] = rect.map(Number)
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

/** Null for annotations that are no fields, and for hidden ones. */
export function fieldOf(
  a: RawAnnotation,
  page: number,
  space: PageSpace,
  shownText: string | null,
): FieldFacts | null {
  if (a.kind === null || a.box === null || a.hidden) return null
  const corners = cornersOf(a.box)
  return {
    name: a.fieldName,
    kind: a.kind,
    page,
    rect: rectOf(space, corners),
    quad: quadOf(corners),
    value: a.value,
    shownText,
    ticked: a.ticked,
  }
}
