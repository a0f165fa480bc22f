import { lazy, Suspense, useEffect, useState } from 'react'
import { QueuePage } from '../features/queue/QueuePage.tsx'
import type { QueueStore } from '../features/queue/queueStore.ts'
import { useText } from '../format/useText.ts'
import { valueOf } from '../stores/load.ts'
import { mayLookAgainOf, mayReadLogOf } from '../stores/sessionStore.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { UndoToast } from '../ui/UndoToast.tsx'
import { AppRail } from './AppRail.tsx'
import { EarlyField } from './palette/EarlyField.tsx'
import { usePalette } from './palette/usePalette.ts'
import { stepPane } from './panes.ts'
import type { Route } from './routes.ts'
import { StatusBar } from './StatusBar.tsx'
import { TitleBar } from './TitleBar.tsx'
import { useCommand } from './useCommand.ts'
import { useRecordFiles } from './useRecordFiles.ts'
import { LeadPlaces } from './LeadPlaces.tsx'
import { useIsTeamLead } from './useIsTeamLead.ts'
import { useRoute } from './useRoute.ts'
import css from './Shell.module.css'

const ClaimPage = lazy(async () => ({ default: (await import('./ClaimPage.tsx')).ClaimPage }))
const TraysPage = lazy(async () => ({ default: (await import('../features/sync/TraysPage.tsx')).TraysPage }))
const DisputesPage = lazy(async () => ({
  default: (await import('../features/disputes/DisputesPage.tsx')).DisputesPage,
}))
const CasePage = lazy(async () => ({ default: (await import('./CasePage.tsx')).CasePage }))
const AuditPage = lazy(async () => ({ default: (await import('../features/audit/AuditPage.tsx')).AuditPage }))
const RecordPage = lazy(async () => ({
  default: (await import('../features/record/RecordPage.tsx')).RecordPage,
}))
const LeadPage = lazy(async () => ({ default: (await import('../features/lead/LeadPage.tsx')).LeadPage }))
const PolicyPage = lazy(async () => ({
  default: (await import('../features/policy/PolicyPage.tsx')).PolicyPage,
}))
const QualityPage = lazy(async () => ({
  default: (await import('../features/quality/QualityPage.tsx')).QualityPage,
}))
const RecoveryNotice = lazy(async () => ({
  default: (await import('../features/sync/RecoveryNotice.tsx')).RecoveryNotice,
}))
const OfflineNotice = lazy(async () => ({
  default: (await import('../features/signIn/OfflineNotice.tsx')).OfflineNotice,
}))
const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/SettingsPage.tsx')).SettingsPage,
}))
const TeamPage = lazy(async () => ({ default: (await import('../features/lead/TeamPage.tsx')).TeamPage }))
const HelpPage = lazy(async () => ({ default: (await import('../features/help/HelpPage.tsx')).HelpPage }))
const WeeklyReport = lazy(async () => ({ default: (await import('./WeeklyReport.tsx')).WeeklyReport }))
const Palette = lazy(async () => ({ default: (await import('./palette/Palette.tsx')).Palette }))
const NativeMenu = lazy(async () => ({ default: (await import('./menu/NativeMenu.tsx')).NativeMenu }))
const Guide = lazy(async () => ({ default: (await import('./guide/Guide.tsx')).Guide }))
const ResetSample = lazy(async () => ({ default: (await import('./guide/ResetSample.tsx')).ResetSample }))
const KeySheet = lazy(async () => ({ default: (await import('./KeySheet.tsx')).KeySheet }))

export function Shell({ queue }: { readonly queue: QueueStore }) {
  const [route, go] = useRoute()
  const say = useText()
  const palette = usePalette()
  const [isSheetOpen, setSheetOpen] = useState(false)
  // Lent here: the sheet itself comes later than the first key that may ask for it.
  useCommand('keys', () => setSheetOpen(true))
  useShellCommands(go)
  const hasRecovered = useShared('sync', ({ sync }) => (valueOf(sync)?.recovery ?? null) !== null)
  const hasToSignIn = useShared('signIn', ({ signIn }) => (signIn?.person ?? null) !== null)
  const section = say(`page.${route.page}`)
  useEffect(() => {
    document.title = say('window.title', { section })
  }, [say, section])
  return (
    <div className={css.shell}>
      <TitleBar section={section} />
      <AppRail page={route.page} />
      <main className={css.main} aria-label={section}>
        <Suspense fallback={null}>
          {hasToSignIn && <OfflineNotice />}
          {hasRecovered && <RecoveryNotice />}
          <Guide />
          <WeeklyReport />
        </Suspense>
        <LeadPlaces page={route.page} />
        {/* By itself: no page waits for what stands above it, or its first keys would be lost. */}
        <Suspense fallback={null}>
          <Page route={route} go={go} queue={queue} />
        </Suspense>
      </main>
      <StatusBar />
      <UndoToast />
      {palette.isOpen && (
        <Suspense fallback={<EarlyField {...palette} />}>
          <Palette {...palette} go={go} />
        </Suspense>
      )}
      {isSheetOpen && (
        <Suspense fallback={null}>
          <KeySheet setOpen={setSheetOpen} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <NativeMenu />
        <ResetSample />
      </Suspense>
    </div>
  )
}

interface PageProps {
  readonly route: Route
  readonly go: (route: Route) => void
  readonly queue: QueueStore
}

function Page({ route, go, queue }: PageProps) {
  if (route.page === 'claim') return <ClaimPage claimId={route.claimId} go={go} />
  if (route.page === 'quality')
    return <QualityPage onOpenClaim={(claimId) => go({ page: 'claim', claimId })} />
  if (route.page === 'settings') return <SettingsPage />
  if (route.page === 'audit') return <AuditPage />
  if (route.page === 'record') return <RecordPage />
  if (route.page === 'team') return <TeamPage />
  if (route.page === 'policy') return <PolicyPage />
  if (route.page === 'help') return <HelpPage at={route.at} />
  if (route.page === 'arbitration') return <CasePage caseId={route.caseId ?? null} go={go} />
  if (route.page === 'lead') return <LeadPage go={go} />
  if (route.page === 'disputes') return <DisputesPage claimId={route.claimId ?? null} go={go} />
  if (route.page === 'trays') {
    const toReadiness = route.at === 'readiness'
    return <TraysPage toReadiness={toReadiness} onOpenClaim={(claimId) => go({ page: 'claim', claimId })} />
  }
  return (
    <QueuePage
      store={queue}
      wantedFilter={route.filter ?? null}
      onOpenClaim={(claimId) => go({ page: 'claim', claimId })}
    />
  )
}

function useShellCommands(go: (route: Route) => void): void {
  const { desk, sync, undo } = useStores()
  const lastClaim = useShared('openClaim', (state) => state.claimId)
  const isLead = useIsTeamLead()
  useCommand('go.lead', () => go({ page: 'lead' }), isLead)
  useCommand('go.policy', () => go({ page: 'policy' }), isLead)
  useCommand('go.queue', () => go({ page: 'queue' }))
  useCommand('go.arbitration', () => go({ page: 'arbitration' }))
  useCommand('go.disputes', () => go({ page: 'disputes' }))
  useCommand('go.team', () => go({ page: 'team' }), isLead)
  const mayLookAgain = useShared('session', mayLookAgainOf)
  useCommand('go.quality', () => go({ page: 'quality' }), mayLookAgain)
  useCommand('go.trays', () => go({ page: 'trays' }))
  useCommand(
    'go.claim',
    () => lastClaim !== null && go({ page: 'claim', claimId: lastClaim }),
    lastClaim !== null,
  )
  useCommand('go.readiness', () => go({ page: 'trays', at: 'readiness' }))
  useCommand('go.settings', () => go({ page: 'settings' }))
  useHelpCommands(go)
  const mayReadLog = useShared('session', mayReadLogOf)
  useCommand('go.audit', () => go({ page: 'audit' }), mayReadLog)
  useRecordFiles(go)
  useCommand('layout.reset', () => desk.getState().keep({ widths: {}, density: 'standard' }))
  useCommand('undo', () => void undo.getState().undo())
  useCommand('sync.now', () => {
    // The status bar shows the state of the connection; a core that is away says so there.
    sync
      .getState()
      .syncNow()
      .catch(() => undefined)
  })
  useCommand('pane.next', () => stepPane(document, 1))
  useCommand('pane.previous', () => stepPane(document, -1))
}

function useHelpCommands(go: (route: Route) => void): void {
  useCommand('help.judging', () => go({ page: 'help', at: 'judging' }))
  useCommand('help.partners', () => go({ page: 'help', at: 'partners' }))
  useCommand('help.resources', () => go({ page: 'help', at: 'resources' }))
  useCommand('help.guide', () => go({ page: 'help', at: 'guide' }))
  useCommand('help.about', () => go({ page: 'help', at: 'about' }))
}
