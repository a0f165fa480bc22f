/** Kinds of work that some products share; a product is told of in lines of its own group or of `any`. */
export const GROUPS = ['any', 'mail', 'collab', 'devices', 'business'] as const
export type Group = (typeof GROUPS)[number]

export interface Firm {
  /** As the claim has it. */
  readonly claimed: string
  /** Other ways in which papers of the country write the same company. */
  readonly written: readonly string[]
  readonly short: string
  readonly domain: string
  /** A company of the same group that is not this one. */
  readonly sister: string
}

/**
 * How papers of one language say things; every sentence is ours. `{C}` customer, `{P}` partner, `{X}` product, `{O}` another company,
 * `{S}` the product's twin on own servers, `{N}` a number.
 */
export interface Tongue {
  readonly language: string
  readonly country: string
  readonly customer: Firm
  readonly partner: Firm
  readonly otherCustomer: string
  readonly otherPartner: string
  readonly titles: {
    readonly work: readonly string[]
    readonly report: readonly string[]
    readonly letter: string
    readonly changeOrder: string
    readonly purchaseOrder: string
    readonly invoice: readonly string[]
    readonly quote: readonly string[]
    readonly licences: readonly string[]
    readonly brochure: string
  }
  readonly intros: readonly string[]
  /** Name both and then speak of them by their parts. */
  readonly defined: readonly (readonly string[])[]
  /** Name the customer by its mail address or tenant; `{c}` `{p}` are the short names. */
  readonly contacts: string
  readonly tenant: string
  readonly scope: readonly string[]
  readonly work: Readonly<Record<Group, readonly (readonly string[])[]>>
  /** Told with the words of `defined`, without a company's name. */
  readonly definedWork: readonly (readonly string[])[]
  readonly rows: { readonly head: readonly string[]; readonly lines: readonly (readonly string[])[] }
  readonly presales: readonly (readonly string[])[]
  readonly revenue: readonly (readonly string[])[]
  readonly plans: readonly (readonly string[])[]
  readonly vague: readonly string[]
  /** Sounds like services and says nothing. */
  readonly hollow: readonly (readonly string[])[]
  readonly annexOnly: readonly string[]
  readonly terms: readonly string[]
  /** Words of work in clauses that tell of none. */
  readonly smallPrint?: readonly string[]
  readonly excluded: readonly string[]
  readonly excludedHeads: readonly string[]
  /** Work on what is none of Microsoft's. */
  readonly foreignWork: readonly (readonly string[])[]
  /** Another company does the work, the partner something else. */
  readonly byOthers: readonly (readonly string[])[]
  readonly onServers: readonly (readonly string[])[]
  readonly fromServers: readonly string[]
  readonly licenceLines: readonly string[]
  readonly tickHeads: readonly string[]
  readonly template: readonly string[]
  readonly brochure: readonly string[]
  readonly unrelated: readonly string[]
  readonly frame: readonly string[]
  readonly invoiceLines: readonly string[]
  readonly mail: { readonly greeting: string; readonly confirm: readonly string[]; readonly close: string }
  readonly productNames: Readonly<Record<string, readonly string[]>>
}
