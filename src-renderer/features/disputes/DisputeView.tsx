import { useEffect } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { OpenDispute } from '../../../src-preload/contract/related.ts'
import { formatDue, formatInstant } from '../../../src-preload/words/dates.ts'
import { statusWords } from '../../../src-preload/words/statusWords.ts'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { DueClock } from '../../ui/DueClock.tsx'
import { FailedState, LoadingRows } from '../../ui/states.tsx'
import { FirstDecision } from './FirstDecision.tsx'
import { NewEvidence } from './NewEvidence.tsx'
import { SecondPerson } from './SecondPerson.tsx'
import { Tag } from '../../ui/Tag.tsx'
import css from './DisputeView.module.css'

/** One dispute: the first decision on the left, what is new on the right, above them who may decide and until when. */
export function DisputeView({ dispute }: { readonly dispute: OpenDispute }) {
  const say = useText()
  const { openClaim, filter } = useStores()
  const { claimId } = dispute
  const shownId = useShared('openClaim', (state) => state.claimId)
  const detail = useShared('openClaim', (state) => state.detail)
  useEffect(() => {
    void openClaim.getState().open(claimId, filter.getState().filter)
  }, [openClaim, filter, claimId])
  return (
    <section className={css.view} aria-label={dispute.claimName} data-pane="dispute" tabIndex={-1}>
      <Head dispute={dispute} />
      {shownId === claimId && detail.status === 'ready' ? (
        <Sides dispute={dispute} detail={detail.value} />
      ) : shownId === claimId && detail.status === 'failed' ? (
        <FailedState
          title={say('claim.failed')}
          error={detail.error}
          onAgain={() => void openClaim.getState().reread()}
        />
      ) : (
        <LoadingRows label={say('claim.loading')} />
      )}
    </section>
  )
}

function Head({ dispute }: { readonly dispute: OpenDispute }) {
  const say = useText()
  const { locale } = useIntl()
  const nowMs = useShared('now', (state) => state.minuteMs)
  const { claimId, claimName, clock, openedAt, isBarred } = dispute
  const dueAt = clock?.dueAt ?? null
  return (
    <header className={css.head}>
      <div className={css.title}>
        <h2>{claimName}</h2>
        <span className={`${css.second} pd-num`}>
          {claimId} <CopyButton text={claimId} what={say('copy.claimId')} />
        </span>
        <Tag>{statusWords(dispute, say)}</Tag>
      </div>
      <p className={css.when}>
        {clock !== null && <DueClock clock={clock} nowMs={nowMs} />}
        <span className={css.second}>
          {dueAt === null
            ? say('disputes.opened', { time: formatInstant(locale, openedAt, 'stamp') })
            : say('disputes.due', {
                time: formatInstant(locale, openedAt, 'stamp'),
                due: formatDue(locale, dueAt, 'moment'),
              })}
        </span>
      </p>
      <CommandButton command="disputes.open" withKey {...(!isBarred && { appearance: 'primary' })}>
        {say(isBarred ? 'disputes.openBarred' : 'command.disputeOpen')}
      </CommandButton>
    </header>
  )
}

function Sides({ dispute, detail }: { readonly dispute: OpenDispute; readonly detail: ClaimDetail }) {
  return (
    <>
      <SecondPerson dispute={dispute} detail={detail} />
      <div className={css.sides}>
        <FirstDecision dispute={dispute} detail={detail} />
        <NewEvidence dispute={dispute} detail={detail} />
      </div>
    </>
  )
}
