import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BadFlags } from '../../../../../src-main/hosts/services/badFlags.ts'
import { parseStartFlags } from '../../../../../src-main/hosts/services/hostFlags.ts'
import {
  managedFile,
  readManagedSettings,
} from '../../../../../src-main/hosts/services/signIn/managedSettings.ts'
import { aTempFolder } from '../../../../builders/tempFolder.ts'

const SETTINGS = {
  hub: 'https://hub.contoso.example',
  authority: 'https://login.microsoftonline.com/0d5c4ac7-42b9-4a5c-9b0f-6a2f6b0f2a11',
  clientId: '7b2e1a34-0d0e-4a8f-8d66-0a4bb9f5f9a1',
  scope: 'api://proofdesk-hub/.default',
}

function aFile(text: string): string {
  const file = join(aTempFolder(), 'settings.json')
  writeFileSync(file, text)
  return file
}

describe('what whoever manages a machine has set', () => {
  it('lies where only an administrator writes', () => {
    expect(managedFile('linux', {})).toBe('/etc/proofdesk/settings.json')
    expect(managedFile('darwin', {})).toBe('/Library/Application Support/Proofdesk/settings.json')
    expect(managedFile('win32', { ProgramData: 'D:\\Shared' })).toContain('D:\\Shared')
  })

  it('is hub and directory of every start', () => {
    const managed = readManagedSettings(aFile(JSON.stringify(SETTINGS)))
    expect(parseStartFlags(['--no-open'], managed)).toMatchObject({
      hub: new URL(SETTINGS.hub),
      directory: {
        authority: new URL(SETTINGS.authority),
        clientId: SETTINGS.clientId,
        scope: SETTINGS.scope,
      },
      opensWindow: false,
    })
  })

  it.each([
    ['--hub', 'https://elsewhere.example'],
    ['--hub', 'none'],
    ['--authority', 'https://elsewhere.example'],
    ['--client-id', 'another'],
    ['--scope', 'another'],
    ['--code', 'ABCD-EFGH-JKLM'],
  ])('is not changed by %s', (...flag) => {
    expect(() => parseStartFlags(flag, SETTINGS)).toThrow(BadFlags)
  })

  it('is nothing where there is no file, and stops the start where the file cannot be understood', () => {
    expect(readManagedSettings(join(aTempFolder(), 'none.json'))).toBeNull()
    const { scope, ...part } = SETTINGS
    const strange = ['', '[]', JSON.stringify(part), JSON.stringify({ ...SETTINGS, more: scope })]
    for (const text of strange) expect(() => readManagedSettings(aFile(text))).toThrow(BadFlags)
    const folder = join(aTempFolder(), 'settings.json')
    mkdirSync(folder)
    expect(() => readManagedSettings(folder)).toThrow(BadFlags)
  })

  it('is held to the same as flags are', () => {
    expect(() => parseStartFlags([], { ...SETTINGS, authority: 'http://directory.example' })).toThrow(
      BadFlags,
    )
    expect(() => parseStartFlags([], { ...SETTINGS, hub: 'none' })).toThrow(BadFlags)
  })
})
