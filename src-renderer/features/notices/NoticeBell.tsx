import { Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components'
import { Alert20Regular } from '@fluentui/react-icons/svg/alert'
import { useEffect, useState } from 'react'
import { useIntl } from 'react-intl'
import type { Notice } from '../../../src-preload/contract/team.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { noticeWords } from '../../../src-preload/words/noticeWords.ts'
import { hashOf } from '../../app/routes.ts'
import { useCommand } from '../../app/useCommand.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { useStores } from '../../stores/Stores.tsx'
import { useRead } from '../../stores/useRead.ts'
import css from './NoticeBell.module.css'

/** How many messages are new, and all of them one by one; each leads to its claims. Seen is read. */
export function NoticeBell() {
  const say = useText()
  const { client } = useStores()
  const [isOpen, setOpen] = useState(false)
  const news = useNoticeNews()
  const [read] = useRead('notices.list', {}, news)
  const { unread, notices } = valueOf(read) ?? { unread: 0, notices: [] }
  const newest = notices[0]?.noticeId
  const open = (next: boolean) => {
    setOpen(next)
    // What was there when it was closed was seen; a core that is away counts it as new still.
    if (!next && newest !== undefined && unread > 0)
      client
        .call('notices.read', { upTo: Math.max(...notices.map(({ noticeId }) => noticeId)) })
        .catch(() => undefined)
  }
  useCommand('notices.open', () => open(!isOpen))
  const name = unread === 0 ? say('notices.bell') : say('notices.bell.unread', { count: unread })
  return (
    <Popover open={isOpen} onOpenChange={(_, data) => open(data.open)} trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <button type="button" className={css.bell} aria-label={name} title={name}>
          <Alert20Regular />
          {unread > 0 && (
            <span className={`${css.count} pd-num`}>
              {unread > MOST_SHOWN ? say('count.moreThan.short', { count: MOST_SHOWN }) : unread}
            </span>
          )}
        </button>
      </PopoverTrigger>
      <PopoverSurface className={`${css.surface}`} aria-label={say('notices.bell')}>
        <h2>{say('notices.bell')}</h2>
        {notices.length === 0 ? (
          <p className={css.second}>{say('notices.none')}</p>
        ) : (
          <ul>
            {notices.map((notice) => (
              <li key={notice.noticeId} className={css.notice}>
                <Message notice={notice} onFollow={() => open(false)} />
              </li>
            ))}
          </ul>
        )}
      </PopoverSurface>
    </Popover>
  )
}

/** What a badge has room for; the name tells the whole number. */
const MOST_SHOWN = 99

function useNoticeNews(): number {
  const { client } = useStores()
  const [news, setNews] = useState(0)
  useEffect(() => {
    const tell = () => setNews((count) => count + 1)
    const ends = (['notices.changed', 'session.changed'] as const).map((event) =>
      client.events.on(event, tell),
    )
    return () => ends.forEach((end) => end())
  }, [client])
  return news
}

interface MessageProps {
  readonly notice: Notice
  readonly onFollow: () => void
}

function Message({ notice: { content, toldAt, isRead }, onFollow }: MessageProps) {
  const say = useText()
  const { locale } = useIntl()
  const { title, body } = noticeWords(content, say)
  const claims = content.kind === 'digest' ? content.crossings : [content]
  const all = content.kind === 'digest' ? content.counts.reduce((sum, one) => sum + one.claims, 0) : 1
  return (
    <>
      <b>
        {title}
        {!isRead && <span className={css.fresh}>{say('notices.new')}</span>}
      </b>
      <span className={`${css.second} pd-num`}>{formatInstant(locale, toldAt, 'stamp')}</span>
      {body !== '' && <p>{body}</p>}
      <ul className={css.claims}>
        {claims.map((claim) => (
          <li key={`${claim.claimId} ${'timer' in claim ? claim.timer : ''}`}>
            <a href={hashOf({ page: 'claim', claimId: claim.claimId })} onClick={onFollow}>
              {claim.claimName}
            </a>
            {'timer' in claim && (
              <span className={css.second}>
                {say('notices.mark', { timer: say(`timer.${claim.timer}`), share: claim.share })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {all > claims.length && (
        <p className={css.second}>{say('notices.andMore', { count: all - claims.length })}</p>
      )}
    </>
  )
}
