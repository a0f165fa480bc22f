import { AriaLiveAnnouncer, FluentProvider } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { IntlProvider } from 'react-intl'
import type { QueueStore } from '../features/queue/queueStore.ts'
import type { Locale } from '../../src-preload/contract/vocabulary/settingWords.ts'
import { type Catalogue, formatLocaleFor, loadCatalogue, localeFor } from '../format/messages.ts'
import { flushOnLeaving } from '../stores/keptDraftStore.ts'
import { type Stores, StoresProvider, useShared } from '../stores/Stores.tsx'
import { useMedia } from '../ui/useMedia.ts'
import { bindCommandKeys } from './commandKeys.ts'
import { isCommandId } from './commands.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { hashOf } from './routes.ts'
import { Shell } from './Shell.tsx'
import { useKeyWishes } from './keys/useKeys.ts'
import { themeFor } from './theme.ts'
import { useRootColorScheme } from './useRootColorScheme.ts'
import { useThemeName } from './useThemeName.ts'

const SignInPage = lazy(async () => ({
  default: (await import('../features/signIn/SignInPage.tsx')).SignInPage,
}))

interface AppProps {
  readonly stores: Stores
  readonly queue: QueueStore
  /** Loaded before the first paint, so that no other language shows for a moment. */
  readonly first: Language
}

interface Language {
  readonly locale: Locale
  readonly catalogue: Catalogue
}

export function App({ stores, queue, first }: AppProps) {
  return (
    <StoresProvider stores={stores}>
      <Languages first={first}>
        <Themes>
          <ErrorBoundary>
            <AriaLiveAnnouncer>
              <Window stores={stores} queue={queue} />
            </AriaLiveAnnouncer>
          </ErrorBoundary>
        </Themes>
      </Languages>
    </StoresProvider>
  )
}

/** Nothing of the shell is made while nobody is signed in. */
function Window({ stores, queue }: Pick<AppProps, 'stores' | 'queue'>) {
  const isSignedOut = useShared('signIn', ({ signIn }) => signIn?.is === 'signed_out')
  if (isSignedOut)
    return (
      <Suspense fallback={null}>
        <SignInPage />
      </Suspense>
    )
  return (
    <>
      <Keys stores={stores} />
      <Shell queue={queue} />
    </>
  )
}

function Languages({ first, children }: { readonly first: Language; readonly children: React.ReactNode }) {
  const wished = useShared('settings', (state) => state.settings.locale)
  const [language, setLanguage] = useState(first)
  const locale = localeFor(wished, navigator.languages)
  useEffect(() => {
    if (locale === language.locale) return
    let isWanted = true
    loadCatalogue(locale).then(
      (catalogue) => isWanted && setLanguage({ locale, catalogue }),
      // The chunk could not be read: the window stays in the language it has.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [locale, language.locale])
  const tag = formatLocaleFor(language.locale, navigator.languages)
  useEffect(() => {
    document.documentElement.lang = tag
  }, [tag])
  return (
    <IntlProvider locale={tag} messages={{ ...language.catalogue }} defaultLocale="en">
      {children}
    </IntlProvider>
  )
}

function Themes({ children }: { readonly children: React.ReactNode }) {
  const isDark = useThemeName() === 'dark'
  const isForced = useMedia('(forced-colors: active)')
  const theme = useMemo(() => themeFor({ isDark, isForced }), [isDark, isForced])
  useRootColorScheme(isDark)
  return <FluentProvider theme={theme}>{children}</FluentProvider>
}

/** Keys of the keyboard and entries of the shell's menu reach the same commands. */
function Keys({ stores }: { readonly stores: Stores }) {
  // Before anything is painted: whoever sees the screen may press its keys.
  const wishes = useKeyWishes()
  useLayoutEffect(() => bindCommandKeys(window, stores.commands, wishes), [stores, wishes])
  useEffect(
    () =>
      flushOnLeaving(window, [
        stores.keptDrafts,
        stores.caseDecision,
        stores.desk,
        { getState: () => stores.seenPapers },
      ]),
    [stores],
  )
  useEffect(
    () =>
      stores.client.events.on('menu.command', ({ command }) => {
        if (isCommandId(command)) stores.commands.getState().run(command)
      }),
    [stores],
  )
  useEffect(
    () =>
      stores.client.events.on('link.followed', ({ claimId }) => {
        window.location.hash = hashOf({ page: 'claim', claimId })
      }),
    [stores],
  )
  return null
}
