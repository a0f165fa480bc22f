import { Dialog, DialogSurface } from '@fluentui/react-components'
import { useText } from '../../format/useText.ts'
import { useStores } from '../../stores/Stores.tsx'
import type { Route } from '../routes.ts'
import { PaletteBox } from './PaletteBox.tsx'
import type { PaletteEntry } from './paletteEntries.ts'
import type { PaletteState } from './usePalette.ts'
import css from './Palette.module.css'

const MOST_RECENT = 12

/** Everything by its name: commands, places, claims and views, with the keys that do the same. */
export function Palette({
  isOpen,
  early,
  close,
  go,
}: PaletteState & { readonly go: (route: Route) => void }) {
  const say = useText()
  const { commands, desk, filter } = useStores()
  const act = ({ key, target }: PaletteEntry) => {
    const { recent } = desk.getState().desk
    desk.getState().keep({ recent: [key, ...recent.filter((each) => each !== key)].slice(0, MOST_RECENT) })
    if (target.kind === 'claim') return go({ page: 'claim', claimId: target.claim.claimId })
    if (target.kind === 'command') return void commands.getState().run(target.command.id)
    filter.getState().setText(target.query)
    go({ page: 'queue', filter: target.query })
  }
  const run = (entry: PaletteEntry) => {
    close()
    // The dialog leaves the page with the next frame, and with it what makes the rest of the page inert.
    requestAnimationFrame(() => requestAnimationFrame(() => act(entry)))
  }
  return (
    <Dialog open={isOpen} onOpenChange={(_, data) => !data.open && close()}>
      <DialogSurface className={`${css.palette}`} aria-label={say('command.palette')}>
        {isOpen && <PaletteBox first={early} onRun={run} />}
      </DialogSurface>
    </Dialog>
  )
}
