import { XMLParser } from 'fast-xml-parser'
import { bodyOf, isKnownElement, NO_NAMES, type NameScope, scopeOf, splitName } from './xmlNames.ts'
import { XmlRefused } from './xmlRefused.ts'
import { decodeXml, refuseDoctype } from './xmlText.ts'

/** An element without its namespace. What a program passes over that shows the part's kind keeps a prefix, and is nothing to anybody here. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

/** Far above what any program writes. */
const DEEPEST = 256
const MOST_ATTRIBUTES = 1000
const LONGEST_NAME = 1024

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Entities are decoded below: only the five of XML and numbers can stand there without a DOCTYPE.
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEEPEST,
})

/** The root element of a part. Throws when it is no XML; `XmlRefused` when it nests too deep, has a DOCTYPE or names without measure. */
export const parseXml = (bytes: Uint8Array): XmlElement => parsePart(bytes).root

/** The same, with the words that stand in elements which a program that shows the part passes over. */
export function parsePart(bytes: Uint8Array): {
  readonly root: XmlElement
  readonly passedOver: readonly string[]
} {
  refuseDoctype(bytes)
  const reading = new NodeReading()
  const root = reading.root(parsed(decodeXml(bytes)))
  if (root === null) throw new Error('No element in the XML')
  return { root, passedOver: reading.passedOver }
}

function parsed(text: string): unknown {
  try {
    return parser.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (/nested tags/iu.test(message)) throw new XmlRefused('bomb', message)
    // Names that every object has by itself: harmless to others, refused by the parser.
    if (/reserved/iu.test(message))
      throw new XmlRefused('anomaly', 'The part has a name that programs keep for themselves')
    throw error
  }
}

/** Turns what the parser gives into elements with names that are known in the part, and no others. */
class NodeReading {
  readonly passedOver: string[] = []
  #body: string | null = null

  root(list: unknown): XmlElement | null {
    if (!Array.isArray(list)) return null
    for (const item of list) {
      const raw = rawElement(item)
      if (raw === null || raw.name === '#text') continue
      const scope = scopeOf(NO_NAMES, raw.attributes)
      this.#body = bodyOf(scope.get(splitName(raw.name)[0]))
      return this.#element(raw, NO_NAMES)
    }
    return null
  }

  #nodes(list: unknown, scope: NameScope): XmlNode[] {
    if (!Array.isArray(list)) return []
    return list.flatMap((item: unknown): XmlNode[] => {
      const raw = rawElement(item)
      if (raw === null) return []
      if (raw.name === '#text') return [decodeEntities(String(raw.inside))]
      return [this.#element(raw, scope)]
    })
  }

  #element({ name, attributes, inside }: RawElement, outer: NameScope): XmlElement {
    const scope = scopeOf(outer, attributes)
    const [prefix, local] = splitName(name)
    const own = this.#attributes(attributes, prefix, scope)
    const children = this.#nodes(inside, scope)
    if (isKnownElement(scope.get(prefix), local, this.#body))
      return { name: local, attributes: own, children }
    const words = textOf({ name, attributes: own, children })
    if (/[\p{L}\p{N}]/u.test(words)) this.passedOver.push(words)
    // A name that nothing here asks for.
    return { name: `unknown:${local}`, attributes: {}, children: [] }
  }

  /** The element's own attributes, and links (`r:id`), which go before an `id` of its own. What other additions say of it is left out. */
  #attributes(
    raw: Readonly<Record<string, string>>,
    own: string,
    scope: NameScope,
  ): XmlElement['attributes'] {
    const names = Object.keys(raw)
    if (names.length === 0) return raw
    if (names.length > MOST_ATTRIBUTES || names.some(({ length }) => length > LONGEST_NAME))
      throw new XmlRefused('bomb', 'An element without measure')
    const ranked = names.flatMap((name) => {
      const [prefix, local] = splitName(name)
      const uri = prefix === '' ? undefined : scope.get(prefix)
      const isLink = RELATIONSHIPS.test(uri ?? '') && LINKS.includes(local)
      const isOthers = this.#body !== null && uri !== undefined && uri !== scope.get(own)
      if (prefix === 'xmlns' || (isOthers && !isLink)) return []
      const rank = isLink ? 2 : prefix === '' || prefix === own ? 1 : 0
      return [{ local, rank, value: decodeEntities(raw[name] ?? '') }]
    })
    return Object.fromEntries(
      ranked.toSorted((a, b) => a.rank - b.rank).map(({ local, value }) => [local, value]),
    )
  }
}

const LINKS: readonly string[] = ['id', 'embed', 'link', 'pict', 'href']
const RELATIONSHIPS = /\/officeDocument\/(?:2006\/)?relationships$/u

interface RawElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly inside: unknown
}

function rawElement(item: unknown): RawElement | null {
  if (typeof item !== 'object' || item === null) return null
  const name = Object.keys(item).find((key) => key !== ':@')
  if (name === undefined) return null
  if (name.length > LONGEST_NAME) throw new XmlRefused('bomb', 'A name without measure')
  const attributes: unknown = Reflect.get(item, ':@')
  return {
    name,
    attributes:
      typeof attributes === 'object' && attributes !== null ? (attributes as Record<string, string>) : {},
    inside: Reflect.get(item, name),
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/giu,
    (all, decimal, hex, name) => {
      if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? all
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}

export const elementsOf = (element: XmlElement | null | undefined): XmlElement[] =>
  element ? element.children.filter((child) => typeof child !== 'string') : []

export const childOf = (element: XmlElement | null | undefined, name: string): XmlElement | null =>
  elementsOf(element).find((child) => child.name === name) ?? null

export const childrenOf = (element: XmlElement | null | undefined, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name)

/** Every element of this name below, in order. */
export function descendantsOf(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ])
}

export const textOf = (element: XmlElement | null | undefined): string =>
  element ? element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('') : ''

/** The `val` of a child, as office files write settings: `<w:sz w:val="22"/>`. */
export const settingOf = (element: XmlElement | null | undefined, name: string): string | null =>
  childOf(element, name)?.attributes['val'] ?? null

/** A switch is on when its element stands there without a value that says no; null = it is not there. */
export function switchOf(element: XmlElement | null | undefined, name: string): boolean | null {
  const child = childOf(element, name)
  if (!child) return null
  return !/^(?:0|false|off|none)$/iu.test(child.attributes['val'] ?? 'true')
}
