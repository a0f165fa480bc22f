import { describe, expect, it } from 'vitest'
import { hubAddress } from '../../../../../src-main/hosts/cli/hub/hubAddress.ts'

const urlOf = (hub: string | undefined, env: Record<string, string> = {}) =>
  hubAddress({ hub }, env).url.origin

describe('the address of a hub', () => {
  it('is the flag, or the line that the hub printed, or the environment', () => {
    expect(urlOf('http://127.0.0.1:4100')).toBe('http://127.0.0.1:4100')
    expect(urlOf('{"url":"http://127.0.0.1:4100"}\n')).toBe('http://127.0.0.1:4100')
    expect(urlOf(undefined, { PROOFDESK_HUB: 'http://127.0.0.1:4200' })).toBe('http://127.0.0.1:4200')
    expect(urlOf('http://[::1]:1', { PROOFDESK_HUB: 'http://127.0.0.1:4200' })).toBe('http://[::1]:1')
  })

  it('of this machine is a number, as its hub wants it', () => {
    expect(urlOf('http://localhost:4100')).toBe('http://127.0.0.1:4100')
  })

  it('goes with who asks: the service of the other sides, or somebody else', () => {
    expect(hubAddress({ hub: 'https://hub.example' }, {}).userId).toBe('partner-center')
    expect(hubAddress({ hub: 'https://hub.example', as: 'me' }, {}).userId).toBe('me')
  })

  it.each([undefined, '', 'hub.example', 'ftp://hub.example', '{"address":1}', '{'])(
    '%j is refused with a word about it',
    (hub) => {
      expect(() => urlOf(hub)).toThrow(/hub/)
    },
  )
})
