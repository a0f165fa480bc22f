import type { NoticeContent } from '../contract/vocabulary/noticeShape.ts'
import type { Say } from './say.ts'

/** A message as a heading and a sentence. */
export function noticeWords(
  content: NoticeContent,
  say: Say,
): { readonly title: string; readonly body: string } {
  if (content.kind === 'digest') {
    const first = content.crossings[0]
    const claims = content.counts.reduce((sum, one) => sum + one.claims, 0)
    const parts = content.counts
      .toReversed()
      .map((one) => say(`notices.crossed.${one.share}`, { count: one.claims }))
    const title =
      claims === 1 && first !== undefined
        ? say(`notices.one.${first.share}`, { claim: first.claimName })
        : say('notices.digest', { count: claims })
    return { title, body: parts.join(' · ') }
  }
  const { kind, claimName: claim, byName: name, reason } = content
  return { title: say(`notices.${kind}`, { claim, name }), body: reason }
}
