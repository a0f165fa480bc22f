/** Words of e-signing services and of electronic signatures, folded. */
export const STAMP =
  /\b(?:signed electronically|electronically signed|(?:documento |document )?(?:firmato da|signe par|firmado por|assinado por|unterzeichnet von|ondertekend door|podpisan[aey] przez):?(?! (?:duplicado|triplicado|ambas|ambos|las|los|les|beiden?|entramb\p{L}|tutte|both|as|obie|beide))|e-?signed|digitally signed by|docusigned by|signed by:|signed with|completed with|signature (?:id|certificate|request)|envelope id|firmat[oa] (?:elettronicamente|digitalmente)|firma elettronica|sottoscritt[oa] (?:elettronicamente|digitalmente)|elektronisch (?:signiert|unterzeichnet|unterschrieben)|digital (?:signiert|unterschrieben|unterzeichnet)|signe (?:electroniquement|numeriquement)|signature electronique|firmad[oa] (?:electronicamente|digitalmente)|firma electronica|assinad[oa] (?:eletronicamente|digitalmente|electronicamente)|assinatura (?:eletronica|electronica|digital)|certificate of completion|audit trail|certificado de (?:conclusao|assinatura)|comprovante de assinatura|(?:elektronisch|digitaal) ondertekend|podpisan[aeoy] (?:elektronicznie|cyfrowo)|podpis elektroniczny)\b|電子署名|電子契約|クラウドサイン/u

export const STAMP_ID =
  /\b(?:envelope|transaction|transaktion|transaccion|transazione|transacao|transakcji|transactie|document|dokument|dokumentu|documento|signature|certificate|agreement|reference|ref\.?|vorgang|codice|codigo|code|hash|id|uuid)\b[^\n]{0,30}?[:#\s]\s*[a-z0-9-]*\d[a-z0-9-]{7,}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\b[0-9a-f]{24,}\b/u
export const STAMP_TIME = /\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b/u

/** What stands in stamps with capitals and is nobody's name; folded. */
const NO_NAMES =
  /^(?:docusign(?:ed)?|adobe|acrobat|sign|dropbox|hellosign|yousign|namirial|skribble|signaturit|clicksign|zapsign|validsign|autenti|scrive|pandadoc|envelope|id|transaction|number|document|dokument|documento|signed|signature|signatures?|electronically|digitally|by|certificate|completion|completed|verified|date|datum|data|fecha|time|gmt|utc|cet|cest|mez|mesz|bst|est|pst|brt|jst|via|with|firma|firmato|firmado|signe|assinado|assinatura|elektronisch|elektronicznie|digital|digitaal|podpis|podpisano|electronique|electronica|eletronica|elettronica|avanzata|codice|codigo|code|ref|vorgangs-id|dokument-id|document-id|uhr)$/u

/** Small words inside names. */
const PARTICLE = /^(?:van|von|der|den|de|zu|da|do|dos|das|di|del|della|la|le|el|y|e|ter|ten)$/u

/** Somebody is named in these words: two or more of them with capitals that no service writes by itself. */
export function namesSomebody(words: readonly string[], fold: (text: string) => string): boolean {
  let row = 0
  for (const word of words) {
    const bare = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    const isName = /^\p{Lu}[\p{L}'’.-]*$/u.test(bare) && !NO_NAMES.test(fold(bare)) && !/\d/u.test(word)
    row = isName ? row + 1 : row > 0 && PARTICLE.test(bare) ? row : 0
    if (row >= 2) return true
  }
  const rest = words
    .join('')
    .replace(/電子署名|電子契約|クラウドサイン|日時|署名|書類|済|者|名|年|月|日|令和/gu, '')
  return /[\u4e00-\u9fff\u3040-\u30ff]{2}/u.test(rest)
}
