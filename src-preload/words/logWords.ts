import type { LogRow } from '../contract/audit.ts'
import { AUDIT_ACTS, COPIED_PARTS } from '../contract/vocabulary/auditWords.ts'
import { TABLES } from '../contract/vocabulary/tableWords.ts'
import { CLAIM_STATES, CRITERIA, HISTORY_KINDS, SENT_KINDS, VERDICTS } from '../contract/vocabulary/words.ts'
import type { Say } from './say.ts'

const among = <W extends string>(words: readonly W[], word: string): W | undefined =>
  words.find((each) => each === word)

/** What somebody did. An act of another version stands as it was written. */
export function actWords(act: string, say: Say): string {
  const sent = among(SENT_KINDS, act)
  if (sent !== undefined) return say(`operation.${sent}`)
  const known = AUDIT_ACTS.filter((each) => among(SENT_KINDS, each) === undefined).find(
    (each) => each === act,
  )
  return known === undefined
    ? act
    : say(`audit.act.${known as Exclude<typeof known, (typeof SENT_KINDS)[number]>}`)
}

/** A line of the log in words: of this workstation the act, of a claim's history the sentence with who did it. */
export function lineWords({ act, side, name }: Pick<LogRow, 'act' | 'side' | 'name'>, say: Say): string {
  if (side === null) return actWords(act, say)
  const kind = among(HISTORY_KINDS, act)
  return kind === undefined ? act : say(`history.${kind}`, { name })
}

/** How many signs of a hash tell it from others at a glance; the whole of it is in the file. */
const HASH_SHOWN = 8

/** What the log says of an act beside who, when and on which claim: in the order in which it was written. */
export function factWords({ facts }: Pick<LogRow, 'facts'>, say: Say): string[] {
  return facts.flatMap(({ name, value }) => factWord(name, value, say) ?? [])
}

/** Null = it helps a program and not a person. */
function factWord(name: string, value: string, say: Say): string | null {
  switch (name) {
    case 'operationId':
    case 'bytes':
    case 'differing':
    case 'changed':
      return null
    case 'pages':
      return say('audit.fact.pages', { pages: value })
    case 'rows':
      return say('audit.fact.rows', { count: Number(value) })
    case 'items':
      return say('audit.fact.items', { count: Number(value) })
    case 'unseenPages':
      return value === '0' ? null : say('audit.fact.unseen', { count: Number(value) })
    case 'sha256':
      return say('audit.fact.hash', { hash: value.slice(0, HASH_SHOWN) })
    case 'inside':
      return say('audit.fact.inside', { place: value })
    case 'detail':
      return value
    default:
      return wordOf(name, value, say)
  }
}

function wordOf(name: string, value: string, say: Say): string {
  const table = name === 'table' ? among(TABLES, value) : undefined
  if (table !== undefined) return say(`table.${table}`)
  const part = name === 'part' ? among(COPIED_PARTS, value) : undefined
  if (part !== undefined) return say(`audit.part.${part}`)
  const criterion = name === 'criterion' ? among(CRITERIA, value) : undefined
  if (criterion !== undefined) return say(`criterion.${criterion}`)
  const verdict = name === 'verdict' ? among(VERDICTS, value) : undefined
  if (verdict !== undefined) return say(`verdict.${verdict}`)
  const state = name === 'state' ? among(CLAIM_STATES, value) : undefined
  if (state !== undefined) return say(`state.${state}`)
  return name === 'format' ? value.toUpperCase() : `${name} ${value}`
}
