import type { Word } from '../../facts/documentFacts.ts'
import { blocksOf, type Passage } from '../text/passages.ts'
import { type CatalogueName, isTokenOf, namesFrom, productTokens } from './nameIndex.ts'

export interface ProductMention {
  readonly passage: Passage
  readonly words: readonly Word[]
  /** All catalogue names that these words are; several products may share a word. */
  readonly names: readonly CatalogueName[]
}

/** Whether a passage names another vendor's product. */
export const namesRival = ({ compared }: Passage): boolean =>
  compared.some((word) => productTokens(word).some((token) => RIVALS.has(token)))

interface Token {
  readonly text: string
  readonly word: number
}

/** Vendors whose products carry like names: "Google Meet", "Cisco Webex Teams". */
const RIVALS: ReadonlySet<string> = new Set(
  'salesforce google cisco webex zoom sap oracle ibm aws amazon slack servicenow zendesk hubspot sage odoo netsuite gmail'.split(
    ' ',
  ),
)

/** Product names in a passage. The longest at a place wins and what lies inside it is not looked at. */
export function findMentions(passage: Passage): ProductMention[] {
  const tokens = passage.compared.flatMap((word, i) =>
    productTokens(word).map((text): Token => ({ text, word: i })),
  )
  const mentions: ProductMention[] = []
  for (let i = 0; i < tokens.length; ) {
    const fitting = namesAt(passage, tokens, i)
    const length = fitting[0]?.tokens.length ?? 0
    if (length === 0) {
      i += 1
      continue
    }
    const first = tokens[i]?.word ?? 0
    const last = tokens[i + length - 1]?.word ?? first
    const rival = RIVALS.has(tokens[i - 1]?.text ?? '')
    const names = isOnServers(tokens, i + length) ? fitting.map(onServers) : fitting
    if (!rival) mentions.push({ passage, words: passage.words.slice(first, last + 1), names })
    i += length
  }
  return mentions
}

/** "Dynamics CRM (on-premises)", "SharePoint on-prem". */
const isOnServers = (tokens: readonly Token[], at: number): boolean =>
  `${tokens[at]?.text ?? ''}${tokens[at + 1]?.text ?? ''}`.startsWith('onprem')

const onServers = (name: CatalogueName): CatalogueName => ({
  ...name,
  strength: name.productId === null ? name.strength : 'on_premises',
})

function namesAt(passage: Passage, tokens: readonly Token[], at: number): CatalogueName[] {
  const candidates = namesFrom(tokens[at]?.text ?? '')
  const fitting = candidates.filter(
    (name) =>
      name.tokens.every((part, i) => isTokenOf(part, tokens[at + i]?.text)) &&
      isWrittenSo(passage, tokens, at, name),
  )
  const longest = Math.max(0, ...fitting.map(({ tokens: parts }) => parts.length))
  return fitting.filter(({ tokens: parts }) => parts.length === longest)
}

function isWrittenSo(passage: Passage, tokens: readonly Token[], at: number, name: CatalogueName): boolean {
  if (name.strength === 'module' && name.tokens.length > 1 && standsAfterDynamics(tokens, at)) return true
  if (name.strength === 'module')
    return (
      isCapitalised(passage, tokens[at]) &&
      (followsDynamics(passage, tokens, at) ||
        (name.tokens.length > 1 && at === 0 && isListedUnderDynamics(passage)))
    )
  if (name.strength !== 'cased')
    return name.strength !== 'weak' || !isAcronym(name) || hasCapitals(passage, tokens, at, name)
  return hasCapitals(passage, tokens, at, name)
}

/** How many tokens after "Dynamics 365" a module's name still belongs to it: "Dynamics 365 Sales, Field Service and Finance". */
const MODULE_REACH = 12

const standsAfterDynamics = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === 'd365' || (tokens[at - 2]?.text === 'dynamics' && tokens[at - 1]?.text === '365')

/** What may stand between modules of a list: "Dynamics 365 Sales, Customer Service and the app for Finance". */
const BETWEEN_MODULES =
  /^(?:365|for|and|und|e|ed|et|y|en|i|oraz|with|mit|con|avec|com|plus|sowie|as|well|the|die|der|das|il|la|le|les|el|los|o|a|de|di|del|da|do|du|des|per|fur|pour|para|modul\p{L}*|apps?|anwendung\p{L}*|applic\p{L}*|aplica\p{L}*|licen\p{L}*|plan\p{L}*|enterprise|professional|premium|\d+)$/u

function followsDynamics(passage: Passage, tokens: readonly Token[], at: number): boolean {
  const from = tokens.findLastIndex(
    ({ text }, i) => i < at && (text === 'd365' || (text === 'dynamics' && tokens[i + 1]?.text === '365')),
  )
  if (from < 0 || at - from > MODULE_REACH) return false
  return tokens
    .slice(from + 1, at)
    .every((token) => BETWEEN_MODULES.test(token.text) || isCapitalised(passage, token))
}

/** Points, both ways: cells of one column begin together. */
const COLUMN_PT = 6

/** A cell of a column in which another cell names Dynamics 365: there a module's name of several words needs no more. */
function isListedUnderDynamics(passage: Passage): boolean {
  const { document, page, words } = passage
  const leftOf = (word: Word | undefined): number => (word?.rect[0] ?? -1) * page.width
  return blocksOf(document, page).some(
    (block) =>
      block.words[0] !== words[0] &&
      /^(?:microsoft )?(?:dynamics 365|d365)\b/u.test(block.folded) &&
      Math.abs(leftOf(block.words[0]) - leftOf(words[0])) < COLUMN_PT,
  )
}

/** A module's name of several words directly after "Dynamics 365" may be small; else only a capital tells it from common words. */
function isCapitalised(passage: Passage, token: Token | undefined): boolean {
  return /^[^\p{L}]*[\p{Lu}\p{Lo}]/u.test(passage.words[token?.word ?? 0]?.text ?? '')
}

const isAcronym = ({ written }: CatalogueName): boolean => written === written.toUpperCase()

function hasCapitals(passage: Passage, tokens: readonly Token[], at: number, name: CatalogueName): boolean {
  const first = tokens[at]?.word ?? 0
  const last = tokens[at + name.tokens.length - 1]?.word ?? first
  const written = passage.words
    .slice(first, last + 1)
    .map((word) => word.text)
    .join(' ')
  return written.includes(name.written)
}
