import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { NOW } from './hubClaim.ts'

const AUDIENCE = 'api://proofdesk'
const TENANT = '0d5c4ac7-42b9-4a5c-9b0f-6a2f6b0f2a11'

export interface TokenWish {
  /** Undefined takes one out. */
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: { readonly alg?: string; readonly kid?: string }
  readonly key?: Parameters<SignJWT['sign']>[0]
}

export interface TestIssuer {
  readonly issuer: string
  readonly audience: string
  readonly jwksUrl: URL
  /** Public, as the server gives it out. */
  readonly publicJwk: JWK
  /** How often the keys were asked for. */
  asked(): number
  /** A token of Greta the reviewer, in Entra ID's form. */
  token(wish?: TokenWish): Promise<string>
  close(): Promise<void>
}

/** A directory over real HTTP, with a key pair of its own. */
export async function startIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const publicJwk = { ...(await exportJWK(publicKey)), kid: 'key-1', use: 'sig', alg: 'RS256' }
  let asked = 0
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`
    response.setHeader('content-type', 'application/json')
    if (request.url === '/.well-known/openid-configuration')
      return void response.end(JSON.stringify({ issuer: origin, jwks_uri: `${origin}/keys` }))
    if (request.url !== '/keys') return void response.writeHead(404).end('{}')
    asked += 1
    response.end(JSON.stringify({ keys: [publicJwk] }))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A server that listens on a port has an address of this kind.
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const seconds = Math.floor(NOW / 1000)
  return {
    issuer,
    audience: AUDIENCE,
    jwksUrl: new URL(`${issuer}/keys`),
    publicJwk,
    asked: () => asked,
    token: ({ claims = {}, header = {}, key = privateKey } = {}) =>
      new SignJWT({
        iss: issuer,
        aud: AUDIENCE,
        iat: seconds,
        nbf: seconds,
        exp: seconds + 3600,
        oid: 'greta',
        tid: TENANT,
        name: 'Greta Reviewer',
        roles: ['Reviewer'],
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'key-1', ...header })
        .sign(key),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
