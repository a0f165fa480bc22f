import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lastStart, rememberStart } from '../../../../src-main/hosts/electron/lastStart.ts'
import { parseStartFlags } from '../../../../src-main/hosts/services/hostFlags.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const aFile = () => join(aTempFolder(), 'proofdesk', 'last-start.json')
const DIRECTORY = [
  '--authority',
  'https://login.example/t/v2.0',
  '--client-id',
  'proofdesk',
  '--scope',
  'api://hub/.default',
]
const TEAM = ['--hub', 'https://hub.example/', ...DIRECTORY]

describe('the last start', () => {
  it.each([
    ['no words at all', []],
    ['a hub and a directory', TEAM],
    ['no hub, and another person', ['--hub', 'none', '--as', 'team-lead']],
  ])('is found again as it was: %s', (_, words) => {
    const file = aFile()
    const flags = parseStartFlags(words)
    rememberStart(flags, file)
    expect(lastStart(null, file)).toEqual(flags)
  })

  it('keeps where a folder lies from wherever the next start comes', () => {
    const file = aFile()
    rememberStart(parseStartFlags(['--data-dir', 'claims']), file)
    expect(lastStart(null, file)?.dataDir).toBe(resolve('claims'))
  })

  it('keeps no code, no link and nothing of a single start, for the eyes of its owner alone', () => {
    const file = aFile()
    const once = ['--code', 'abcd-efgh-1234', '--open', 'cpor://claim/43176973', '--json', '--port', '4100']
    rememberStart(parseStartFlags(['--hub', 'https://hub.example/', ...once]), file)
    expect(readFileSync(file, 'utf8')).not.toMatch(/abcd|cpor|4100|json/)
    expect(lastStart(null, file)).toMatchObject({ code: null, opens: null, json: false, port: 0 })
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('gives way to what whoever manages the machine has set since', () => {
    const file = aFile()
    rememberStart(parseStartFlags([...TEAM, '--data-dir', '/claims']), file)
    const managed = {
      hub: 'https://house.example/',
      authority: 'https://house.example/t',
      clientId: 'desk',
      scope: 'api://house/.default',
    }
    const flags = lastStart(managed, file)
    expect(flags).toEqual(parseStartFlags(['--data-dir', '/claims'], managed))
    expect(String(flags?.hub)).toBe('https://house.example/')
  })

  it.each([
    ['nothing', null],
    ['no JSON', 'x'],
    ['another shape', '{"dataDir":null}'],
    ['a hub in the clear', '{"dataDir":null,"hub":"http://evil.tld/","as":"reviewer","directory":null}'],
    ['another flag', '{"dataDir":null,"hub":"none","as":"reviewer","directory":null,"code":"abcdefgh"}'],
    ['a role that is none', '{"dataDir":null,"hub":"none","as":"reviewer --hub=x","directory":null}'],
  ])('is none where its file holds %s', (_, text) => {
    const file = join(aTempFolder(), 'last-start.json')
    if (text !== null) writeFileSync(file, text)
    expect(lastStart(null, file)).toBeNull()
  })
})
