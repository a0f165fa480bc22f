import type { Output } from '../../../src-preload/contract/index.ts'
import { toInstant } from '../../store/instants.ts'
import { countUnread, listNotices, markRead } from '../../store/noticesRepo.ts'
import type { Core } from '../core.ts'

const MOST_LISTED = 200

export function listMessages({ store, session }: Core): Output<'notices.list'> {
  const { userId } = session.user()
  return store.read((s) => ({
    unread: countUnread(s, userId),
    notices: listNotices(s, userId, MOST_LISTED).map(({ noticeId, toldAt, readAt, content }) => {
      return { noticeId, toldAt: toInstant(toldAt ?? 0), isRead: readAt !== null, content }
    }),
  }))
}

export function readMessages(core: Core, upTo: number): Output<'notices.read'> {
  const { userId } = core.session.user()
  const hasRead = core.store.write((s) => markRead(s, userId, upTo, core.ports.clock.now()))
  if (hasRead) core.emit('notices.changed', {})
  return {}
}
