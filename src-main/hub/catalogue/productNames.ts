import { z } from 'zod'
import type { ProductNames } from '../../domain/intake/itemRules.ts'
import { readCheckedFile } from '../policy/checkedFile.ts'

/** What the hub reads of the catalogue: which products there are, and what they are called. */
const Products = z.object({
  products: z.array(z.object({ id: z.string().min(1).max(64), name: z.string().min(1).max(255) })).min(1),
})

/** Rejects, naming the file, when it is missing or no catalogue. */
export async function readProductNames(file: string): Promise<ProductNames> {
  const { products } = await readCheckedFile(file, Products)
  return new Map(products.map(({ id, name }) => [id, name]))
}
