import { type CssNode, parse } from 'css-tree/dist/csstree.esm'
import { type Declaration, declarationsOf } from './declarations.ts'
import { isForScreens } from './media.ts'

/** A rule as the sheet has it: one or several selectors, and what they give to an element. */
export interface SheetRule {
  readonly selector: string
  readonly declarations: readonly Declaration[]
}

const DEEPEST = 32

/** No person writes such a sheet. What it hides can't be said. */
export class NestsTooDeep extends Error {
  override readonly name = 'NestsTooDeep'
}

/** Blocks that hold in programs of today. What depends on a container's size or a scope is taken to hold. */
const ALWAYS: ReadonlySet<string> = new Set(['supports', 'layer', 'container', 'scope'])

/** The rules of a style sheet that hold on a screen, nested ones written out. Throws when they nest too deep. */
export function rulesOf(sheet: string, media = ''): SheetRule[] {
  if (media.trim() !== '' && !isForScreens(mediaList(media))) return []
  const tree = parse(sheet, { parseValue: false, parseCustomProperty: false, parseRulePrelude: false })
  return tree.type === 'StyleSheet' ? tree.children.toArray().flatMap((node) => rulesIn(node, null, 0)) : []
}

const mediaList = (media: string): CssNode => parse(media, { context: 'mediaQueryList' })

function rulesIn(node: CssNode, outer: string | null, depth: number): SheetRule[] {
  if (depth > DEEPEST) throw new NestsTooDeep()
  if (node.type === 'Atrule') {
    const name = node.name.toLowerCase()
    const holds = name === 'media' ? isForScreens(node.prelude) : ALWAYS.has(name) && !isDenied(node.prelude)
    if (!holds || node.block === null) return []
    return blockRules(outer, node.block.children.toArray(), depth)
  }
  if (node.type !== 'Rule' || node.prelude.type !== 'Raw') return []
  const own = node.prelude.value.replace(/\/\*[\s\S]*?\*\//gu, ' ').trim()
  return blockRules(outer === null ? own : nested(own, outer), node.block.children.toArray(), depth)
}

function blockRules(selector: string | null, nodes: readonly CssNode[], depth: number): SheetRule[] {
  const declarations = selector === null ? [] : nodes.flatMap(declarationsOf)
  const own = selector !== null && declarations.length > 0 ? [{ selector, declarations }] : []
  return [...own, ...nodes.flatMap((node) => rulesIn(node, selector, depth + 1))]
}

/** Asks for what a program does not support. */
function isDenied(prelude: CssNode | null): boolean {
  const first = prelude && 'children' in prelude ? prelude.children?.first : null
  const inner = first?.type === 'Condition' ? first.children.first : first
  return inner?.type === 'Identifier' && inner.name === 'not'
}

const nested = (own: string, outer: string): string =>
  own.includes('&') ? own.replaceAll('&', `:is(${outer})`) : `:is(${outer}) ${own}`
