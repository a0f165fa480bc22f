import { FluentProvider } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { IntlProvider } from 'react-intl'
import type { Output } from '../../../src-preload/contract/index.ts'
import type { Locale } from '../../../src-preload/contract/vocabulary/settingWords.ts'
import { failureOf } from '../../bridge/bridgeError.ts'
import type { Client } from '../../bridge/client.ts'
import { type Catalogue, formatLocaleFor } from '../../format/messages.ts'
import { type Load, LOADING, ready } from '../../stores/load.ts'
import { useMedia } from '../../ui/useMedia.ts'
import { themeFor } from '../theme.ts'
import { useRootColorScheme } from '../useRootColorScheme.ts'
import { LockedPage } from './LockedPage.tsx'

interface LockedWindowProps {
  readonly locale: Locale
  readonly catalogue: Catalogue
  readonly client: Client
}

/** Instead of the whole window while the key of the profile cannot be had, and once the profile was wiped: language and theme are the system's, for the settings are in it. */
export function LockedWindow({ locale, catalogue, client }: LockedWindowProps) {
  const isDark = useMedia('(prefers-color-scheme: dark)')
  const isForced = useMedia('(forced-colors: active)')
  useRootColorScheme(isDark)
  const [load, setLoad] = useState<Load<Output<'vault.state'>>>(LOADING)
  useEffect(() => {
    client.call('vault.state', {}).then(
      (state) => setLoad(ready(state)),
      (thrown: unknown) => setLoad({ status: 'failed', error: failureOf(thrown) }),
    )
  }, [client])
  return (
    <IntlProvider
      locale={formatLocaleFor(locale, navigator.languages)}
      messages={{ ...catalogue }}
      defaultLocale="en"
    >
      <FluentProvider theme={themeFor({ isDark, isForced })}>
        <LockedPage client={client} load={load} reload={() => window.location.reload()} />
      </FluentProvider>
    </IntlProvider>
  )
}
