import { type CssNode, ident, lexer, parse } from 'css-tree/dist/csstree.esm'
import { partsOf } from './lengths.ts'
import { ownEntry } from '../../../facts/ownEntry.ts'

export interface Declaration {
  readonly name: string
  readonly value: string
  readonly important: boolean
}

/** What an element's style says in the end: property → value. */
export type Declarations = ReadonlyMap<string, string>

/** Pages repeat their styles without end; what was understood once is kept. */
const MOST_KNOWN = 20_000
const knownStyles = new Map<string, readonly Declaration[]>()
const knownValues = new Map<string, string | null>()

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const cached = known.get(key)
  if (cached !== undefined) return cached
  const found = find()
  if (known.size < MOST_KNOWN) known.set(key, found)
  return found
}

/** The declarations of a `style` attribute. */
export const inlineDeclarations = (text: string): readonly Declaration[] =>
  remembered(knownStyles, text, () => readInline(text))

function readInline(text: string): Declaration[] {
  const list = parse(text, { context: 'declarationList', parseValue: false, parseCustomProperty: false })
  return list.type === 'DeclarationList' ? list.children.toArray().flatMap(declarationsOf) : []
}

/** Valid declarations of a node, short forms taken apart. What a program can't understand it leaves out, and what was said before stays. */
export function declarationsOf(node: CssNode): Declaration[] {
  if (node.type !== 'Declaration' || node.value.type !== 'Raw') return []
  const written = ident.decode(node.property)
  const plain = node.value.value.replace(/\/\*[\s\S]*?\*\//gu, ' ').trim()
  const important = node.important !== false
  if (written.startsWith('--')) return [{ name: written, value: plain, important }]
  const name = written.toLowerCase().replace(/^-(?:webkit|moz|ms|o)-/u, '')
  const said = name === 'content' ? plain : ident.decode(plain).toLowerCase()
  const value = remembered(knownValues, `${name}:${said}`, () => valid(name, said))
  return value === null ? [] : longForms(name, value).map((one) => ({ ...one, important }))
}

const COLOURS: ReadonlySet<string> = new Set(['color', 'background-color', 'background'])

/** Null where the property can't have this value. Pages without a doctype may leave out units and the sign of a colour. */
function valid(name: string, value: string): string | null {
  if (/\bvar\(/u.test(value)) return value
  const { error } = lexer.matchProperty(name, value)
  if (error?.name !== 'SyntaxMatchError') return value
  if (/^[+-]?[\d.]+$/u.test(value) && value !== '') return `${value}px`
  if (COLOURS.has(name) && /^(?:[\da-f]{3}|[\da-f]{6})$/u.test(value)) return `#${value}`
  // Newer than what the grammar knows of: functions and prefixed words are taken as they stand.
  return name === 'display' || name === 'visibility' || !/\(|-webkit-/u.test(value) ? null : value
}

type LongForm = Pick<Declaration, 'name' | 'value'>

const SIDES = ['top', 'right', 'bottom', 'left'] as const
/** Names that follow the direction of writing, as a page in Latin letters has it. */
const PHYSICAL: Readonly<Record<string, string>> = {
  'inset-inline-start': 'left',
  'inset-inline-end': 'right',
  'inset-block-start': 'top',
  'inset-block-end': 'bottom',
  'margin-inline-start': 'margin-left',
  'margin-inline-end': 'margin-right',
  'margin-block-start': 'margin-top',
  'margin-block-end': 'margin-bottom',
  'padding-inline-start': 'padding-left',
  'padding-inline-end': 'padding-right',
  'inline-size': 'width',
  'block-size': 'height',
  'max-inline-size': 'max-width',
  'max-block-size': 'max-height',
  'overflow-x': 'overflow',
  'overflow-y': 'overflow',
  'overflow-inline': 'overflow',
  'overflow-block': 'overflow',
}

function longForms(name: string, value: string): LongForm[] {
  if (name === 'background') return backgroundForms(value)
  if (name === 'font') return fontForms(value)
  if (name === 'inset' || name === 'margin' || name === 'padding') return fourSides(name, value)
  if (/^(?:inset|margin)-(?:inline|block)$/u.test(name)) {
    const [start = value, end = start] = partsOf(value)
    return [...longForms(`${name}-start`, start), ...longForms(`${name}-end`, end)]
  }
  return [{ name: ownEntry(PHYSICAL, name) ?? name, value }]
}

function fourSides(name: string, value: string): LongForm[] {
  const [top = '0', right = top, bottom = top, left = right] = partsOf(value)
  const values = [top, right, bottom, left]
  return SIDES.map((side, i) => ({
    name: name === 'inset' ? side : `${name}-${side}`,
    value: values[i] ?? '0',
  }))
}

const BACKGROUND_WORD =
  /^(?:none|repeat(?:-[xy])?|no-repeat|space|round|fixed|local|scroll|left|right|top|bottom|center|cover|contain|auto|text|(?:border|padding|content)-box|\/)$/u

function backgroundForms(value: string): LongForm[] {
  const parts = partsOf(value.replaceAll('/', ' / '), /[\s,]/u)
  const images = parts.filter((part) => /gradient\(|^url\(|image(?:-set)?\(/u.test(part))
  const colour = parts.findLast(
    (part) =>
      !images.includes(part) && !BACKGROUND_WORD.test(part) && !/^[+-]?[\d.]+(?:%|[a-z]+)?$/u.test(part),
  )
  return [
    { name: 'background-color', value: colour ?? 'transparent' },
    { name: 'background-image', value: images.join(', ') || 'none' },
    { name: 'background-clip', value: parts.includes('text') ? 'text' : 'border-box' },
  ]
}

const SIZE =
  /^(?:[+-]?[\d.]+(?:%|[a-z]+)?|calc\(.*|(?:xx?-)?(?:small|large)|xxx-large|medium|smaller|larger)$/u

function fontForms(value: string): LongForm[] {
  const parts = partsOf(value.replace(/\s*\/\s*/u, '/'))
  const at = parts.findIndex((part) => SIZE.test(part.split('/')[0] ?? '') && !/^[1-9]00$/u.test(part))
  if (at < 0) return []
  return [
    { name: 'font-size', value: parts[at]?.split('/')[0] ?? '' },
    { name: 'font-weight', value: parts.slice(0, at).find((part) => /^bold|^[1-9]00$/u.test(part)) ?? '400' },
    { name: 'font-family', value: parts.slice(at + 1).join(' ') },
  ]
}
