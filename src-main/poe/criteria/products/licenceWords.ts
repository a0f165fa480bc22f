/** How papers call what one pays for a product by user and time; folded, in the product's languages. Words that join others end so: "Jahreslizenz". */
export const LICENCES =
  /licen[csz]\p{L}*|licenti\p{L}*|lizenz\p{L}*|(?<![\p{L}])(?:seats?|subscriptions?|abbonament[oi]|abonnements?|suscripcion(?:es)?|assinaturas?|subskrypcj\p{L}*|sku|csp)(?![\p{L}])|ライセンス|サフスクリフション/u

/** Prices by user and time, and pieces of something: "25 x …", "quantity 25", "per user/month". */
export const QUANTITY =
  /(?<![\p{L}\p{N}])(?:\d+ ?[x×] |(?:qty|quantity|menge|anzahl|quantita|quantite|cantidad|quantidade|aantal|ilosc)[:.]? ?\d|\d+ (?:szt|stk|stuck|pcs|units?|unita|unites?|unidades|stuks)\b|(?:per|pro|je|par|por|za) (?:user|nutzer|benutzer|utente|utilisateur|usuario|gebruiker|uzytkownika)\b|(?:user|nutzer|utente|utilisateur|usuario|gebruiker) ?\/ ?(?:month|monat|mese|mois|mes|maand)|(?:annual|yearly|monthly) (?:commitment|plan|term)|(?:canone|engagement|compromiso|plano|abonnement) (?:annu|mensil|mensu|anual|mensal)\p{L}*)|数量 ?\d|ユーサー ?\/ ?月|年間/u

/** An amount of money. */
export const PRICED =
  /(?:[€$£¥]|\beur\b|\busd\b|\bgbp\b|\bbrl\b|\bpln\b|\bjpy\b|r\$)\s?\d|\d\s?(?:[€$£¥円]|eur\b|usd\b|zl\b)|\d[.,]\d\d\b/u

/** A heading under which licences are listed. */
export const HEADS_LICENCES = new RegExp(`^(?:\\d[\\d.]*\\)? )?(?:\\p{L}+ ){0,3}(?:${LICENCES.source})`, 'u')
