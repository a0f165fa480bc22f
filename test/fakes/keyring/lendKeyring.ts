/** Loaded ahead of a host: its keyring is the fake one. */
import { registerHooks } from 'node:module'

const fake = new URL('./keyring.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@napi-rs/keyring' ? { url: fake, shortCircuit: true } : next(specifier, context),
})
