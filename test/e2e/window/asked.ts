import type { Page } from '@playwright/test'

/** What the window asked of the core by this method, in order. */
export const asked = (page: Page, method: string) =>
  page.evaluate(
    (wanted) =>
      (window.coreUnderTest?.calls ?? []).filter((call) => call.method === wanted).map(({ input }) => input),
    method,
  )
