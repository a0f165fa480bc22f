import { basename } from 'node:path'
import { PARTNER_REQUEST_REASONS } from '../../../../src-preload/contract/vocabulary/actWords.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { POE_KINDS } from '../../../../src-preload/contract/vocabulary/intakeWords.ts'
import type { IntakeResult } from '../../../hub/api/intakeResult.ts'
import type { IntakeClient, Paper } from '../hub/intakeClient.ts'
import { mediaTypeOf } from '../mediaTypes.ts'
import { json, readBytes, readText } from '../textFiles.ts'
import { UsageError } from '../usageError.ts'
import type { OwnOption, PartnerValues } from './partnerOptions.ts'

/** One thing that partners or customers do. */
export interface PartnerAct {
  readonly name: string
  /** After `partner`. */
  readonly usage: string
  readonly takes: readonly OwnOption[]
  /**
   * Reads what is asked before anything is sent.
   * @param words what stands after the act's name without an option.
   * @throws UsageError
   */
  read(words: readonly string[], values: PartnerValues): (hub: IntakeClient) => Promise<IntakeResult>
}

export const PARTNER_ACTS: readonly PartnerAct[] = [
  {
    name: 'create',
    usage: 'create FILE.json [--claim-id ID]',
    takes: ['claim-id'],
    read(words, { 'claim-id': id }) {
      const [file] = wordsOf(words, ['a file with the claim'])
      const request = { claimId: id === undefined ? null : claimId(id), claim: json(readText(file), file) }
      return (hub) => hub.create(request)
    },
  },
  {
    name: 'add-document',
    usage: `add-document ID FILE [--kind ${POE_KINDS.join('|')}]`,
    takes: ['kind'],
    read(words, { kind }) {
      const [id, file] = wordsOf(words, ['the claim', 'a file'])
      const paper = paperIn(file, kind === undefined ? null : oneOf(kind, POE_KINDS, '--kind'))
      return (hub) => hub.addDocument(claimId(id), paper)
    },
  },
  ...(['submit', 'resubmit'] as const).map(
    (name): PartnerAct => ({
      name,
      usage: `${name} ID [--comment TEXT]`,
      takes: ['comment'],
      read(words, { comment = null }) {
        const [id] = wordsOf(words, ['the claim'])
        return (hub) => hub.actNow(claimId(id), name, { comment })
      },
    }),
  ),
  {
    name: 'comment',
    usage: 'comment ID TEXT [--reply-to COMMENT]',
    takes: ['reply-to'],
    read(words, { 'reply-to': inReplyTo = null }) {
      const [id, text] = wordsOf(words, ['the claim', 'the text'])
      return (hub) => hub.act(claimId(id), 'comments', { text, inReplyTo })
    },
  },
  {
    name: 'edit',
    usage: 'edit ID FILE.json   (the fields that change)',
    takes: [],
    read(words) {
      const [id, file] = wordsOf(words, ['the claim', 'a file with the changes'])
      const changes = json(readText(file), file)
      if (typeof changes !== 'object' || changes === null || Array.isArray(changes))
        throw new UsageError(`${file} should hold the fields that change, as in {"mpnId":"4711"}.`)
      return (hub) => hub.actNow(claimId(id), 'edit', { changes })
    },
  },
  {
    name: 'ask-rejection',
    usage: `ask-rejection ID --reason ${PARTNER_REQUEST_REASONS.join('|')} TEXT`,
    takes: ['reason'],
    read(words, { reason: said = '' }) {
      const [id, comment] = wordsOf(words, ['the claim', 'the text'])
      const reason = oneOf(said, PARTNER_REQUEST_REASONS, '--reason')
      return (hub) => hub.actNow(claimId(id), 'rejection-request', { reason, comment })
    },
  },
  {
    name: 'dispute',
    usage: 'dispute ID [--justification TEXT] [--paper FILE]…',
    takes: ['justification', 'paper'],
    read(words, { justification = null, paper = [] }) {
      const [id] = wordsOf(words, ['the claim'])
      const papers = paper.map((file) => paperIn(file, null))
      return (hub) => hub.dispute(claimId(id), justification, papers)
    },
  },
  {
    name: 'disassociate',
    usage: 'disassociate ID REASON',
    takes: [],
    read(words) {
      const [id, reason] = wordsOf(words, ['the claim', 'the reason'])
      return (hub) => hub.actNow(claimId(id), 'disassociate', { reason })
    },
  },
  {
    name: 'cancel',
    usage: 'cancel ID',
    takes: [],
    read(words) {
      const [id] = wordsOf(words, ['the claim'])
      return (hub) => hub.actNow(claimId(id), 'cancel', {})
    },
  },
  {
    name: 'customer-declines',
    usage: 'customer-declines ID [NOTE]',
    takes: [],
    read(words) {
      const [id] = wordsOf(words.slice(0, 1), ['the claim'])
      if (words.length > 2) throw new UsageError('Put a note of several words in quotes.')
      const note = words[1] ?? null
      return (hub) => hub.act(claimId(id), 'customer-answer', { decision: 'declined', note })
    },
  },
  {
    name: 'customer-accepts',
    usage: 'customer-accepts ID',
    takes: [],
    read(words) {
      const [id] = wordsOf(words, ['the claim'])
      return (hub) => hub.act(claimId(id), 'customer-answer', { decision: 'accepted' })
    },
  },
]

/** As many words as an act asks for. */
export function wordsOf<const Names extends readonly string[]>(
  words: readonly string[],
  names: Names,
): { [Index in keyof Names]: string } {
  if (words.length < names.length) throw new UsageError(`Name ${names[words.length] ?? ''}.`)
  if (words.length > names.length)
    throw new UsageError(`There is too much: ${words.slice(names.length).join(' ')}. Put a text in quotes.`)
  // As long as the names, as was just seen.
  return words as { [Index in keyof Names]: string }
}

/** @throws UsageError for a text that can be no claim's id. */
export function claimId(text: string): ClaimId {
  const id = ClaimId.safeParse(text)
  if (!id.success) throw new UsageError('The id of a claim has 1 to 64 characters.')
  return id.data
}

function oneOf<Word extends string>(said: string, words: readonly Word[], flag: string): Word {
  const found = words.find((word) => word === said.toUpperCase())
  if (found === undefined) throw new UsageError(`${flag} takes one of ${words.join(', ')}.`)
  return found
}

function paperIn(file: string, kind: Paper['meta']['kind']): Paper {
  const fileName = basename(file)
  const bytes = new Uint8Array(readBytes(file))
  if (bytes.length === 0) throw new UsageError(`${file} is empty.`)
  return { meta: { fileName, mediaType: mediaTypeOf(fileName), kind: kind ?? null }, bytes }
}
