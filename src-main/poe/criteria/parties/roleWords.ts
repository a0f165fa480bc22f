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
  '甲',
  '発注者',
  'お客様',
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
]

/** What stands before a name or role over a signature: "For", "Für die", "Pour le". Folded. */
export const FOR_WORDS =
  '(?:signed |agreed |accepted |acknowledged |approved |confirmed )*(?:for and on behalf of|on behalf of|for|by|per conto di|in nome e per conto di|per accettazione|per|fur|im namen(?: und auftrag)? (?:der|des|von)?|i\\.? ?a\\.?|pour le compte de|pour|por cuenta de|en nombre y representacion de|en nombre de|en representacion de|por|pelo|pela|pelos|pelas|em nome de|para|de)'

/** Articles between "for" and the name. Folded. */
export const ARTICLES =
  "(?:the |il |lo |la |l'|i |die |der |den |das |dem |le |les |el |los |las |o |a |os |as )?"
