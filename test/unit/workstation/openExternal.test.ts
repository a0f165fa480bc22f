import { describe, expect, it } from 'vitest'
import { startWorkstation } from '../../fakes/workstation.ts'

describe('a place outside', () => {
  it('is asked for by its name, and its address comes from the contract', async () => {
    const opened: string[] = []
    const openExternal = (address: string) => Promise.resolve(opened.push(address) === 1)
    const { call } = await startWorkstation({ openExternal })
    const ask = () => call('host.openExternal', { place: 'partnerCenterClaims' })
    expect([await ask(), await ask()]).toEqual([{ outcome: 'opened' }, { outcome: 'unavailable' }])
    expect(new Set(opened)).toEqual(
      new Set(['https://partner.microsoft.com/dashboard/incentives/claims/associations']),
    )
  })

  it('is refused where it is an address', async () => {
    const { workstation } = await startWorkstation()
    const reply = await workstation.dispatch('host.openExternal', { place: 'https://evil.example/' })
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad_request' } })
  })
})
