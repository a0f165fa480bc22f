import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { type FlowBlock, paragraphOf, PLAIN, shownTextOfBlock } from '../flow/flowParts.ts'

type Node = DefaultTreeAdapterTypes.Node

const CONDITIONAL = /^\[if\s[^\]]*\]>([\s\S]*?)(?:<!\[endif\])?$/iu

/**
 * Words in comments that Outlook alone takes for a part of the page. What the page also shows by itself (buttons are drawn in two
 * ways) is no trick.
 */
export function commentBlocks(page: Node, shown: readonly FlowBlock[]): FlowBlock[] {
  const said = bare(shown.map(shownTextOfBlock).join(' '))
  return commentsIn(page).flatMap((comment): FlowBlock[] => {
    const inner = CONDITIONAL.exec(comment.trim())?.[1] ?? ''
    const text = inner.includes('<') || inner.trim() !== '' ? textIn(parseFragment(inner)).trim() : ''
    if (bare(text) === '' || said.includes(bare(text))) return []
    return [paragraphOf([{ kind: 'text', text, look: { ...PLAIN, hidden: 'html_hidden_text' } }])]
  })
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

function commentsIn(page: Node): string[] {
  return nodesIn(page).flatMap((node) => ('data' in node ? [node.data] : []))
}

const NO_TEXT: ReadonlySet<string> = new Set(['style', 'script', 'xml', 'o:officedocumentsettings', 'title'])

const textIn = (root: Node): string =>
  nodesIn(root)
    .flatMap((node) => ('value' in node ? [node.value] : []))
    .join(' ')
    .replace(/\s+/gu, ' ')

/** In order, without recursion: pages may nest as deep as they like. */
function nodesIn(root: Node): Node[] {
  const found: Node[] = []
  const open: Node[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    found.push(node)
    if ('childNodes' in node && !NO_TEXT.has(node.nodeName)) open.push(...node.childNodes.toReversed())
  }
  return found
}
