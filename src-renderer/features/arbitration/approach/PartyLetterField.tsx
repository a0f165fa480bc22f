import { Checkbox, Textarea } from '@fluentui/react-components'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { useRef } from 'react'
import { useIntl } from 'react-intl'
import type { PartyLetter } from '../../../../src-preload/contract/arbitration.ts'
import type { CommandOutcome, TextFinding } from '../../../../src-preload/contract/claims.ts'
import type { OutreachKind } from '../../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { formatDue } from '../../../format/dates.ts'
import { useText } from '../../../format/useText.ts'
import type { ApproachDraft } from '../../../stores/approachStore.ts'
import { Button } from '../../../ui/Button.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { type Addressee, mayReach, textOf } from './approachRules.ts'
import { useLetterGuard } from './useLetterGuard.ts'
import css from './Approach.module.css'

interface PartyLetterFieldProps {
  readonly kind: OutreachKind
  readonly addressee: Addressee
  /** Under which the board shows the party. */
  readonly mark: string
  readonly draft: ApproachDraft
  readonly onChange: (draft: ApproachDraft) => void
  /** Undefined = it is on its way, or none could be had. */
  readonly drafted: PartyLetter | undefined
  readonly refused: CommandOutcome | null | undefined
  readonly onFound: (claimId: ClaimId, isLeaking: boolean) => void
}

/** One party: whether it is written to, in which words, by when it is to answer, and what is in the way. */
export function PartyLetterField(props: PartyLetterFieldProps) {
  const { addressee, draft, mark, onChange } = props
  const say = useText()
  const { party } = addressee
  const canReach = mayReach(addressee)
  const isPicked = canReach && draft.picked.includes(party.claimId)
  const others = draft.picked.filter((claimId) => claimId !== party.claimId)
  return (
    <li className={css.party}>
      <div className={css.partyHead}>
        <Checkbox
          className={`${css.choice}`}
          checked={isPicked}
          disabled={!canReach}
          onChange={(_, { checked }) =>
            onChange({ ...draft, picked: checked === true ? [...others, party.claimId] : others })
          }
          label={
            <b>
              {mark} {party.partnerName}
            </b>
          }
        />
        <Tag>{say(`case.role.${party.role}`)}</Tag>
        <Standing {...props} />
        {isPicked && <LetterState {...props} />}
      </div>
      {isPicked && <Words {...props} />}
    </li>
  )
}

/** What is in the way of writing to it, before or after it was tried; else by when its answer is due. */
function Standing({ addressee: { blocks }, drafted, refused }: PartyLetterFieldProps) {
  const say = useText()
  const { locale } = useIntl()
  const found = refused?.outcome === 'blocked' ? refused.blocks : (blocks ?? [])
  const words =
    blocks === null || refused === null
      ? say('arbitration.ask.notHere')
      : refused?.outcome === 'stale'
        ? say('arbitration.ask.stale')
        : wordsOfBlocks(found.length > 0 ? found : (drafted?.blocks ?? []), [], locale, say)
  if (words !== '')
    return (
      <span className={css.refused} role="alert">
        {words}
      </span>
    )
  const dueAt = drafted?.dueAt ?? null
  return dueAt === null ? null : (
    <span className={css.second}>
      {say('arbitration.ask.due', { due: formatDue(locale, dueAt, 'moment') })}
    </span>
  )
}

/** In which language it is, and whose words they are. */
function LetterState({ addressee, draft, onChange, drafted }: PartyLetterFieldProps) {
  const say = useText()
  const { locale } = useIntl()
  const { claimId } = addressee.party
  const language = languageOf(drafted)
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language
  const isOwn = draft.own[claimId] !== undefined
  const draftAnew = () => {
    const { [claimId]: _written, ...own } = draft.own
    onChange({ ...draft, own })
  }
  return (
    <>
      <span className={css.second}>{say('decide.language', { language: name })}</span>
      <span className={css.second}>{say(`decide.text.${isOwn ? 'own' : 'drafted'}`)}</span>
      {isOwn && (
        <Button density="small" appearance="subtle" onClick={draftAnew}>
          {say('decide.draftAnew')}
        </Button>
      )}
    </>
  )
}

const languageOf = (drafted: PartyLetter | undefined): string => drafted?.language ?? 'en'

function Words({ kind, addressee, draft, onChange, drafted, onFound }: PartyLetterFieldProps) {
  const say = useText()
  const { claimId, partnerName } = addressee.party
  const field = useRef<HTMLTextAreaElement>(null)
  const text = textOf(draft, claimId, drafted)
  const findings = useLetterGuard(kind, claimId, text, onFound)
  return (
    <>
      <Textarea
        textarea={{ ref: field, rows: 8 }}
        aria-label={say('decide.letter', { partner: partnerName })}
        className={`${css.text}`}
        resize="vertical"
        spellCheck={false}
        lang={languageOf(drafted)}
        maxLength={8000}
        value={text}
        onChange={(_, { value }) => onChange({ ...draft, own: { ...draft.own, [claimId]: value } })}
      />
      <Findings findings={findings} field={field} />
    </>
  )
}

interface FindingsProps {
  readonly findings: readonly TextFinding[]
  readonly field: React.RefObject<HTMLTextAreaElement | null>
}

/** A leak is reworded by hand: each says where it stands. */
function Findings({ findings, field }: FindingsProps) {
  const say = useText()
  const show = ({ start, end }: TextFinding) => {
    field.current?.focus()
    field.current?.setSelectionRange(start, end)
  }
  return (
    <ul
      className={css.findings}
      aria-label={say('guard.label')}
      aria-live="polite"
      hidden={findings.length === 0}
    >
      {findings.map((finding) => (
        <li key={`${finding.kind} ${finding.start}`} className={css.finding}>
          <ErrorCircle16Filled className={`${css.icon}`} />
          <span className={css.words}>
            {say(finding.kind === 'names_rival' ? 'guard.rival' : 'guard.internal')} <q>{finding.quote}</q>
          </span>
          <Button density="small" appearance="subtle" onClick={() => show(finding)}>
            {say('guard.show')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
