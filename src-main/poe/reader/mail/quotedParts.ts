import type { FlowBlock, FlowInline } from '../flow/flowParts.ts'
import { shownTextOf } from '../flow/flowParts.ts'
import type { HtmlBlock } from '../markup/htmlFlow.ts'

/** A line of the mail, or a table, with the paragraph that it came from. */
interface Unit {
  readonly block: FlowBlock
  readonly inlines: readonly FlowInline[] | null
  readonly text: string
  readonly marked: boolean
}

/** "From:" as mail programs write it over a message that they quote, in their own language. */
const FROM = /^[\s>*]*(?:from|von|da|de|van|od|fra|från|expéditeur|差出人)\s*:/iu
const OTHER_HEAD =
  /^[\s>*]*(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|inviato|data|a|oggetto|envoyé|à|objet|enviado(?: el)?|enviada(?: em)?|fecha|para|asunto|assunto|verzonden|aan|onderwerp|wysłano|do|temat|送信日時|宛先|件名)\s*:/iu
const HEADS_WITHIN = 6
/** "-----Original Message-----" in any language. */
const DASHED = /^[\s>]*-{2,}\s*\p{L}[\p{L}'’ ]{4,50}\s*-{2,}\s*$/u
const FORWARDED =
  /^[\s>]*(?:begin forwarded message|inizio messaggio inoltrato|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|início da mensagem (?:encaminhada|reencaminhada))\s*:?\s*$/iu
/** "On … X wrote:", "Am … schrieb X:", over lines that follow. */
const INTRO =
  /^[\s>]*(?:on|am|il|le|el|em|op|w dniu|dnia|den)\b.{4,300}(?:wrote|schrieb|ha scritto|a écrit|escribió|escreveu|schreef|napisał(?:\(a\))?)(?!\p{L}).{0,200}:\s*$/iu
const QUOTE_MARK = /^\s*>/u

/** The words of the sender, and those that the mail only repeats. */
export function partsOf(blocks: readonly HtmlBlock[]): { own: FlowBlock[]; quoted: FlowBlock[] } {
  const units = blocks.flatMap(unitsOf)
  const flags = quotedFlags(units)
  return {
    own: joined(units.filter((_, i) => flags[i] === false)),
    quoted: joined(units.filter((_, i) => flags[i] === true)),
  }
}

function unitsOf({ block, quoted }: HtmlBlock): Unit[] {
  if (block.kind === 'table') return [{ block, inlines: null, text: '', marked: quoted }]
  const lines: FlowInline[][] = [[]]
  for (const inline of block.inlines) {
    if (inline.kind === 'break') lines.push([])
    else lines.at(-1)?.push(inline)
  }
  return lines.map((inlines) => ({
    block,
    inlines,
    text: shownTextOf({ ...block, inlines }).trim(),
    marked: quoted,
  }))
}

function quotedFlags(units: readonly Unit[]): boolean[] {
  const flags: boolean[] = []
  let isRest = false
  for (let i = 0; i < units.length; i += 1) {
    const unit = units[i]
    if (!unit) continue
    isRest ||= beginsRest(units, i)
    const length: number = isRest ? 0 : introLength(units, i)
    if (length > 0) {
      // Marked lines below it are what was written; without marks nobody can say where it ends.
      const next: Unit | undefined = units.slice(i + length).find(({ text }) => text !== '')
      isRest = next !== undefined && !next.marked && !QUOTE_MARK.test(next.text)
      flags.push(...Array.from({ length }, () => true))
      i += length - 1
      continue
    }
    flags.push(isRest || unit.marked || QUOTE_MARK.test(unit.text))
  }
  return flags
}

function beginsRest(units: readonly Unit[], at: number): boolean {
  const text = units[at]?.text ?? ''
  if (DASHED.test(text) || FORWARDED.test(text)) return true
  if (!FROM.test(text)) return false
  const next = units.slice(at + 1, at + 1 + HEADS_WITHIN)
  return next.filter((unit) => OTHER_HEAD.test(unit.text)).length >= 2
}

/** The line that introduces a quote may be broken in two or three. 0 = none begins here. */
function introLength(units: readonly Unit[], at: number): number {
  for (const length of [1, 2, 3]) {
    const text = units
      .slice(at, at + length)
      .map((unit) => unit.text)
      .join(' ')
    if (INTRO.test(text)) return length
  }
  return 0
}

/** Lines of one paragraph become one again. */
function joined(units: readonly Unit[]): FlowBlock[] {
  const blocks: { origin: FlowBlock; inlines: FlowInline[] | null }[] = []
  for (const { block, inlines } of units) {
    const last = blocks.at(-1)
    if (last?.origin === block && last.inlines && inlines) last.inlines.push({ kind: 'break' }, ...inlines)
    else blocks.push({ origin: block, inlines: inlines ? [...inlines] : null })
  }
  return blocks.map(({ origin, inlines }) =>
    inlines && origin.kind === 'paragraph' ? { ...origin, inlines } : origin,
  )
}
