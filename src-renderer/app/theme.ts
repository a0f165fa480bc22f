import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components'

/** The roles of Proofdesk on top of Fluent's tokens: aliases, and the paper, which is white in every theme. */
interface Roles {
  readonly 'pd-line': string
  readonly 'pd-row-line': string
  readonly 'pd-chrome': string
  readonly 'pd-desk': string
  readonly 'pd-met': string
  readonly 'pd-notmet': string
  readonly 'pd-notmet-fill': string
  readonly 'pd-tell': string
  readonly 'pd-na': string
  readonly 'pd-late': string
}
export type ProofdeskTheme = Theme & Roles

/** Installed fonts only: nothing is fetched. */
const FONTS = {
  fontFamilyBase:
    "'Segoe UI Variable Text', 'Segoe UI', Selawik, 'Noto Sans', 'Open Sans', 'Noto Sans CJK JP', system-ui, sans-serif",
  fontFamilyMonospace: "Consolas, 'Cascadia Mono', 'Noto Sans Mono', 'Liberation Mono', monospace",
}

const light: ProofdeskTheme = {
  ...webLightTheme,
  ...FONTS,
  'pd-line': webLightTheme.colorNeutralStroke2,
  'pd-row-line': webLightTheme.colorNeutralStroke3,
  'pd-chrome': webLightTheme.colorNeutralBackground3,
  'pd-desk': webLightTheme.colorNeutralBackground5,
  'pd-met': webLightTheme.colorStatusSuccessForeground1,
  'pd-notmet': webLightTheme.colorStatusDangerForeground1,
  'pd-notmet-fill': webLightTheme.colorStatusDangerForeground1,
  'pd-tell': webLightTheme.colorNeutralForeground2,
  'pd-na': webLightTheme.colorNeutralForeground3,
  'pd-late': webLightTheme.colorStatusWarningForeground1,
}

const dark: ProofdeskTheme = {
  ...webDarkTheme,
  ...FONTS,
  'pd-line': webDarkTheme.colorNeutralStroke3,
  'pd-row-line': webDarkTheme.colorNeutralBackground6,
  'pd-chrome': webDarkTheme.colorNeutralBackground2,
  'pd-desk': webDarkTheme.colorNeutralBackground3,
  'pd-met': webDarkTheme.colorStatusSuccessForeground1,
  'pd-notmet': webDarkTheme.colorStatusDangerForeground3,
  'pd-notmet-fill': webDarkTheme.colorStatusDangerForeground1,
  'pd-tell': webDarkTheme.colorNeutralForeground2,
  'pd-na': webDarkTheme.colorNeutralForeground3,
  'pd-late': webDarkTheme.colorStatusWarningForeground1,
}

/** In forced colours the system's palette wins; ours only says which of its colours stands for what. */
const FORCED: Roles = {
  'pd-line': 'CanvasText',
  'pd-row-line': 'GrayText',
  'pd-chrome': 'Canvas',
  'pd-desk': 'Canvas',
  'pd-met': 'CanvasText',
  'pd-notmet': 'CanvasText',
  'pd-notmet-fill': 'CanvasText',
  'pd-tell': 'CanvasText',
  'pd-na': 'GrayText',
  'pd-late': 'CanvasText',
}

export function themeFor({ isDark, isForced }: { isDark: boolean; isForced: boolean }): ProofdeskTheme {
  const theme = isDark ? dark : light
  return isForced ? { ...theme, ...FORCED } : theme
}
