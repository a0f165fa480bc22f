import { useEffect, useRef } from 'react'
import { useStores } from '../../stores/Stores.tsx'
import { AS } from './menuTree.ts'
import { useIsNative } from './useIsNative.ts'
import { chooseInMenu, useMenuTree } from './useMenuTree.ts'

/** A screen that changes lends and takes back many commands in one go: the system hears of the last state alone. */
const SETTLED_MS = 100

/** Keeps the menu bar of the system as the window is. Elsewhere it is nothing. */
export function NativeMenu() {
  return useIsNative() === true ? <Shown /> : null
}

function Shown() {
  const stores = useStores()
  const titles = useMenuTree(true)
  const last = useRef('')
  useEffect(() => {
    const timer = setTimeout(() => {
      const text = JSON.stringify(titles)
      if (text === last.current) return
      last.current = text
      stores.client.call('host.showMenu', { titles: [...titles] }).catch(() => {
        // The old menu still works; the next change tries again.
        last.current = ''
      })
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [stores, titles])
  useEffect(
    () =>
      // The commands of the registry reach it without this: they are bound before anything is painted.
      stores.client.events.on('menu.command', ({ command }) => {
        if (command.startsWith(AS)) chooseInMenu(stores, command)
      }),
    [stores],
  )
  return null
}
