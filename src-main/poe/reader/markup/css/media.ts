import type { CssNode, MediaQuery } from 'css-tree/dist/csstree.esm'
import { lengthOf } from './lengths.ts'
import { ownEntry } from '../../../facts/ownEntry.ts'

/** Windows in which mail and pages are read at a desk: what is hidden in one of them is hidden from somebody. */
const WIDTHS: readonly number[] = [1024, 1440, 1920]
const HEIGHT = 900
const MOST_PIXELS_TO_A_DOT = 2
const DEEPEST = 32

/** What else style sheets ask of a device. Features that are not here are known to no program, or to none that reads mail. */
const SCREEN: Readonly<Record<string, RegExp>> = {
  orientation: /^landscape$/u,
  'prefers-color-scheme': /^light$/u,
  'prefers-reduced-motion': /^no-preference$/u,
  'prefers-contrast': /^no-preference$/u,
  'forced-colors': /^none$/u,
  hover: /^hover$/u,
  'any-hover': /^hover$/u,
  pointer: /^fine$/u,
  'any-pointer': /^fine$/u,
  scripting: /^none$/u,
  update: /^fast$/u,
  'overflow-block': /^scroll$/u,
  'display-mode': /^browser$/u,
}
const TRUE_BY_NAME: ReadonlySet<string> = new Set([
  'color',
  'width',
  'height',
  'hover',
  'pointer',
  'any-hover',
])

/** Whether a list of media queries speaks of a screen at a desk. No list speaks of all. */
export function isForScreens(prelude: CssNode | null): boolean {
  if (prelude === null) return true
  const lists = childrenOf(prelude).filter((node) => node.type === 'MediaQueryList')
  const queries = [prelude, ...lists]
    .filter((node) => node.type === 'MediaQueryList')
    .flatMap(childrenOf)
    .filter((node) => node.type === 'MediaQuery')
  return queries.some((query) => WIDTHS.some((width) => isTrueAt(query, width)))
}

const childrenOf = (node: CssNode): CssNode[] =>
  'children' in node && node.children ? node.children.toArray() : []

function isTrueAt({ modifier, mediaType, condition }: MediaQuery, width: number): boolean {
  const isScreen = mediaType === null || /^(?:all|screen)$/iu.test(mediaType)
  const holds = isScreen && (condition === null || isMet(condition, width, 0))
  return modifier?.toLowerCase() === 'not' ? !holds : holds
}

/** Terms joined by `and` or `or`, each of which may be denied. */
function isMet(node: CssNode, width: number, depth: number): boolean {
  if (depth > DEEPEST) throw new Error('A media query nests too deep')
  switch (node.type) {
    case 'Feature':
      return hasFeature(node.name.toLowerCase(), node.value ? textOf(node.value) : null, width)
    case 'FeatureRange':
      return isInRange(node, width)
    case 'Condition': {
      let [result, isOr, denies]: [boolean | null, boolean, boolean] = [null, false, false]
      for (const child of childrenOf(node)) {
        if (child.type === 'Identifier') {
          if (child.name === 'not') denies = true
          else isOr = child.name === 'or'
          continue
        }
        const term = isMet(child, width, depth + 1) !== denies
        denies = false
        result = result === null ? term : isOr ? result || term : result && term
      }
      return result ?? false
    }
    default:
      return false
  }
}

function textOf(node: CssNode): string {
  if (node.type === 'Dimension') return `${node.value}${node.unit}`.toLowerCase()
  if (node.type === 'Number') return node.value
  return node.type === 'Identifier' ? node.name.toLowerCase() : ''
}

function hasFeature(name: string, value: string | null, width: number): boolean {
  if (value === null) return TRUE_BY_NAME.has(name)
  const [, bound, what = name] = /^(?:-webkit-)?(min|max)-(?:device-)?(.+)$/u.exec(name) ?? []
  const known = measure(what.replace(/^device-(?!pixel)/u, ''), width)
  if (known === null) return ownEntry(SCREEN, name)?.test(value) ?? false
  const asked = numberOf(value)
  if (asked === null) return false
  if (what === 'device-pixel-ratio' || what === 'pixel-ratio' || what === 'resolution')
    return bound === 'max' ? asked >= 1 : asked <= MOST_PIXELS_TO_A_DOT
  return bound === 'min' ? known >= asked : bound === 'max' ? known <= asked : known === asked
}

function measure(name: string, width: number): number | null {
  if (name === 'width') return width
  if (name === 'height') return HEIGHT
  if (name === 'color') return 8
  if (name === 'monochrome' || name === 'grid') return 0
  return /^(?:device-)?pixel-ratio$|^resolution$/u.test(name) ? 1 : null
}

function numberOf(value: string): number | null {
  const dots = /^([\d.]+)(dppx|x|dpi)$/u.exec(value)
  if (dots) return dots[2] === 'dpi' ? Number(dots[1]) / 96 : Number(dots[1])
  return lengthOf(value, { em: 16, of: 0 })
}

type Range = Extract<CssNode, { type: 'FeatureRange' }>

function isInRange(range: Range, width: number): boolean {
  const side = (node: CssNode): number | null =>
    node.type === 'Identifier' ? measure(node.name.toLowerCase(), width) : numberOf(textOf(node))
  const middle = side(range.middle)
  const holds = (a: number | null, sign: string | null, b: number | null): boolean => {
    if (a === null || b === null) return false
    if (sign === '<') return a < b
    if (sign === '<=') return a <= b
    if (sign === '>') return a > b
    return sign === '>=' ? a >= b : a === b
  }
  const right = range.right === null || holds(middle, range.rightComparison, side(range.right))
  return holds(side(range.left), range.leftComparison, middle) && right
}
