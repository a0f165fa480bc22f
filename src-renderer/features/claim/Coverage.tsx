import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { useText } from '../../format/useText.ts'
import { documentIdsByFile } from '../../stores/evidence.ts'
import { pageKey } from '../../stores/claimViewStore.ts'
import { useShared } from '../../stores/Stores.tsx'
import css from './Coverage.module.css'

/** Half a page counts as half seen, nine tenths as seen: margins need no look. */
const SEEN_SHARE = 0.9
const HALF_SHARE = 0.4
/** More pages than this are told in words alone. */
const MOST_BARS = 24

/** How much of the proof was in sight. Only documents whose pages were counted by the checker can be measured. */
export function Coverage({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const seen = useShared('claimView', (state) => state.seen)
  const shares = pagesOf(detail).map((key) => seen[key] ?? 0)
  if (shares.length === 0) return null
  const full = shares.filter((share) => share >= SEEN_SHARE).length
  return (
    <div className={css.coverage}>
      {shares.length <= MOST_BARS && (
        <ol aria-hidden="true">
          {shares.map((share, at) => (
            <li
              // Pages have no name of their own: their place in the row is their identity.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              className={share >= SEEN_SHARE ? css.seen : share >= HALF_SHARE ? css.half : css.unseen}
            />
          ))}
        </ol>
      )}
      <span className="pd-num">{say('coverage.label', { seen: full, all: shares.length })}</span>
    </div>
  )
}

function pagesOf(detail: ClaimDetail): string[] {
  const ids = documentIdsByFile(detail)
  return (detail.report?.documents ?? []).flatMap(({ file, pages }) => {
    const id = ids.get(file)
    return id === undefined || pages === null
      ? []
      : Array.from({ length: pages }, (_, at) => pageKey(id, at + 1))
  })
}
