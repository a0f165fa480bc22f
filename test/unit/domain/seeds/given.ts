import { expect } from 'vitest'
import { type ActDone, blocksOf } from '../../../../src-main/domain/claim/applyAct.ts'
import type { ClaimCommand, CommandOf } from '../../../../src-main/domain/claim/commands.ts'
import type { Actor, ClaimSituation } from '../../../../src-main/domain/claim/situation.ts'
import type { Calendar } from '../../../../src-main/domain/clocks/calendar.ts'
import { LETTER_LANGUAGES, type LetterLanguage } from '../../../../src-main/domain/letter/languages.ts'
import type { LetterFacts } from '../../../../src-main/domain/letter/letterFacts.ts'
import type { SnippetId } from '../../../../src-main/domain/letter/letterKeys.ts'
import { readPartnerClaim } from '../../../../src-main/hub/intake/readPartnerClaim.ts'
import { writeLetter } from '../../../../src-main/workstation/letters/draftLetter.ts'
import { listSnippets } from '../../../../src-main/workstation/letters/snippets.ts'
import type { Timer } from '../../../../src-preload/contract/vocabulary/words.ts'
import { LivingClaim } from '../../../builders/domain/livingClaim.ts'
import { aSituation, setting } from '../../../builders/domain/situation.ts'
import { seedRules } from '../../../builders/intake.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

/** What the tests of the checklist begin from: short ways to a life, a refusal, a claim that came in, a letter. */

/** Working days in Rome, without a holiday. */
export const rome: Calendar = { id: 'rome', version: 1, zone: 'Europe/Rome', weekend: [6, 7], holidays: [] }

/** Friday, 13 November 2026, nine o'clock in Rome: the day on which lives begin. */
export const FRIDAY = Date.parse('2026-11-13T08:00:00Z')
export const DAY = 86_400_000
/** The end of a day of November 2026 in Rome, as clocks say it. */
export const endOf = (november: number): string => `2026-11-${november}T23:00:00.000Z`

export const create = { act: 'create' } as const
export const submit = { act: 'submit', isFormComplete: true } as const
export const start = { act: 'start_review' } as const
export const approve = { act: 'approve', comment: '' } as const
export const resubmit = { act: 'resubmit', isFormComplete: true } as const
export const request: CommandOf<'request_info'> = {
  act: 'request_info',
  reasons: ['POE_MISSING_CUSTOMER_ACK'],
  comment: 'Please add the signed page.',
  items: [],
  mayRemoveItems: false,
}
export const reject: CommandOf<'reject'> = {
  act: 'reject',
  reasons: ['REJ_INSUFFICIENT_POE'],
  comment: 'The signature is missing.',
  partnerRequestReason: null,
  note: 'Nothing could mend it.',
}
export const dispute: CommandOf<'dispute'> = {
  act: 'dispute',
  justification: 'The signature is on page 9.',
  documentIds: [],
}
export const askRejection: CommandOf<'ask_rejection'> = {
  act: 'ask_rejection',
  reason: 'WRONG_MPN',
  text: 'Please reject this claim.',
  commentId: 'c1',
}
export const say = (text: string): CommandOf<'partner_comment'> => ({
  act: 'partner_comment',
  text,
  inReplyTo: null,
})

export const draft = { state: 'editing', subState: null } as const
export const queued = { state: 'submitted', subState: 'queued' } as const
export const asked = { state: 'partner_action_required', subState: 'open' } as const
export const disputable = { state: 'rejected', subState: 'disputable' } as const

/** Does what has to be allowed. */
export function go(life: LivingClaim, command: ClaimCommand): ActDone {
  const result = life.act(command)
  if ('blocks' in result) throw new Error(`${command.act} was refused: ${JSON.stringify(result.blocks)}`)
  return result
}

/** A claim that was made on that Friday and to which all of this was done at once. */
export function aLife(commands: readonly ClaimCommand[], policy = SEED_2020, from = FRIDAY): LivingClaim {
  const life = new LivingClaim(policy, rome, from)
  for (const command of [create, ...commands]) go(life, command)
  return life
}

export const statusOf = ({ claim }: LivingClaim) => [claim?.state, claim?.subState]
export const kindsOf = ({ history }: LivingClaim) => history.map(({ kind }) => kind)
/** Null = it stands still; undefined = there is no such clock. */
export const dueAt = ({ claim }: LivingClaim, timer: Timer) =>
  claim?.clocks.find((clock) => clock.timer === timer)?.dueAt

/** Why a command is refused; empty = it is not. */
export const whyNot = (
  actor: Actor,
  command: ClaimCommand,
  wishes: Partial<ClaimSituation> = {},
  policy = SEED_2020,
) => blocksOf(command, aSituation(wishes), actor, setting(policy)).map(({ reason }) => reason)

/** A claim that has to come in. */
export function accepted(raw: object, rules = seedRules) {
  const read = readPartnerClaim(raw, rules)
  if (read.outcome === 'refused') throw new Error(JSON.stringify(read.notes))
  return read.claim
}

export const letter = (facts: LetterFacts, language: LetterLanguage = 'en') =>
  writeLetter({ ...facts, language }).text

/** The letter says this in each language: its own words, or the same ones (public English names stand in every language). */
export function expectSaid(
  facts: LetterFacts,
  words: string | Readonly<Record<LetterLanguage, string>>,
): void {
  for (const language of LETTER_LANGUAGES)
    expect
      .soft(letter(facts, language), language)
      .toContain(typeof words === 'string' ? words : words[language])
}

export const snippet = (id: SnippetId, language = 'en') =>
  listSnippets(language).snippets.find((one) => one.id === id)?.text
