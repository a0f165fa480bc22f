import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { type Configuration, Provider } from 'oidc-provider'
import { makeTls } from './tlsCertificates.ts'

export const CLIENT_ID = 'proofdesk-workstation'
export const AUDIENCE = 'api://proofdesk-hub'
export const SCOPE = 'cpor.review'
const TENANT = '0d5c4ac7-42b9-4a5c-9b0f-6a2f6b0f2a11'

/** Somebody the directory knows, by the name that is typed on its page. */
export interface Member {
  readonly oid: string
  readonly name: string
  /** App roles; may be changed while the test runs. */
  roles: string[]
}

export interface TestDirectory {
  readonly url: string
  /** PEM of the authority that vouches for it. */
  readonly ca: string
  readonly members: Map<string, Member>
  /** What it gave out so far: no other place may hold any of them. */
  readonly given: string[]
  /** From now on no refresh token of before is good. */
  revokeAll(): Promise<void>
  stop(): Promise<void>
  /** Listens again where it was. */
  start(): Promise<void>
}

/** A real OpenID provider over TLS on this machine, whose tokens have Entra ID's form. Its page of signing in is its own. */
export async function startDirectory(accessTokenSeconds = 3600): Promise<TestDirectory> {
  const tls = await makeTls()
  const members = new Map<string, Member>([
    ['greta', { oid: 'greta-oid', name: 'Greta Reviewer', roles: ['Reviewer'] }],
    ['mario', { oid: 'mario-oid', name: 'Mario Lead', roles: ['TeamLead'] }],
  ])
  const given: string[] = []
  const server = createServer({ cert: tls.cert, key: tls.key })
  const port = await listen(server, 0)
  const url = `https://127.0.0.1:${port}`
  const provider = new Provider(url, await configuration(members, accessTokenSeconds))
  const grants = new Set<string>()
  provider.on('refresh_token.saved', ({ grantId }) => void (grantId !== undefined && grants.add(grantId)))
  provider.on('grant.success', (context) => {
    const body: unknown = context.body
    if (typeof body !== 'object' || body === null) return
    for (const name of ['access_token', 'refresh_token', 'id_token']) {
      const token: unknown = Reflect.get(body, name)
      if (typeof token === 'string') given.push(token)
    }
  })
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  return {
    url,
    ca: tls.ca,
    members,
    given,
    revokeAll: async () => {
      for (const grant of grants) await provider.RefreshToken.revokeByGrantId(grant)
    },
    stop: () => close(server),
    start: async () => void (await listen(server, port)),
  }
}

async function configuration(
  members: ReadonlyMap<string, Member>,
  accessTokenSeconds: number,
): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const claimsOf = (login: string) => {
    const member = members.get(login)
    if (member === undefined) throw new Error(`The directory has no ${login}.`)
    return { oid: member.oid, tid: TENANT, name: member.name, preferred_username: `${login}@contoso.example` }
  }
  return {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'directory-1' }] },
    cookies: { keys: ['a key of this run alone'] },
    clients: [
      {
        client_id: CLIENT_ID,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: ['http://localhost'],
      },
    ],
    pkce: { required: () => true },
    scopes: ['openid', 'offline_access', 'profile'],
    claims: { openid: ['sub'], profile: ['oid', 'tid', 'name', 'preferred_username'] },
    conformIdTokenClaims: false,
    findAccount: (_context, sub) =>
      members.has(sub) ? { accountId: sub, claims: () => ({ sub, ...claimsOf(sub) }) } : undefined,
    // Whoever manages a team's directory has agreed for everybody.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc
      const grant = new provider.Grant({
        clientId: client?.clientId ?? '',
        accountId: session?.accountId ?? '',
      })
      grant.addOIDCScope('openid offline_access profile')
      grant.addResourceScope(AUDIENCE, SCOPE)
      await grant.save()
      return grant
    },
    issueRefreshToken: () => Promise.resolve(true),
    rotateRefreshToken: true,
    ttl: {
      AccessToken: accessTokenSeconds,
      IdToken: accessTokenSeconds,
      RefreshToken: 86_400,
      Session: 86_400,
      Grant: 86_400,
      Interaction: 600,
    },
    extraTokenClaims: (_context, token) =>
      'accountId' in token
        ? {
            ...claimsOf(token.accountId),
            nbf: Math.floor(Date.now() / 1000),
            roles: members.get(token.accountId)?.roles,
          }
        : {},
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: SCOPE,
          audience: AUDIENCE,
          accessTokenTTL: accessTokenSeconds,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
  // A server that listens on a port has an address of this kind.
  return (server.address() as AddressInfo).port
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}
