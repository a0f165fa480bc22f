import type { AuthenticationResult, PublicClientApplication } from '@azure/msal-node'
import { z } from 'zod'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { successPage, troublePage } from './browserPages.ts'

/** The directory that people sign in at, and what this program is called there. */
export interface DirectorySettings {
  readonly authority: URL
  readonly clientId: string
  /** What the hub is asked for with, in full: `api://…/.default`. */
  readonly scope: string
}

export const Person = z.object({
  userId: UserId,
  name: z.string().min(1).max(255),
  account: z.string().max(255),
})
export type Person = z.infer<typeof Person>

/** What the directory gave. The token is for the hub alone. */
export interface Grant {
  readonly person: Person
  /** How the directory’s library calls the person. */
  readonly accountId: string
  readonly token: string
  /** The directory was asked, and did not only have its older word repeated. */
  readonly isFresh: boolean
}

/** The directory was asked and gave nothing. `code` is one of the protocol’s own words, never more of its answer. */
export class NoGrant extends Error {
  override readonly name = 'NoGrant'
  /** `ask_person`: nothing helps but signing in. `unreachable`: later may help. */
  readonly why: 'ask_person' | 'unreachable' | 'refused'

  constructor(why: NoGrant['why'], code: string) {
    super(`The directory gave no token: ${code}.`)
    this.why = why
  }
}

export interface DirectoryClient {
  /**
   * Asks the person: code flow with PKCE and state, the answer to a port of this machine that is open for one answer.
   * @param hint whom to propose; null = whoever sits here chooses, whatever the browser remembers.
   * @throws NoGrant, or what `openBrowser` threw.
   */
  ask(openBrowser: (address: string) => Promise<void>, hint: string | null): Promise<Grant>
  /** Without the person. @param isRefused the hub did not take the last token. @throws NoGrant */
  renew(accountId: string, isRefused: boolean): Promise<Grant>
  /** All tokens, to be sealed. */
  tokens(): string
}

/** Entra ID names its tenants otherwise than OpenID Connect would; MSAL has to be told which of the two it talks to. */
const isEntra = ({ hostname }: URL): boolean =>
  /\.microsoftonline\.(com|us)$|\.partner\.microsoftonline\.cn$/.test(hostname)

/** @param tokens as they were sealed; null = none. */
export async function openDirectory(
  settings: DirectorySettings,
  tokens: string | null,
): Promise<DirectoryClient> {
  // A megabyte that only a sign-in or a renewal needs.
  const msal = await import('@azure/msal-node')
  const application = new msal.PublicClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: settings.authority.href,
      // A directory that Microsoft's list of clouds does not name is known because whoever set up this machine named it.
      ...(isEntra(settings.authority) ? {} : { knownAuthorities: [settings.authority.host] }),
    },
    system: { protocolMode: isEntra(settings.authority) ? 'AAD' : 'OIDC' },
  })
  if (tokens !== null) application.getTokenCache().deserialize(tokens)
  const scopes = [settings.scope]
  return {
    ask: (openBrowser, hint) =>
      application
        .acquireTokenInteractive({
          scopes,
          openBrowser,
          successTemplate: successPage,
          errorTemplate: troublePage,
          ...promptOf(settings.authority, hint),
        })
        .then(grantOf, refuse),
    renew: (accountId, isRefused) =>
      silently(application, accountId, { scopes, forceRefresh: isRefused }).then(grantOf, refuse),
    tokens: () => application.getTokenCache().serialize(),
  }
}

/**
 * Without a hint whoever sits here is asked who they are, whatever the browser remembers. By OpenID Connect Core §11 a directory keeps
 * nobody signed in who was not asked for it; Entra ID asks once by itself.
 */
function promptOf(authority: URL, hint: string | null): { prompt?: string; loginHint?: string } {
  if (hint !== null) return isEntra(authority) ? { loginHint: hint } : { loginHint: hint, prompt: 'consent' }
  return { prompt: isEntra(authority) ? 'select_account' : 'login consent' }
}

async function silently(
  application: PublicClientApplication,
  accountId: string,
  request: { readonly scopes: string[]; readonly forceRefresh: boolean },
): Promise<AuthenticationResult> {
  const accounts = await application.getTokenCache().getAllAccounts()
  const account = accounts.find(({ homeAccountId }) => homeAccountId === accountId)
  if (account === undefined) throw new NoGrant('ask_person', 'no_account')
  return application.acquireTokenSilent({ ...request, account })
}

const Claims = z.object({
  oid: z.string().optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
})

function grantOf({ account, accessToken, fromCache, idTokenClaims, uniqueId }: AuthenticationResult): Grant {
  const claims = Claims.safeParse(idTokenClaims).data ?? {}
  const userId = claims.oid ?? uniqueId
  const name = claims.name ?? account?.name
  const person = Person.safeParse({
    userId,
    name: name === undefined || name === '' ? userId : name,
    account: claims.preferred_username ?? account?.username ?? '',
  })
  if (!person.success || account === null || accessToken === '') throw new NoGrant('refused', 'no_person')
  return { person: person.data, accountId: account.homeAccountId, token: accessToken, isFresh: !fromCache }
}

const UNREACHABLE = [
  'network_error',
  'no_network_connectivity',
  'endpoints_resolution_error',
  'openid_config_error',
]
/** Words of the protocol after which only the person can help (RFC 6749 §5.2, OpenID Connect §3.1.2.6) and of MSAL for the same. */
const ASK_PERSON = ['invalid_grant', 'no_tokens_found', 'refresh_token_expired', 'no_account']

/** What the library throws may quote answers of the directory, so nothing of it goes on but the code. */
function refuse(thrown: unknown): never {
  const code = codeOf(thrown)
  if (code === null) throw thrown
  const isInteraction = thrown instanceof Error && thrown.name === 'InteractionRequiredAuthError'
  if (isInteraction || ASK_PERSON.includes(code)) throw new NoGrant('ask_person', code)
  throw new NoGrant(UNREACHABLE.includes(code) ? 'unreachable' : 'refused', code)
}

/** Null = it is none of the library’s. */
function codeOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('errorCode' in thrown)) return null
  const { errorCode } = thrown
  return typeof errorCode === 'string' && /^[a-z_]{1,64}$/.test(errorCode) ? errorCode : 'unknown'
}
