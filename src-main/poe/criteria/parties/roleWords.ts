/** Words by which papers call the two sides, folded. */
export const CUSTOMER_WORDS: readonly string[] = [
  'customer',
  'client',
  'buyer',
  'purchaser',
  'cliente',
  'committente',
  'acquirente',
  'auftraggeber',
  'auftraggeberin',
  'kunde',
  'kundin',
  'kunden',
  'besteller',
  "donneur d'ordre",
  "maitre d'ouvrage",
  'acheteur',
  'contratante',
  'comprador',
  'comitente',
  'adquirente',
  'tomador',
  'opdrachtgever',
  'opdrachtgeefster',
  'klant',
  'afnemer',
  'zamawiajacy',
  'klient',
  'uslugobiorca',
  'zleceniodawca',
  '甲',
  '発注者',
  'お客様',
  '委託者',
]

export const PARTNER_WORDS: readonly string[] = [
  'partner',
  'supplier',
  'provider',
  'service provider',
  'contractor',
  'consultant',
  'vendor',
  'seller',
  'fornitore',
  'prestatore',
  'appaltatore',
  'consulente',
  'incaricato',
  'auftragnehmer',
  'auftragnehmerin',
  'dienstleister',
  'anbieter',
  'lieferant',
  'prestataire',
  'fournisseur',
  'titulaire',
  'prestador',
  'proveedor',
  'contratista',
  'adjudicatario',
  'consultor',
  'consultora',
  'contratada',
  'fornecedor',
  'fornecedora',
  'prestadora',
  'prestadora de servicos',
  '乙',
  '受注者',
  '受託者',
  'opdrachtnemer',
  'leverancier',
  'dienstverlener',
  'wykonawca',
  'uslugodawca',
  'zleceniobiorca',
  'dostawca',
]

/** What stands before a name or role over a signature: "For", "Für die", "Pour le". Folded. */
export const FOR_WORDS =
  '(?:signed |agreed |accepted |acknowledged |approved |confirmed )*(?:for and on behalf of|on behalf of|for|by|per conto di|in nome e per conto di|per accettazione|per|fur|im namen(?: und auftrag)? (?:der|des|von)?|i\\.? ?a\\.?|pour le compte de|pour|por cuenta de|en nombre y representacion de|en nombre de|en representacion de|por|pelo|pela|pelos|pelas|em nome de|para|de)'

/** Articles between "for" and the name. Folded. */
export const ARTICLES =
  "(?:the |il |lo |la |l'|i |die |der |den |das |dem |le |les |el |los |las |o |a |os |as )?"

/** How papers ask for or give consent, before or instead of the name of who consents. Folded. */
export const CONSENT_WORDS =
  '(?:(?:read (?:and|&) )?agreed(?: (?:and|&) accepted)?|accepted(?: (?:and|&) agreed)?|acknowledged|acceptance|bon pour (?:accord|acceptation|commande)|lu et approuve|pour acceptation|per accettazione|accettato|letto,? (?:approvato|confermato|accettato)(?: e sottoscritto)?|visto e approvato|einverstanden(?:erklarung)?|angenommen|gelesen und (?:genehmigt|einverstanden)|conforme|leido y conforme|aceptado|de acordo|lido e aceite|voor akkoord|akkoord)'

/** What labels the place of a signature, up to whose it is: "Firma del", "Ort, Datum, Unterschrift des", "Authorised signature (". Folded. */
export const SIGNATURE_OF_WORDS =
  "(?:(?:stempel|timbro|cachet|carimbo|sello|stamp|name|nome|nom|nombre|ort|datum|date|data|fecha|lieu|luogo|lugar|local|place)[\\s,/&+]+(?:und |e |et |y |and )?)*(?:authori[sz]ed |legally binding |rechtsgultige |rechtsverbindliche |verbindliche )?(?:signatures?|signatory|signed by|firma|unterschrift|assinatura|handtekening|podpis)(?:[\\s,/&+]+(?:(?:und|e|et|y|and) )?(?:stamp|timbro|stempel|cachet|carimbo|sello|firmenstempel|date|data|datum|fecha))*(?: (?:of|by|del|della|dello|dell'|di|des|der|du|de|do|da|van|for|per|fur|pour|por))?"

/** What leads to who confirms, where the verb follows: "Vom Kunden bestätigt", "Confermato dal cliente". Folded. */
export const BY_WORDS =
  "(?:(?:bestatigt|abgenommen|genehmigt|gepruft|confermato|approvato|accettato|validato|valide|approuve|accepte|confirme|aprobado|aceptado|confirmado|aprovado|aceito) )?(?:vom|von der|von dem|von|durch|dal|dalla|dallo|dall'|par|por|pelo|pela)"
