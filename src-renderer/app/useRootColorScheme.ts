import { useEffect } from 'react'

/** Tells the browser which look the window has: scrollbars, native fields and `light-dark()` follow it. */
export function useRootColorScheme(isDark: boolean): void {
  useEffect(() => {
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light'
  }, [isDark])
}
