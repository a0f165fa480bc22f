import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { useIntl } from 'react-intl'
import type { ViewerFrameLink } from './useViewerFrame.ts'

const RIGHT_TO_LEFT = ['ar', 'he', 'fa', 'ur']
const forcedColors = window.matchMedia('(forced-colors: active)')

function onForcedColors(changed: () => void): () => void {
  forcedColors.addEventListener('change', changed)
  return () => forcedColors.removeEventListener('change', changed)
}

/** Tells the frame its language and colours, again whenever they change or the frame starts anew. */
export function useFrameAppearance(link: ViewerFrameLink, theme: 'light' | 'dark'): void {
  const intl = useIntl()
  const forced = useSyncExternalStore(onForcedColors, () => forcedColors.matches)

  const sendTheme = useEffectEvent(() => link.send({ type: 'theme', theme: forced ? 'forced' : theme }))
  const sendLocale = useEffectEvent(() => {
    // The frame fills these places itself, so they are handed on as they are.
    const template = (id: string, ...names: string[]): string =>
      intl.formatMessage({ id }, Object.fromEntries(names.map((name) => [name, `{${name}}`])))
    link.send({
      type: 'locale',
      language: intl.locale,
      direction: RIGHT_TO_LEFT.includes(intl.locale.slice(0, 2)) ? 'rtl' : 'ltr',
      strings: {
        document: template('viewer.frame.document', 'name'),
        page: template('viewer.frame.page', 'page', 'pages'),
        evidence: template('viewer.frame.evidence', 'number', 'label'),
        nearest: template('viewer.frame.nearest', 'number', 'label'),
        flag: template('viewer.frame.flag', 'label'),
      },
    })
  })
  useEffect(() => sendTheme(), [link.starts, theme, forced])
  useEffect(() => sendLocale(), [link.starts, intl])
}
