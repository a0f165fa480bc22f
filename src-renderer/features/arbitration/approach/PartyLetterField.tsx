import { Checkbox } from '@fluentui/react-components'
import { useIntl } from 'react-intl'
import type { PartyLetter } from '../../../../src-preload/contract/arbitration.ts'
import type { CommandOutcome } from '../../../../src-preload/contract/claims.ts'
import type { OutreachKind } from '../../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { formatDue } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import type { ApproachDraft } from '../../../stores/approachStore.ts'
import { Tag } from '../../../ui/Tag.tsx'
import { LetterState, LetterText } from '../PartyLetter.tsx'
import { type Addressee, mayReach, textOf } from './approachRules.ts'
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
  const { addressee, draft, mark, onChange, drafted, onFound } = props
  const say = useText()
  const { party } = addressee
  const { claimId, partnerName } = party
  // English until the draft is there.
  const language = drafted?.language ?? 'en'
  const canReach = mayReach(addressee)
  const isPicked = canReach && draft.picked.includes(claimId)
  const others = draft.picked.filter((one) => one !== claimId)
  const { [claimId]: written, ...rest } = draft.own
  const isOwn = written !== undefined
  const write = (text: string | null) =>
    onChange({ ...draft, own: text === null ? rest : { ...rest, [claimId]: text } })
  return (
    <li className={css.party}>
      <div className={css.partyHead}>
        <Checkbox
          className={`${css.choice}`}
          checked={isPicked}
          disabled={!canReach}
          onChange={(_, { checked }) =>
            onChange({ ...draft, picked: checked === true ? [...others, claimId] : others })
          }
          label={
            <b>
              {mark} {partnerName}
            </b>
          }
        />
        <Tag>{say(`case.role.${party.role}`)}</Tag>
        <Standing {...props} />
        {isPicked && <LetterState language={language} isOwn={isOwn} onDraftAnew={() => write(null)} />}
      </div>
      {isPicked && (
        <LetterText
          claimId={claimId}
          partnerName={partnerName}
          language={language}
          text={textOf(draft, claimId, drafted)}
          onWrite={write}
          onFound={onFound}
        />
      )}
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
