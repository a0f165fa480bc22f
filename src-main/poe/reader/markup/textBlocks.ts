import { type FlowParagraph, textParagraph } from '../flow/flowParts.ts'

const BULLET = /^\s*(?:[-*•▪–]|\d{1,2}[.)])\s+\S/u

/** Paragraphs of plain text: empty lines part them, and bullets begin new ones. */
export function textBlocks(text: string): FlowParagraph[] {
  const groups: string[][] = [[]]
  for (const line of text.replace(/^\uFEFF/u, '').split(/\r\n|[\n\r\f\u0085\u2028\u2029]/u)) {
    if (line.trim() === '') groups.push([''], [])
    else if (BULLET.test(line)) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0).map((group) => textParagraph(group.join('\n')))
}
