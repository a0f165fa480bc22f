import { useAnnounce } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { useIntl } from 'react-intl'
import type { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import type { CaseBoard } from '../../../../src-preload/contract/caseBoard.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { type Say, useText } from '../../../format/useText.ts'
import { type ApproachDraft, draftNow } from '../../../stores/approachStore.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { StripWays } from '../../../ui/StripWays.tsx'
import { useReturnFocus } from '../../../ui/useReturnFocus.ts'
import { letterIn } from '../../../../src-preload/words/letters.ts'
import { type Addressee, addresseesOf, type Lack, lackOf, mayReach, readyLetters } from './approachRules.ts'
import { AskChoices } from './AskChoices.tsx'
import { PartyLetterField } from './PartyLetterField.tsx'
import { useDraftedLetters } from './useDraftedLetters.ts'
import css from './Approach.module.css'

interface ApproachPanelProps {
  readonly detail: CaseDetail
  /** Left to right, as on the board. */
  readonly parties: CaseBoard['parties']
}

/** Asking or telling the parties of a case, above the board: what they showed stays in view. Nothing of it is modal. */
export function ApproachPanel({ detail, parties }: ApproachPanelProps) {
  const kind = useShared('approach', (state) => state.kind)
  const isOpen = useShared('approach', (state) => state.caseId === detail.case.caseId)
  const draft = useShared('approach', draftNow)
  return isOpen && draft !== null ? (
    <Panel key={kind} detail={detail} parties={parties} draft={draft} />
  ) : null
}

function Panel({ detail, parties, draft }: ApproachPanelProps & { readonly draft: ApproachDraft }) {
  const say = useText()
  const { approach } = useStores()
  const kind = useShared('approach', (state) => state.kind)
  const refused = useShared('approach', (state) => state.refused)
  const error = useShared('approach', (state) => state.error)
  const order = parties.map(({ claimId }) => claimId)
  const addressees = addresseesOf(detail, kind, order)
  const letters = useDraftedLetters({
    caseId: detail.case.caseId,
    kind,
    draft,
    addressees,
    seen: seenOf(detail),
  })
  const [leaking, setLeaking] = useState<ReadonlySet<ClaimId>>(new Set())
  const onFound = useCallback((claimId: ClaimId, isLeaking: boolean) => {
    setLeaking((before) => {
      if (before.has(claimId) === isLeaking) return before
      const rest = [...before].filter((id) => id !== claimId)
      return new Set(isLeaking ? [...rest, claimId] : rest)
    })
  }, [])
  useReturnFocus()
  const { change } = approach.getState()
  const here = addressees.filter(mayReach)
  return (
    <section className={css.panel} aria-label={say(`arbitration.ask.title.${kind}`)} data-pane="approach">
      <div className={css.choices}>
        <h2 className={css.title}>{say(`arbitration.ask.title.${kind}`)}</h2>
        {kind === 'ask' ? (
          <AskChoices roles={rolesOf(here)} draft={draft} onChange={change} />
        ) : (
          <p className={css.second}>{say('arbitration.ask.tell.what')}</p>
        )}
      </div>
      <ul className={css.letters} aria-label={say('arbitration.ask.letters')}>
        {addressees.map((addressee) => (
          <PartyLetterField
            key={addressee.party.claimId}
            kind={kind}
            addressee={addressee}
            mark={letterIn(parties, addressee.party.claimId)}
            draft={draft}
            onChange={change}
            drafted={letters?.[addressee.party.claimId]}
            refused={refused[addressee.party.claimId]}
            onFound={onFound}
          />
        ))}
      </ul>
      <div className={css.ways}>
        {error !== null && <Notice tone="danger">{say(`error.${error.code}`)}</Notice>}
        <Ways desk={{ kind, draft, addressees, letters }} detail={detail} isLeaking={leaking.size > 0} />
      </div>
    </section>
  )
}

/** Changes with everything that a letter is drafted from. */
const seenOf = ({ case: { revision }, claims }: CaseDetail): string =>
  [
    revision,
    ...claims.map(({ claimId, summary }) => `${claimId} ${summary?.revision} ${summary?.state}`),
  ].join()

const rolesOf = (addressees: readonly Addressee[]) =>
  (['challenger', 'incumbent'] as const).filter((role) => addressees.some(({ party }) => party.role === role))

interface WaysProps {
  readonly desk: Parameters<typeof lackOf>[0]
  readonly detail: CaseDetail
  readonly isLeaking: boolean
}

function Ways({ desk, detail, isLeaking }: WaysProps) {
  const say = useText()
  const { locale } = useIntl()
  const { approach } = useStores()
  const isSending = useShared('approach', (state) => state.isSending)
  const lack = lackOf(desk)
  const why = lack === null ? (isLeaking ? say('guard.stops') : null) : wordsOfLack(lack, locale, say)
  const send = useSend(desk, detail)
  useCommand('decide.send', () => void send(), why === null && !isSending)
  useCommand('decide.cancel', () => approach.getState().close())
  const count = desk.addressees.filter(
    (one) => mayReach(one) && desk.draft.picked.includes(one.party.claimId),
  ).length
  return (
    <StripWays
      missing={why}
      canSend={why === null && !isSending}
      send={say(`arbitration.ask.send.${desk.kind}`, { count })}
    />
  )
}

/** Sends; what was accepted can be undone together, what was refused stays with its words. */
function useSend(desk: WaysProps['desk'], detail: CaseDetail) {
  const say = useText()
  const { announce } = useAnnounce()
  const { approach, undo } = useStores()
  return async (): Promise<void> => {
    const revisions = new Map(
      detail.claims.flatMap(({ claimId, summary }) =>
        summary === null ? [] : [[claimId, summary.revision] as const],
      ),
    )
    const letters = readyLetters(desk, revisions)
    const sent = await approach.getState().send(letters)
    const [first, ...rest] = sent
    if (first === undefined) return
    const summary = detail.claims.find(({ claimId }) => claimId === first.claimId)?.summary ?? null
    undo.getState().show({
      operationId: first.operationId,
      also: rest.map(({ operationId }) => operationId),
      claimId: first.claimId,
      claimName: summary?.claimName ?? '',
      act: desk.kind === 'ask' ? 'case_ask' : 'case_tell',
      holdUntil: first.holdUntil,
    })
    announce(say(`arbitration.ask.done.${desk.kind}`, { count: sent.length }))
    if (sent.length === letters.length) approach.getState().close()
  }
}

function wordsOfLack(lack: Lack, locale: string, say: Say): string {
  if (lack.kind === 'nobody_picked' || lack.kind === 'coming') return say(`arbitration.ask.lack.${lack.kind}`)
  const party = lack.party.partnerName
  return lack.kind === 'blocked'
    ? say('arbitration.ask.lack.blocked', { party, why: wordsOfBlocks(lack.blocks, [], locale, say) })
    : say(`arbitration.ask.lack.${lack.kind}`, { party })
}
