import { useEffect } from 'react'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { Input } from '../../../../src-preload/contract/index.ts'
import { type ActDraft, draftKey, type StripAct, type TextGuard } from '../../../stores/claimViewStore.ts'
import { shownVerdict } from '../../../stores/shownVerdict.ts'
import { useShared, useStores } from '../../../stores/Stores.tsx'

/** So long nothing may be typed before the core is asked. */
const QUIET_MS = 250

/** Has the core look at what is written, whenever the writing or what it is held against has changed. */
export function useTextGuard(act: StripAct, detail: ClaimDetail, draft: ActDraft): void {
  const { client, claimView } = useStores()
  const asked = askedOf(act, detail, draft)
  const key =
    asked === null ? '' : JSON.stringify([asked, detail.claim.revision, detail.criteria.map(shownVerdict)])
  useEffect(() => {
    if (key === '') return
    const [input] = JSON.parse(key) as [Input<'claims.guardText'>] // written above
    let isWanted = true
    const timer = setTimeout(() => {
      client.call('claims.guardText', input).then(
        (found) => isWanted && claimView.getState().setGuard({ text: input.text, act: input.act, ...found }),
        // Asked again by the act itself, which then says why it is refused.
        () => undefined,
      )
    }, QUIET_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [client, claimView, key])
}

function askedOf(act: StripAct, detail: ClaimDetail, draft: ActDraft): Input<'claims.guardText'> | null {
  if (act === 'reopen') return null
  const { reasons, items, note, text } = draft
  return {
    claimId: detail.claim.form.claimId,
    act,
    reasons: [...reasons],
    items: [...items],
    note: act === 'reject' ? note : '',
    text,
  }
}

/** What the core said of the text as it stands now; null = nothing yet. Places of another text would point at other words. */
export function useGuarded(act: StripAct, { text }: ActDraft): TextGuard | null {
  return useShared('claimView', ({ guard }) =>
    guard !== null && guard.act === act && guard.text === text ? guard : null,
  )
}

/** A repetition is confirmed for these reasons and not for others that are chosen later. */
export function repeatKey(act: StripAct, detail: ClaimDetail, guard: TextGuard | null): string | null {
  const repeated = guard?.repeated ?? null
  if (repeated === null) return null
  return `${draftKey(detail.claim.form.claimId, act)} ${repeated.askedAt} ${repeated.reasons.join(' ')}`
}
