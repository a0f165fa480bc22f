import { z } from 'zod'
import data from '../../../../resources/catalogue/products.json' with { type: 'json' }

const Names = z.array(z.string().min(2))

const Product = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Enough alone, whatever the case. */
  names: Names.min(1),
  /** Enough with exact capitals, where Microsoft is spoken of. */
  cased: Names,
  /** Enough after "Dynamics 365" in the same passage. */
  modules: Names,
  /** Features and short words that several products share. */
  weak: Names,
})

export const Catalogue = z.object({
  version: z.int().min(1),
  products: z.array(Product),
  /** Packages of many products; alone they show none. */
  suites: Names,
  /** Server products which a claim for the cloud twin does not cover. */
  onPremises: z.array(z.object({ productId: z.string().min(1), names: Names })),
})
export type Catalogue = z.infer<typeof Catalogue>
export type CatalogueProduct = z.infer<typeof Product>

/** The product's own list, checked once when the checks load. */
export const CATALOGUE: Catalogue = Catalogue.parse(data)

export function findProduct(productId: string): CatalogueProduct | undefined {
  return CATALOGUE.products.find(({ id }) => id === productId)
}
