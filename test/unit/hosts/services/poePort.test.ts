import { describe, expect, it, onTestFinished } from 'vitest'
import { createPoe } from '../../../../src-main/hosts/services/poePort.ts'
import { findProduct } from '../../../../src-main/hosts/services/productPaths.ts'

describe('the catalogue of this version', () => {
  it('knows its own products and no others', async () => {
    const { port, stop } = createPoe(findProduct(), process.execPath)
    onTestFinished(stop)
    const known = await Promise.all(['m365.teams', 'm365.teams2', ''].map((id) => port.knowsProduct(id)))
    expect(known).toEqual([true, false, false])
  })
})
