import type english from '../../resources/locales/en.json'

/** Every id that both catalogues hold. */
export type MessageId = keyof typeof english
export type Catalogue = Readonly<Record<string, string>>

export type Values = Readonly<Record<string, string | number>>
/** Says a message of the catalogue in the reader's language. */
export type Say = (id: MessageId, values?: Values) => string
