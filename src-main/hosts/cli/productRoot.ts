import { findProduct } from '../services/productPaths.ts'

/** The product's folder, from the source as well as from the build. */
export function productRoot(): string {
  return findProduct(import.meta.url).root
}
