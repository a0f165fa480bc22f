/** Mail services that anybody may use: an address there says nothing of whose it is. */
const FREE_MAIL: ReadonlySet<string> = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com aol.com gmx.de gmx.net web.de libero.it virgilio.it tiscali.it orange.fr free.fr wanadoo.fr laposte.net terra.es uol.com.br bol.com.br proton.me protonmail.com'.split(
    ' ',
  ),
)

/** The part after the @, in lower case; empty for text without one. */
export function hostOfAddress(email: string): string {
  return email.split('@')[1]?.toLowerCase() ?? ''
}

/** Whether a host is one of the domains or below one. */
export function isAtDomain(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`))
}

export function isFreeMail(host: string): boolean {
  return FREE_MAIL.has(host)
}
