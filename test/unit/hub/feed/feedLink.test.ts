import { fc } from '../../../builders/hub/property.ts'
import { describe, expect, it } from 'vitest'
import { type FeedPosition, linkOf, positionOf } from '../../../../src-main/hub/feed/feedLink.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'

const position: FeedPosition = {
  epoch: '094c248c-b01f-43d8-a82e-b199681687f4',
  from: '762',
  scope: '',
  round: {
    upTo: '900',
    xid: '801',
    tenantId: '11111111-1111-4111-8111-111111111111',
    itemId: ClaimId.parse('C 1/ü'),
  },
}

const tokenOf = (link: string): string => {
  const { searchParams } = new URL(link, 'http://hub.example')
  return searchParams.get('$skiptoken') ?? searchParams.get('$deltatoken') ?? ''
}

describe('a link of the feed', () => {
  it('leads back to the position that it was made of', () => {
    expect(positionOf(tokenOf(linkOf(position, 20)))).toEqual(position)
    const between = { ...position, round: null }
    expect(positionOf(tokenOf(linkOf(between, 20)))).toEqual(between)
  })

  it('is named by where it leads and keeps the page size', () => {
    expect(linkOf(position, 20)).toMatch(/^\/v1\.0\/claims\/delta\?\$skiptoken=[\w.-]+&\$top=20$/)
    expect(linkOf({ ...position, round: null }, 7)).toMatch(/\?\$deltatoken=[\w.-]+&\$top=7$/)
  })

  it('leads nowhere once a character is changed', () => {
    const token = tokenOf(linkOf(position, 20))
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.constantFrom('a', 'Z', '0', '-', '_', '.'),
        (place, letter) => {
          const mangled = token.slice(0, place) + letter + token.slice(place + 1)
          return mangled === token || positionOf(mangled) === null
        },
      ),
    )
  })

  it('leads nowhere when it is something else', () => {
    fc.assert(fc.property(fc.string(), (text) => positionOf(text) === null))
  })
})
