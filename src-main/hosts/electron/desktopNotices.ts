import type { Notification as DesktopNotification } from 'electron'
import type { WorkstationPorts } from '../../workstation/ports.ts'
import type { ElectronApi } from './electronApi.ts'

/** Messages of the desktop. Whoever follows one has the window in front of them. */
export function desktopNotices(
  { Notification }: Pick<ElectronApi, 'Notification'>,
  bringForward: () => void,
): NonNullable<WorkstationPorts['notify']> {
  /** One that nobody refers to is collected, and its click with it. */
  const shown = new Set<DesktopNotification>()
  return ({ title, body }, onOpen) => {
    if (!Notification.isSupported()) return
    const notice = new Notification({ title, body })
    shown.add(notice)
    const isOver = () => void shown.delete(notice)
    notice.on('click', () => {
      isOver()
      bringForward()
      onOpen()
    })
    notice.on('close', isOver)
    notice.on('failed', isOver)
    notice.show()
  }
}
