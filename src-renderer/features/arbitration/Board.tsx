import { ArrowSwap20Regular } from '@fluentui/react-icons/svg/arrow-swap'
import { BranchCompare20Regular } from '@fluentui/react-icons/svg/branch-compare'
import { CheckboxChecked20Regular } from '@fluentui/react-icons/svg/checkbox-checked'
import { CheckboxUnchecked20Regular } from '@fluentui/react-icons/svg/checkbox-unchecked'
import { DocumentPdf20Regular } from '@fluentui/react-icons/svg/document-pdf'
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left'
import { type ReactNode, useMemo, useState } from 'react'
import type { BoardParty, CaseBoard } from '../../../src-preload/contract/caseBoard.ts'
import { useCommand } from '../../app/useCommand.ts'
import { useText } from '../../format/useText.ts'
import { useShared } from '../../stores/Stores.tsx'
import type { ShownCase } from '../../stores/arbitrationStore.ts'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { DueClock } from '../../ui/DueClock.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { ApproachButtons } from './approach/ApproachButtons.tsx'
import { ApproachPanel } from './approach/ApproachPanel.tsx'
import { outreachRow } from './approach/outreachRow.tsx'
import { BoardTable } from './BoardTable.tsx'
import { DecideBar } from './decide/DecideBar.tsx'
import { CaseFileNotice } from './file/CaseFileNotice.tsx'
import { useCaseFile } from './file/useCaseFile.ts'
import { LadderPanel } from './LadderPanel.tsx'
import { comparedPapers } from './panes/comparedPapers.ts'
import type { ComparisonProps, PapersPort } from './panes/panePort.ts'
import { PartyPanes } from './panes/PartyPanes.tsx'
import { type CasePanesModel, useCasePanes } from './panes/useCasePanes.ts'
import { SharedPanel } from './shared/SharedPanel.tsx'
import { type SharedModel, useSharedEvidence } from './shared/useSharedEvidence.ts'
import { TimeAxis } from './TimeAxis.tsx'
import { RefusedWord } from './verify/RefusedWord.tsx'
import css from './Board.module.css'

interface BoardProps extends ShownCase {
  readonly port: PapersPort
}

/** The parties of a case side by side: what each has to show, when it happened, what the ladder says, and the papers themselves. */
export function Board({ detail, board, port }: BoardProps) {
  const say = useText()
  const [isSwapped, setSwapped] = useState(false)
  const [onlyDifferences, setOnlyDifferences] = useState(false)
  const parties = useMemo(
    () => (isSwapped ? board.parties.toReversed() : board.parties),
    [isSwapped, board.parties],
  )
  const [compared, setCompared] = useState<Pick<ComparisonProps, 'before' | 'after'> | null>(null)
  const isLive = compared === null
  const model = useCasePanes(parties, board.ladder, isLive)
  const shared = useSharedEvidence(board, parties, isLive && model !== null ? model.panes : null)
  const swap = () => {
    setSwapped(!isSwapped)
    model?.panes.swap()
  }
  useCommand('board.swap', swap, isLive)
  useCommand('board.differences', () => setOnlyDifferences(!onlyDifferences), isLive)
  const pair = model === null ? null : comparedPapers(parties, model.view)
  useCommand('panes.compare', () => setCompared(pair), isLive && pair !== null)
  const file = useCaseFile(board.caseId)
  const names = board.missing.map((id) => nameOf(detail, id)).join(', ')
  return (
    <div className={css.page}>
      <Head detail={detail}>
        {compared === null && (
          <BoardTools
            onlyDifferences={onlyDifferences}
            isLocked={model?.view.isLocked ?? null}
            mayCompare={pair !== null}
            isMakingFile={!file.isFree}
            detail={detail}
            parties={parties}
          />
        )}
      </Head>
      <CaseFileNotice saving={file} />
      {board.missing.length > 0 && (
        <Notice tone="warning">{say('board.missing', { names, count: board.missing.length })}</Notice>
      )}
      <RefusedWord parties={parties} />
      <ApproachPanel detail={detail} parties={parties} />
      {compared === null ? (
        <>
          <BoardBody {...{ detail, board, parties, model, shared, onlyDifferences, port }} />
          <DecideBar detail={detail} parties={parties} />
        </>
      ) : (
        port.renderComparison({ ...compared, caseId: board.caseId, onClose: () => setCompared(null) })
      )}
    </div>
  )
}

interface BoardBodyProps extends Pick<BoardProps, 'detail' | 'board' | 'port'> {
  /** Left to right. */
  readonly parties: readonly BoardParty[]
  readonly model: CasePanesModel | null
  readonly shared: SharedModel
  readonly onlyDifferences: boolean
}

function BoardBody({ detail, board, parties, model, shared, onlyDifferences, port }: BoardBodyProps) {
  const say = useText()
  return (
    <div className={css.body} data-alone={model !== null && model.view.alone !== null ? '' : undefined}>
      <div className={css.left}>
        <section className={css.board} aria-label={say('board.name')} data-pane="board" tabIndex={-1}>
          <BoardTable
            parties={parties}
            onlyDifferences={onlyDifferences}
            model={model}
            detail={detail}
            mayVerify={board.mayVerify}
            more={[outreachRow(detail, say)]}
          />
          <TimeAxis parties={parties} today={board.today} />
        </section>
        {model !== null && (
          <PartyPanes {...model} parties={parties} shared={shared} renderPages={port.renderPages} />
        )}
      </div>
      <div className={css.side}>
        <LadderPanel board={board} parties={parties} />
        <SharedPanel model={shared} parties={parties} />
      </div>
    </div>
  )
}

const nameOf = ({ case: { parties } }: ShownCase['detail'], id: CaseBoard['missing'][number]): string =>
  parties.find(({ claimId }) => claimId === id)?.partnerName ?? id

interface HeadProps {
  readonly detail: ShownCase['detail']
  readonly children: ReactNode
}

function Head({ detail: { case: one }, children }: HeadProps) {
  const say = useText()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const [clock] = one.clocks
  const subscription = one.contested.subscriptionId
  const living = one.parties.filter(({ left }) => left === null).length
  return (
    <PageHead
      title={one.customerName}
      kind="case"
      before={<CommandButton command="board.back" appearance="subtle" icon={<ChevronLeft20Regular />} />}
    >
      <span className={css.second}>
        {one.contested.name}
        {subscription !== null && (
          <span title={subscription}> {say('board.subscription', { end: subscription.slice(-4) })}</span>
        )}
      </span>
      <Tag>{say('board.parties', { count: living })}</Tag>
      <Tag>{say(`case.state.${one.state}`)}</Tag>
      {clock !== undefined && <DueClock clock={clock} nowMs={nowMs} />}
      <span className={css.grow} />
      {children}
    </PageHead>
  )
}

interface BoardToolsProps {
  readonly onlyDifferences: boolean
  /** Whether both papers scroll together; null = there are none. */
  readonly isLocked: boolean | null
  readonly mayCompare: boolean
  readonly isMakingFile: boolean
  readonly detail: ShownCase['detail']
  readonly parties: CaseBoard['parties']
}

function BoardTools({ onlyDifferences, isLocked, mayCompare, isMakingFile, ...of }: BoardToolsProps) {
  const say = useText()
  const box = (isOn: boolean) => (isOn ? <CheckboxChecked20Regular /> : <CheckboxUnchecked20Regular />)
  return (
    <>
      {isLocked !== null && (
        <CommandButton
          command="panes.lock"
          appearance="subtle"
          icon={box(isLocked)}
          withKey
          isPressed={isLocked}
        >
          {say('compare.lock')}
        </CommandButton>
      )}
      <CommandButton
        command="board.differences"
        appearance="subtle"
        icon={box(onlyDifferences)}
        withKey
        isPressed={onlyDifferences}
      >
        {say('command.boardDifferences')}
      </CommandButton>
      <span className={css.icons}>
        {isLocked !== null && (
          <CommandButton
            command="panes.compare"
            appearance="subtle"
            icon={<BranchCompare20Regular />}
            isBlocked={!mayCompare}
          />
        )}
        <CommandButton command="board.swap" appearance="subtle" icon={<ArrowSwap20Regular />} />
        <CommandButton
          command="board.file"
          appearance="subtle"
          icon={<DocumentPdf20Regular />}
          isBlocked={isMakingFile}
        />
      </span>
      <ApproachButtons {...of} />
    </>
  )
}
