import { compile } from 'css-select'
import { isTraversal, parse as parseSelector, type Selector, SelectorType } from 'css-what'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { type Declaration, type Declarations, inlineDeclarations } from './declarations.ts'
import { PARSE5_ADAPTER } from './parse5Adapter.ts'
import { type SheetRule, rulesOf } from './sheet.ts'

type Element = DefaultTreeAdapterTypes.Element

interface MatchedRule {
  readonly matches: (element: Element) => boolean
  readonly specificity: number
  /** Place among all rules: of two that are alike the later one holds. */
  readonly order: number
  readonly declarations: readonly Declaration[]
}

/** The style sheets of a page: what they and an element's own attributes say of it. */
export class Cascade {
  /** By the name, class or id that the last step of a selector asks for, so that few are tried on an element. */
  readonly #rules = new Map<string, MatchedRule[]>()
  /** Rules for what sheets write before and after an element. */
  readonly #written = new Map<string, MatchedRule[]>()
  readonly #isQuirky: boolean
  #count = 0

  constructor(sheets: readonly { readonly text: string; readonly media: string }[], isQuirky: boolean) {
    this.#isQuirky = isQuirky
    for (const { text, media } of sheets) for (const rule of readRules(text, media)) this.#add(rule)
  }

  /** `old` are attributes that came before style sheets; everything beats them. */
  styleOf(element: Element, old: readonly Pick<Declaration, 'name' | 'value'>[]): Declarations {
    const style = element.attrs.find(({ name }) => name === 'style')?.value
    const own = style === undefined ? [] : inlineDeclarations(style)
    const rules = this.#matching(this.#rules, element)
    return winners([old.map((one) => ({ ...one, important: false })), ...rules, own])
  }

  /** Words that a style sheet writes before and after an element, where it writes some. */
  wordsWritten(element: Element): string {
    const said = this.#matching(this.#written, element)
    const texts = said.flatMap((declarations) =>
      declarations.flatMap(({ name, value }) => (name === 'content' ? [stringsIn(value, element)] : [])),
    )
    return texts.filter((text) => /\p{L}{2}|\d/u.test(text)).join(' ')
  }

  #add({ selector, declarations }: SheetRule): void {
    for (const steps of selectorsIn(selector)) {
      const last = steps.at(-1)
      const isWritten = last?.type === SelectorType.PseudoElement && /^(?:before|after)$/u.test(last.name)
      const matches = this.#compiled(isWritten ? steps.slice(0, -1) : steps)
      if (matches === null) continue
      this.#count += 1
      const rule = { matches, specificity: specificityOf(steps), order: this.#count, declarations }
      const kept = isWritten ? this.#written : this.#rules
      const key = keyOf(steps)
      const alike = kept.get(key)
      if (alike) alike.push(rule)
      else kept.set(key, [rule])
    }
  }

  /** Null for selectors that no program understands, or that ask for what a page at rest never has. */
  #compiled(steps: readonly Selector[]): MatchedRule['matches'] | null {
    try {
      return compile([steps.length > 0 ? [...steps] : [{ type: SelectorType.Universal, namespace: null }]], {
        adapter: PARSE5_ADAPTER,
        quirksMode: this.#isQuirky,
        cacheResults: false,
        pseudos: AT_REST,
      })
    } catch {
      return null
    }
  }

  #matching(rules: ReadonlyMap<string, MatchedRule[]>, element: Element): (readonly Declaration[])[] {
    if (rules.size === 0) return []
    return keysOf(element)
      .flatMap((key) => rules.get(key) ?? [])
      .filter(({ matches }) => matches(element))
      .toSorted((a, b) => a.specificity - b.specificity || a.order - b.order)
      .map(({ declarations }) => declarations)
  }
}

/** A sheet that nests deeper than anybody writes may hide all or nothing: then nothing of the page is taken for seen. */
function readRules(text: string, media: string): SheetRule[] {
  try {
    return rulesOf(text, media)
  } catch {
    const declarations = [{ name: 'display', value: 'none', important: true }]
    return [{ selector: '*', declarations }]
  }
}

const never = (): boolean => false
const AT_REST: Readonly<Record<string, string | ((element: Element) => boolean)>> = {
  focus: never,
  'focus-within': never,
  'focus-visible': never,
  target: never,
  fullscreen: never,
  hover: never,
  active: never,
  visited: never,
  defined: '*',
}

/** The last one of each property, with the important ones after all others. */
function winners(said: readonly (readonly Declaration[])[]): Declarations {
  const all = said.flat()
  const sorted = [...all.filter(({ important }) => !important), ...all.filter(({ important }) => important)]
  return new Map(sorted.map(({ name, value }) => [name, value]))
}

function selectorsIn(selector: string): Selector[][] {
  try {
    return parseSelector(selector)
  } catch {
    return []
  }
}

/** As one number: ids, then classes, attributes and states, then names. */
function specificityOf(steps: readonly Selector[]): number {
  return steps.reduce((sum, step) => sum + weightOf(step), 0)
}

const [ID, CLASS, NAME] = [1_000_000, 1000, 1]

function weightOf(step: Selector): number {
  switch (step.type) {
    case SelectorType.Attribute:
      return step.name === 'id' && step.ignoreCase === 'quirks' ? ID : CLASS
    case SelectorType.Tag:
    case SelectorType.PseudoElement:
      return NAME
    case SelectorType.Pseudo:
      if (step.name === 'where') return 0
      return Array.isArray(step.data) ? Math.max(0, ...step.data.map(specificityOf)) : CLASS
    default:
      return 0
  }
}

function keyOf(steps: readonly Selector[]): string {
  const last = steps.slice(steps.findLastIndex(isTraversal) + 1)
  const named = (name: string): string | undefined =>
    last.flatMap((step) =>
      step.type === SelectorType.Attribute && step.name === name && step.ignoreCase === 'quirks'
        ? [step.value]
        : [],
    )[0]
  const [id, className] = [named('id'), named('class')]
  if (id !== undefined) return `#${id}`.toLowerCase()
  if (className !== undefined) return `.${className}`.toLowerCase()
  const tag = last.flatMap((step) => (step.type === SelectorType.Tag ? [step.name] : []))[0]
  return tag?.toLowerCase() ?? '*'
}

function keysOf({ tagName, attrs }: Element): string[] {
  const value = (name: string): string => attrs.find((one) => one.name === name)?.value.toLowerCase() ?? ''
  const classes = new Set(value('class').split(/\s+/u))
  return ['*', tagName, ...[...classes].map((name) => `.${name}`), `#${value('id')}`]
}

/** What a `content` writes: its strings, and attributes that it copies. */
const stringsIn = (content: string, { attrs }: Element): string =>
  [...content.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|attr\(\s*([\w-]+)/giu)]
    .map(([, double, single, name]) => {
      if (name !== undefined) return attrs.find((one) => one.name === name.toLowerCase())?.value ?? ''
      return (double ?? single ?? '').replace(/\\([\da-f]{1,6})\s?/giu, fromCode)
    })
    .join(' ')

function fromCode(_: string, hex: string): string {
  const code = Number.parseInt(hex, 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
