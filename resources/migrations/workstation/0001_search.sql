-- Search over what names a claim. Holds no copy of the text: rows are found again by claim_key.
CREATE VIRTUAL TABLE claims_search USING fts5(
  claim_id, claim_name, customer_name, partner_name, item_names,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);
