import type { Page } from '@playwright/test'

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>

export const LOCALES = ['en', 'it', 'pseudo'] as const
export type PictureLocale = (typeof LOCALES)[number]

/** One way in which a state is photographed. Where they share a language, one page wears one after the other. */
export interface Look {
  readonly name: 'light' | 'dark' | 'forced'
  readonly locale: PictureLocale
  readonly width: number
  readonly media: Media
}

const LIGHT: Media = { colorScheme: 'light', forcedColors: 'none' }
const DARK: Media = { colorScheme: 'dark', forcedColors: 'none' }
const FORCED: Media = { colorScheme: 'dark', forcedColors: 'active' }

const wide = (locale: PictureLocale): Look[] => [
  { name: 'light', locale, width: 1280, media: LIGHT },
  { name: 'dark', locale, width: 1280, media: DARK },
  { name: 'forced', locale, width: 1280, media: FORCED },
]
const narrow = (locale: PictureLocale): Look => ({ name: 'light', locale, width: 320, media: LIGHT })

export const LOOKS: readonly Look[] = [...wide('en'), narrow('en'), ...wide('it'), narrow('pseudo')]
