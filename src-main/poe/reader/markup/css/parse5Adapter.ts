import type { Options } from 'css-select'
import type { DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const isTag = (node: Node): node is Element => 'tagName' in node
const getChildren = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])
const getParent = (node: Node): Node | null => ('parentNode' in node ? node.parentNode : null)
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

/** How selectors walk the tree of a page. */
export const PARSE5_ADAPTER: NonNullable<Options<Node, Element>['adapter']> = {
  isTag,
  getChildren,
  getParent,
  getName: ({ tagName }) => tagName,
  getAttributeValue: attribute,
  hasAttrib: (element, name) => attribute(element, name) !== undefined,
  getSiblings: (node) => {
    const parent = getParent(node)
    return parent === null ? [node] : getChildren(parent)
  },
  getText: (node) => ('value' in node ? node.value : ''),
  removeSubsets: (nodes) => nodes,
}
