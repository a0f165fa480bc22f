import { spellingOf } from '../../../../src-preload/contract/vocabulary/statusNames.ts'
import { CATALOGUE, type CatalogueProduct } from '../../../poe/criteria/products/catalogue.ts'
import type { Read } from './cellValues.ts'

/** The surest names first: a name that one product has as its own means that one. */
const TIERS: readonly ((product: CatalogueProduct) => readonly string[])[] = [
  ({ id }) => [id],
  ({ name }) => [name],
  ({ names, cased }) => [...names, ...cased],
  ({ modules }) => modules,
]

const INDEX: readonly ReadonlyMap<string, readonly string[]>[] = TIERS.map((namesOf) => {
  const pairs = CATALOGUE.products.flatMap((product) =>
    namesOf(product).map((name) => ({ spelling: spellingOf(name), id: product.id })),
  )
  const groups = Map.groupBy(pairs, ({ spelling }) => spelling)
  return new Map([...groups].map(([spelling, all]) => [spelling, [...new Set(all.map(({ id }) => id))]]))
})

/** The form of a catalogue's id: one that is newer than this catalogue goes on to the hub, which says so. */
const ID = /^(m365|ba|pp)\.[a-z0-9.]+$/i

/** The catalogue's id of a product that is named by its id or by any of its names. */
export function productNamed(said: string): Read<string> {
  const spelling = spellingOf(said)
  const ids = INDEX.map((names) => names.get(spelling)).find((found) => found !== undefined) ?? []
  const [id] = ids
  if (id !== undefined && ids.length === 1) return { value: id }
  if (ID.test(said)) return { value: said.toLowerCase() }
  const name = `"${said.slice(0, 80)}"`
  return {
    problem:
      ids.length > 1
        ? `${name} may be any of ${ids.join(', ')}; give the id.`
        : `${name} is no product or workload of the catalogue.`,
  }
}
