import type { ReferenceLookup } from './referenceLookup.ts'

const away = (): Promise<never> => Promise.reject(new Error('This hub has nobody to look things up with'))

/** The look-up of a hub that has none: every fact is left out, and the rules say that nothing could be looked up. */
export const noLookup: ReferenceLookup = {
  partner: away,
  subscriptions: away,
  subscription: away,
  domain: away,
}
