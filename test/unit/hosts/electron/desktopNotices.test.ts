import { expect, it } from 'vitest'
import { desktopNotices } from '../../../../src-main/hosts/electron/desktopNotices.ts'
import type { ElectronApi } from '../../../../src-main/hosts/electron/electronApi.ts'
import * as fake from '../../../fakes/electron/electron.ts'

// The fake holds each part to Electron's own type; as a whole it has less than Electron.
const electron = fake as unknown as ElectronApi

it('shows a message of the desktop, and whoever follows it has the window in front and the messages open', () => {
  const done: string[] = []
  const notify = desktopNotices(electron, () => done.push('window'))
  notify({ title: 'Overdue: Teams rollout', body: '1 claim overdue' }, () => done.push('messages'))
  const shown = fake.record.notices.at(-1)
  expect(shown?.options).toEqual({ title: 'Overdue: Teams rollout', body: '1 claim overdue' })
  shown?.emit('click')
  expect(done).toEqual(['window', 'messages'])
})

it('shows nothing where the desktop has no messages', () => {
  const before = fake.record.notices.length
  fake.record.hasNotices = false
  desktopNotices(electron, () => undefined)({ title: 'A', body: 'B' }, () => undefined)
  fake.record.hasNotices = true
  expect(fake.record.notices).toHaveLength(before)
})
