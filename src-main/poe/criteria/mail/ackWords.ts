/** Words by which a person says for himself or his company that something is so, folded, in the product's languages and some more. */
const FIRST_PERSON =
  '(?:(?:i|we|hereby|herewith|duly) (?:\\p{L}+ ){0,2}(?:confirm|acknowledge|attest|certify|approve|accept)|i can confirm|we can confirm|this (?:\\p{L}+ ){0,3}(?:is to confirm|is to certify|serves to confirm|confirms)|(?:is|are) hereby (?:confirmed|accepted|approved|acknowledged)|confirming that|(?:i|we) agree (?:that|with|to)|(?:i|we) (?:have |hereby )?sign(?:ed)? off|' +
  'confermo|confermiamo|si conferma|con la presente conferma|attesto|attestiamo|si attesta|dichiaro|dichiariamo|certifico|certifichiamo|accetto|accettiamo|approvo|approviamo|' +
  'bestatige|(?:wir|ich|hiermit|hiemit) (?:\\p{L}+ ){0,4}(?:bestatigen|bestatigt|bescheinige|bescheinigen|genehmige|genehmigen)|(?:bestatigen|bescheinigen|genehmigen|erklaren) (?:hiermit )?(?:wir|ich)|(?:erklare|erklaren) (?:\\p{L}+ ){0,3}die abnahme|(?:wird|werden|wurde|wurden) (?:\\p{L}+ ){0,6}(?:bestatigt|abgenommen)|' +
  "(?:je|j'|nous|on|la presente) ?(?:\\p{L}+ ){0,3}(?:confirme|atteste|certifie|approuve|valide|accepte|reconnais)|confirmons|attestons|certifions|approuvons|validons|acceptons|reconnaissons|prononcons|" +
  'confirmo|confirmamos|certifico|certificamos|acredito que|acreditamos|acepto|aceptamos|apruebo|aprobamos|doy (?:mi )?conformidad|damos (?:nuestra |la )?conformidad|damos por (?:buen|recibid|finalizad|concluid)\\p{L}*|' +
  'atesto|atestamos|declaro|declaramos|aceito|aceitamos|aprovo|aprovamos|' +
  '(?:ik|wij|we|hierbij) (?:\\p{L}+ ){0,2}(?:bevestig|bevestigen)|potwierdzam|potwierdzamy)'

/** Satisfaction and agreement: something is said for the work, but it is not confirmed in words. */
const SATISFACTION =
  '(?:happy|satisfied|pleased|agreed|soddisfatt\\p{L}*|soddisfazione|zufrieden|einverstanden|abgenommen|satisfaits?|satisfaites?|satisfech\\p{L}*|conformes?|satisfeit\\p{L}*|de acordo|tevreden|zadowolen\\p{L}*)'

export const ACKNOWLEDGES = new RegExp(
  `(?<![\\p{L}])${FIRST_PERSON}(?![\\p{L}])|確認(?:します|いたします|しました|いたしました)|検収(?:します|いたします|しました)|承認(?:します|いたします)`,
  'u',
)
export const IS_SATISFIED = new RegExp(`(?<![\\p{L}])${SATISFACTION}(?![\\p{L}])`, 'u')

/** Acknowledgments of other things than work. */
export const OF_PAYMENT =
  /(?<![\p{L}])(?:invoices?|payments?|fattur[ae]|pagament[oi]|rechnung(?:en)?|zahlung(?:en)?|factures?|paiements?|facturas?|pagos?|faturas?)(?![\p{L}])/u

/** Words by which nothing is acknowledged: asked for, refused, put off, or about something else than work. */
export const NO_ACKNOWLEDGMENT =
  /(?<![\p{L}])(?:(?:can ?not|can't|could not|couldn't|unable to|do not|don't|does not|doesn't|did not|didn't|will not|won't|not yet|never|no longer|refuse to|without) (?:\p{L}+ ){0,3}(?:confirm|acknowledge|attest|certify|approve|accept|agree|sign)|not (?:confirmed|approved|accepted|agreed|happy|satisfied|pleased)|(?:will|would|shall|may|might|could|should) (?:\p{L}+ ){0,1}(?:confirm|acknowledge|attest|certify|approve|accept|sign)|please (?:\p{L}+ ){0,2}(?:confirm|acknowledge|approve|accept)|confirm (?:the |our |your |my )?(?:receipt|meeting|appointment|call|attendance|participation|availability|reception|date|time|address)|(?:waiting|wait) for|non (?:\p{L}+ ){0,3}(?:conferm|attest|certific|accett|approv)\p{L}*|non (?:siamo|sono) (?:ancora )?soddisfatt\p{L}*|(?:confermera|confermeremo|confermare (?:la ricezione|l'appuntamento)|ricezione|ricevimento|appuntamento)|(?:puo|puoi|potete|potrebbe|prego|vi prego di|la prego di|si prega di) confermar\p{L}*|(?:nicht|noch nicht|kein\p{L}*) (?:\p{L}+ ){0,4}(?:bestatig|bescheinig|genehmig|abgenommen|einverstanden|zufrieden)\p{L}*|(?:bestatig|bescheinig|genehmig)\p{L}* (?:\p{L}+ ){0,3}nicht|bitte (?:\p{L}+ ){0,4}bestatig\p{L}*|(?:werden|wurden|konnen) (?:\p{L}+ ){0,8}bestatigen|(?:den )?(?:eingang|erhalt|termin) bestatig\p{L}*|bestatigen (?:den |ihnen den )?(?:eingang|erhalt|empfang|termin)|ne (?:\p{L}+ ){0,3}(?:confirm|attest|certifi|approuv|accept|valid)\p{L}* (?:pas|point|rien)|ne (?:pouvons|peux|peut) (?:\p{L}+ ){0,3}(?:confirmer|attester|certifier|valider)|confirm\p{L}* (?:la )?(?:bonne )?reception|(?:pouvez-vous|peux-tu|merci de|veuillez|priere de) (?:\p{L}+ ){0,3}confirmer|confirmerons|no (?:\p{L}+ ){0,3}(?:confirm|certific|acredit|acept|aprob|aprueb|estamos|conform)\p{L}*|(?:puede|puedes|pueden|podria|ruego|rogamos|por favor|favor de) (?:\p{L}+ ){0,2}(?:confirm|acept|aprob)\p{L}*|confirmaremos|acuse de recibo|confirm\p{L}* (?:a |la )?(?:recepcion|recibo|rececao|recebimento|asistencia|reunion|reuniao)|nao (?:\p{L}+ ){0,3}(?:confirm|atest|declar|aceit|aprov|estamos)\p{L}*|(?:pode|podem|poderia|agradeco que|agradecemos que|solicito que) (?:\p{L}+ ){0,2}(?:confirm|aceit|aprov)\p{L}*|nie potwierdz\p{L}*|prosze o potwierdzenie)/u

/** Answers that a program wrote. */
export const AUTOMATIC =
  /\b(?:out of office|automatic reply|auto-?reply|autoreply|automatische antwort|abwesenheit\p{L}*|risposta automatica|fuori sede|reponse automatique|absence du bureau|respuesta automatica|resposta automatica|undeliverable|delivery status|read receipt|conferma di lettura|lesebestatigung)\b/u
