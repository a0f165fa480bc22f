import { useText } from '../../format/useText.ts'
import type { PaletteState } from './usePalette.ts'
import css from './EarlyField.module.css'

/**
 * Stands in until the palette's chunk is there: whoever types on after its key writes here, and sets off no command of the page.
 */
export function EarlyField({ early, typeEarly, close }: PaletteState) {
  const say = useText()
  return (
    <div role="dialog" aria-label={say('command.palette')} className={css.early}>
      <input
        autoFocus
        value={early}
        aria-label={say('palette.label')}
        onChange={(event) => typeEarly(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      />
    </div>
  )
}
