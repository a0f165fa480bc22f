import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle'
import { Warning20Regular } from '@fluentui/react-icons/svg/warning'
import { useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimStanding } from '../../../src-preload/contract/related.ts'
import type { Readiness as ReadinessView } from '../../../src-preload/contract/sync.ts'
import { hashOf } from '../../app/routes.ts'
import { statusWords } from '../../../src-preload/words/statusWords.ts'
import { formatBytes } from '../../format/bytes.ts'
import { useText } from '../../format/useText.ts'
import { useStores } from '../../stores/Stores.tsx'
import { useRead } from '../../stores/useRead.ts'
import { FailedState, LoadingRows } from '../../ui/states.tsx'
import { useStandings } from './useStandings.ts'
import { Budget } from './Budget.tsx'
import css from './Readiness.module.css'
import trays from './TraysPage.module.css'

const MOST_NAMED = 200

/** Whether this machine may be taken away from the hub. `isWanted`: the reviewer came for it. */
export function Readiness({ isWanted }: { readonly isWanted: boolean }) {
  const say = useText()
  const { client } = useStores()
  const [changes, setChanges] = useState(0)
  const [read, again] = useRead('sync.readiness', {}, changes)
  useEffect(() => client.events.on('sync.changed', () => setChanges((count) => count + 1)), [client])
  useEffect(() => client.events.on('settings.changed', () => setChanges((count) => count + 1)), [client])
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isWanted) return
    head.current?.focus()
    head.current?.scrollIntoView({ block: 'start' })
  }, [isWanted])
  return (
    <section className={trays.tray} aria-label={say('readiness.title')} data-pane="readiness">
      <div className={trays.head}>
        <h2 ref={head} tabIndex={-1}>
          {say('readiness.title')}
        </h2>
      </div>
      {read.status === 'ready' ? (
        <Ready readiness={read.value} />
      ) : read.status === 'failed' ? (
        <FailedState title={say('readiness.failed')} error={read.error} onAgain={again} />
      ) : (
        <LoadingRows label={say('readiness.loading')} />
      )}
    </section>
  )
}

function Ready({ readiness }: { readonly readiness: ReadinessView }) {
  const { mine, queue, bytes, missing } = readiness
  return (
    <div className={css.body}>
      <Count of="mine" {...mine} />
      <Count of="queue" {...queue} />
      <Budget {...bytes} />
      <Missing missing={missing} />
    </div>
  )
}

interface CountProps {
  readonly of: 'mine' | 'queue'
  readonly local: number
  readonly known: number
}

function Count({ of, local, known }: CountProps) {
  const say = useText()
  const isComplete = local >= known
  return (
    <p className={of === 'mine' ? `${css.count} ${css.mine}` : css.count}>
      {isComplete ? <CheckmarkCircle20Regular /> : <Warning20Regular className={`${css.open}`} />}
      <span className="pd-num">
        {known === 0 ? say(`readiness.${of}.none`) : say(`readiness.${of}`, { local, known })}
      </span>
    </p>
  )
}

function Missing({ missing }: Pick<ReadinessView, 'missing'>) {
  const say = useText()
  const { locale } = useIntl()
  const standings = useStandings(missing.map(({ claimId }) => claimId))
  if (missing.length === 0) return null
  return (
    <>
      <h3 className={css.missingHead}>{say('readiness.missing', { count: missing.length })}</h3>
      <ul className={css.missing}>
        {missing.map(({ claimId, claimName, fileName, sizeBytes, why, isMine }) => (
          <li key={`${claimId} ${fileName}`}>
            <span className={css.file}>{fileName}</span>
            <span className={`${css.second} pd-num`}>{formatBytes(locale, sizeBytes)}</span>
            <span className={css.where}>
              <a href={hashOf({ page: 'claim', claimId })}>{claimName}</a>
              <Stand standing={standings.get(claimId)} />
              {isMine && <b>{say('readiness.yours')}</b>}
              <span className={css.second}>{say(`readiness.why.${why}`)}</span>
            </span>
          </li>
        ))}
      </ul>
      {missing.length >= MOST_NAMED && <p className={css.second}>{say('readiness.more')}</p>}
    </>
  )
}

function Stand({ standing }: { readonly standing: ClaimStanding | undefined }) {
  const say = useText()
  return standing === undefined ? null : <span className={css.second}>{statusWords(standing, say)}</span>
}
