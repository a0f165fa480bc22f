import { Problem } from '../../../src-main/hub/api/problem.ts'
import { partsOf, ROUTES } from '../../../src-main/hub/api/routes.ts'
import type { Route } from '../../../src-main/hub/api/routeShape.ts'
import { problemCodesOf } from '../../../src-main/hub/http/openApi.ts'

const PATTERNS = Object.values<Route>(ROUTES)
  .toSorted((a, b) => partsOf(a.path).length - partsOf(b.path).length)
  .map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }))

/** The route of the table behind an address; undefined for an address or a method that it does not have. */
function routeAt(method: string, path: string): Route | undefined {
  const { pathname } = new URL(path, 'http://hub.example')
  const here = PATTERNS.filter(({ pattern }) => pattern.test(pathname))
  const first = here[0]?.route.path
  return here.find(({ route }) => route.path === first && route.method === method)?.route
}

/**
 * Every answer in the tests of the hub is one that the description of the interface names, with a body of the described shape.
 * @throws Error, naming the address, for any other.
 */
export async function expectAsDescribed(method: string, path: string, answer: Response): Promise<void> {
  const route = routeAt(method, path)
  if (route === undefined) return
  const at = `${method} ${route.path} answered ${answer.status}`
  if (answer.headers.get('content-type') === 'application/problem+json') {
    const { code } = Problem.parse(await answer.clone().json())
    // A route that this hub does not serve is not there.
    const isServed = route.signIn === undefined
    if (isServed && !problemCodesOf(route).includes(code))
      throw new Error(`${at} with ${code}: not described`)
    return
  }
  const described = route.answers[answer.status]
  if (described === undefined) throw new Error(`${at}: not described`)
  for (const name of Object.keys(described.headers ?? {}))
    if (!answer.headers.has(name)) throw new Error(`${at} without ${name}`)
  if (described.schema === null || described.mediaType !== 'application/json') return
  const body: unknown = await answer.clone().json()
  const parsed = described.schema.safeParse(body)
  if (!parsed.success) throw new Error(`${at} with another shape: ${parsed.error.message}`)
}
