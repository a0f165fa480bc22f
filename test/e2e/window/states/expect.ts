import { expect as base } from '@playwright/test'

/** Waits as long where nothing but the library runs as it does in a test. */
export const expect = base.configure({ timeout: 20_000 })
