import { useShared } from '../stores/Stores.tsx'
import { useMedia } from '../ui/useMedia.ts'

/** Light or dark, as wished or as the system has it. */
export function useThemeName(): 'light' | 'dark' {
  const wished = useShared('settings', (state) => state.settings.theme)
  const systemIsDark = useMedia('(prefers-color-scheme: dark)')
  if (wished !== 'system') return wished
  return systemIsDark ? 'dark' : 'light'
}
