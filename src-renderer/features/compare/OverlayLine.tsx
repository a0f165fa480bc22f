import { useIntl } from 'react-intl'
import { useCompareText } from './compareText.ts'
import type { OverlayState } from './pairedPanes.ts'
import css from './CompareView.module.css'

/** What the overlay shows, in words: who cannot see it knows whether to look further. */
export function OverlayLine({ overlay }: { readonly overlay: OverlayState }) {
  const say = useCompareText()
  const intl = useIntl()
  const percent = (share: number) =>
    intl.formatNumber(share, { style: 'percent', maximumSignificantDigits: 2 })
  return (
    <p className={css.overlayLine} role="status">
      {overlay.status === 'waiting' && say('compare.overlay.waiting', { page: overlay.page })}
      {overlay.status === 'none' && say('compare.overlay.none', { page: overlay.page })}
      {overlay.status === 'found' &&
        (overlay.places === 0
          ? say('compare.overlay.same', { page: overlay.page })
          : say('compare.overlay.found', { ...overlay, share: percent(overlay.share) }))}
      {overlay.status === 'found' && overlay.places > 0 && (
        <span className={css.legend}>{say('compare.overlay.legend')}</span>
      )}
    </p>
  )
}
