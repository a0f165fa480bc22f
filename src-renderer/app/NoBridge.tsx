import { IntlProvider } from 'react-intl'
import type { Locale } from '../../src-preload/contract/vocabulary/settingWords.ts'
import type { Catalogue } from '../format/messages.ts'
import { useText } from '../format/useText.ts'

/** The page was opened without its host: said plainly, since nothing can work. */
export function NoBridge({ locale, catalogue }: { readonly locale: Locale; readonly catalogue: Catalogue }) {
  return (
    <IntlProvider locale={locale} messages={catalogue}>
      <Words />
    </IntlProvider>
  )
}

function Words() {
  const say = useText()
  return (
    <main className="pd-plain" role="alert">
      <h1>{say('noBridge.title')}</h1>
      <p>{say('noBridge.text')}</p>
    </main>
  )
}
