import { XMLParser } from 'fast-xml-parser'

/** An element without its namespace: office files say by the names alone what is meant. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

/** Refused before parsing: no office file has a DOCTYPE, and entities are how XML does harm. */
export class DoctypeRefused extends Error {
  override readonly name = 'DoctypeRefused'
  constructor() {
    super('The part has a DOCTYPE')
  }
}

const DEEPEST = 256

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Entities are decoded below: only the five of XML and numbers can stand there without a DOCTYPE.
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEEPEST,
})

/** The root element of a part. Throws when it is no XML, nests too deep or has a DOCTYPE. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = decodeXml(bytes)
  if (/<!DOCTYPE/iu.test(text)) throw new DoctypeRefused()
  const parsed: unknown = parser.parse(text)
  const root = nodesOf(parsed).find((node) => typeof node !== 'string')
  if (root === undefined || typeof root === 'string') throw new Error('No element in the XML')
  return root
}

function decodeXml(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}

function nodesOf(list: unknown): XmlNode[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown): XmlNode[] => {
    if (typeof item !== 'object' || item === null) return []
    const text: unknown = Reflect.get(item, '#text')
    if (typeof text === 'string') return [decodeEntities(text)]
    const name = Object.keys(item).find((key) => key !== ':@')
    if (name === undefined) return []
    return [
      { name, attributes: attributesOf(Reflect.get(item, ':@')), children: nodesOf(Reflect.get(item, name)) },
    ]
  })
}

function attributesOf(raw: unknown): Readonly<Record<string, string>> {
  if (typeof raw !== 'object' || raw === null) return {}
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, decodeEntities(String(value))]))
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
