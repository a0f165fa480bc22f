import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openInSystemBrowser } from '../../../../src-main/hosts/services/systemBrowser.ts'
import { EXTERNAL_PLACES } from '../../../../src-preload/contract/vocabulary/externalPlaces.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const ADDRESS = EXTERNAL_PLACES.partnerCenterClaims

/** A Linux machine whose opener is this script. */
function aMachine(script: string | null, display = ':1') {
  const folder = aTempFolder()
  if (script !== null) {
    writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, 'xdg-open'), 0o700)
  }
  const told = join(folder, 'told')
  return { platform: 'linux', env: { PATH: folder, DISPLAY: display, TOLD: told }, told } as const
}

describe('the way to the system’s own browser', () => {
  it('gives the opener the address as one word', async () => {
    const machine = aMachine('printf "%s|" "$#" "$1" > "$TOLD"')
    expect(await openInSystemBrowser(ADDRESS, machine)).toBe(true)
    expect(readFileSync(machine.told, 'utf8')).toBe(`1|${ADDRESS}|`)
  })

  it('says so where no browser can be started', async () => {
    expect(await openInSystemBrowser(ADDRESS, aMachine('exit 3'))).toBe(false)
    expect(await openInSystemBrowser(ADDRESS, aMachine(null))).toBe(false)
  })

  it('starts nothing where nobody could see it', async () => {
    const machine = aMachine('touch "$TOLD"', '')
    expect(await openInSystemBrowser(ADDRESS, machine)).toBe(false)
    expect(existsSync(machine.told)).toBe(false)
  })
})

describe('the places outside', () => {
  it('are Microsoft’s own, over https', () => {
    for (const address of Object.values(EXTERNAL_PLACES)) {
      const { protocol, hostname, username, port } = new URL(address)
      expect([protocol, username, port]).toEqual(['https:', '', ''])
      expect(hostname).toMatch(/^(aka\.ms|[a-z]+\.microsoft\.com)$/)
    }
  })
})
