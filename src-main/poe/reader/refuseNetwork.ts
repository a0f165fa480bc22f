import { registerHooks } from 'node:module'

/** Modules through which a process reaches the outside or other processes. Loading one is allowed, using it is not. */
const REFUSED = [
  'net',
  'tls',
  'dns',
  'dns/promises',
  'dgram',
  'http',
  'https',
  'http2',
  'child_process',
  'cluster',
  'inspector',
  'inspector/promises',
  'worker_threads',
] as const

const SCHEME = 'refused:'
const bareName = (specifier: string): string => specifier.replace(/^node:/u, '')
const isRefused = (specifier: string): boolean => REFUSED.some((name) => name === bareName(specifier))

/** A module with the same names as the real one, each of which throws when called or constructed. */
function stubSource(names: readonly string[]): string {
  const lines = names
    .filter((name) => /^[A-Za-z_$][\w$]*$/u.test(name) && name !== 'default')
    .map((name) => `  ${name}: Refused,`)
  return `class Refused { constructor() { throw new Error('The network is refused here') } }
const stub = {\n${lines.join('\n')}\n}
export default stub
${names
  .filter((name) => /^[A-Za-z_$][\w$]*$/u.test(name) && name !== 'default')
  .map((name) => `const ${name}$ = Refused; export { ${name}$ as ${name} }`)
  .join('\n')}`
}

/**
 * Shuts the ways out before a parser loads. Stubs instead of errors at load, because libraries import modules that they
 * never use. The permission model bounds files and children but not the network; this bounds the network.
 */
export function refuseNetwork(): void {
  const original = process.getBuiltinModule.bind(process)
  const namesOf = new Map<string, readonly string[]>(
    REFUSED.map((name) => [name, Object.keys(original(name) ?? {})]),
  )
  registerHooks({
    resolve: (specifier, context, next) =>
      isRefused(specifier)
        ? { url: `${SCHEME}${bareName(specifier)}`, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url.startsWith(SCHEME)
        ? {
            format: 'module',
            shortCircuit: true,
            source: stubSource(namesOf.get(url.slice(SCHEME.length)) ?? []),
          }
        : next(url, context),
  })
  refuseBuiltins(original)
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) {
    Reflect.deleteProperty(globalThis, name)
  }
}

function refuseBuiltins(original: (id: string) => unknown): void {
  const refusing = (id: string): unknown => {
    if (isRefused(id)) throw new Error('The network is refused here')
    return original(id)
  }
  Object.defineProperty(process, 'getBuiltinModule', { value: refusing })
  Object.defineProperty(process, 'binding', {
    value: () => {
      throw new Error('Bindings are refused here')
    },
  })
}
