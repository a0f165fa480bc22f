/** How a person may have the window. Plain values: the window reads them before its first picture, and shapes would bring zod along. */

/** Languages that the window speaks. */
export const LOCALES = ['en', 'it'] as const
export type Locale = (typeof LOCALES)[number]
/** `system`: the first language of the system that the window speaks. */
export const LOCALE_CHOICES = ['system', ...LOCALES] as const
export const THEMES = ['system', 'light', 'dark'] as const
/** Seconds that a decision can wait before it may leave. */
export const UNDO_SECONDS = [5, 8, 10, 20, 30] as const

export const MINUTES_OF_DAY = 1_440

/** What holds until a person has chosen otherwise. Documents: megabytes of 1,000,000 bytes. */
export const DEFAULT_SETTINGS = {
  locale: 'system',
  theme: 'system',
  documentBudgetMb: 2_000,
  undoHoldSeconds: 8,
  singleKeys: true,
  keys: {},
  quietHours: null,
} as const
