import { fold } from '../text/fold.ts'
import { CATALOGUE } from './catalogue.ts'

/** How much a name says about a product. */
export type NameStrength = 'name' | 'cased' | 'module' | 'weak' | 'suite' | 'on_premises'

export interface CatalogueName {
  readonly tokens: readonly string[]
  /** As in the catalogue, for names that need exact capitals. */
  readonly written: string
  readonly strength: NameStrength
  /** Null for suites. */
  readonly productId: string | null
}

/** Tokens for product names: "F&O" and "C++"-like signs part words, digits stay with their letters. */
export function productTokens(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '')
}

function entry(written: string, strength: NameStrength, productId: string | null): CatalogueName {
  return { tokens: productTokens(written), written, strength, productId }
}

/** "Dynamics 365 for Sales": until 2019 the modules were called so, and papers go on. */
const withFormer = (name: string): string[] => {
  const former = name.replace(/\b(Dynamics 365|D365) (?!for\b)/u, '$1 for ')
  return former === name ? [name] : [name, former]
}

const ALL: readonly CatalogueName[] = [
  ...CATALOGUE.products.flatMap(({ id, names, cased, modules, weak }) => [
    ...names.flatMap(withFormer).map((name) => entry(name, 'name', id)),
    ...cased.map((name) => entry(name, 'cased', id)),
    ...modules.map((name) => entry(name, 'module', id)),
    ...weak.map((name) => entry(name, 'weak', id)),
  ]),
  ...CATALOGUE.suites.map((name) => entry(name, 'suite', null)),
  ...CATALOGUE.onPremises.flatMap(({ productId, names }) =>
    names.map((name) => entry(name, 'on_premises', productId)),
  ),
]

/** First token → names that begin with it, longest first. */
export const NAMES_BY_FIRST_TOKEN: ReadonlyMap<string, readonly CatalogueName[]> = Map.groupBy(
  ALL.toSorted((a, b) => b.tokens.length - a.tokens.length),
  ({ tokens }) => tokens[0] ?? '',
)

/** Every word that stands in a product's name. */
export const PRODUCT_WORDS: readonly string[] = [...new Set(ALL.flatMap(({ tokens }) => tokens))]

/** Names for a claimed item that the catalogue does not know: as the claim writes it. */
export function namesOutsideCatalogue(name: string): CatalogueName {
  return entry(name, 'name', null)
}
