import { describe, expect, it } from 'vitest'
import type { ElectronApi } from '../../../../src-main/hosts/electron/electronApi.ts'
import {
  offerTasks,
  quickTasks,
  taskIn,
  withoutTask,
} from '../../../../src-main/hosts/electron/quickTasks.ts'
import type { MenuTitle } from '../../../../src-preload/contract/host.ts'
import * as fake from '../../../fakes/electron/electron.ts'

// The fake holds each part to Electron's own type; as a whole it has less than Electron.
const electron = fake as unknown as ElectronApi

const command = (id: string, label: string) =>
  ({ kind: 'command', command: id, label, keys: null, isEnabled: true, isChosen: null }) as const
const MENU: MenuTitle[] = [
  {
    label: 'Vai',
    entries: [
      command('go.queue', 'Coda'),
      { kind: 'line' },
      { kind: 'group', label: 'Altro', entries: [command('go.arbitration', 'Arbitrati')] },
      command('claim.copySummary', 'Caixa Ribatejo'),
    ],
  },
]
const TASKS = quickTasks(MENU)

describe('what the sign of the program offers', () => {
  it('is a few fixed commands in the window’s language, and nothing of a claim', () => {
    expect(TASKS).toEqual([
      { command: 'go.queue', label: 'Coda' },
      { command: 'go.arbitration', label: 'Arbitrati' },
    ])
  })

  it('starts the packed program with one word on Windows, and nothing where it runs from its sources', () => {
    const windows = { platform: 'win32', execPath: 'C:\\Proofdesk.exe' } as const
    offerTasks(electron, TASKS, () => undefined, windows)
    expect(fake.record.userTasks).toEqual([])
    fake.app.isPackaged = true
    offerTasks(electron, TASKS, () => undefined, windows)
    fake.app.isPackaged = false
    expect(fake.record.userTasks).toMatchObject([
      { program: 'C:\\Proofdesk.exe', arguments: '--do=go.queue', title: 'Coda' },
      { program: 'C:\\Proofdesk.exe', arguments: '--do=go.arbitration', title: 'Arbitrati' },
    ])
  })

  it('hangs in the dock of macOS and tells the window which was chosen', () => {
    const chosen: string[] = []
    offerTasks(electron, TASKS, (id) => chosen.push(id), { platform: 'darwin', execPath: '/P' })
    const click = fake.record.dockMenu[1]?.click as (() => void) | undefined
    click?.()
    expect(chosen).toEqual(['go.arbitration'])
  })

  it('is the only thing that such a word can ask for', () => {
    expect(taskIn(['proofdesk', '--do=takeNext'])).toBe('takeNext')
    for (const word of ['--do=decide.approve', '--do=', '--do=go.queue;x', 'go.queue', '--DO=go.queue'])
      expect.soft(taskIn([word]), word).toBeNull()
    expect(withoutTask(['--do=anything', '--hub', 'none'])).toEqual(['--hub', 'none'])
  })
})
