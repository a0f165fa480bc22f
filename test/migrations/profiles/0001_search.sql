-- A profile as the program wrote it that knew the migrations up to 0001_search: one claim with all that hangs on it.
insert into claims (claim_key, claim_id, claim_name, program, solution_area, activities, mpn_id, partner_name, partner_domains, partner_language, purchase_channel, tenant_id, customer_name, customer_domains, customer_country, customer_is_public_sector, parties, submitted_at, state, sub_state, state_changed_at, revision, policy_id, policy_version, assigned_user_id, assigned_name, competing_claims, clocks, item_names, due_sort, check_key, report_key, documents_missing, usable_poe, customer_acknowledgment, dates, products, service_description) values
  (2, '208417', 'Teams rollout', 'OSU_M365', 'MICROSOFT_365', '["USAGE"]', '4471902', 'Fernhill Consulting Ltd', '["fernhill.example"]', 'en', 'VOLUME_LICENSING', '7c1e40a2-51d8-4f0e-9a67-0c2f3ed1b9f3', 'Northgate Assurance plc', '["northgate.example"]', 'GBR', 0, '{"customerContact":{"name":"Fiona Garside","title":"Head of IT","email":"fiona@northgate.example"},"technicalContact":null,"partnerContact":{"name":"Owen Pritchard","title":null,"email":"owen@fernhill.example"},"revenue":null}', 1793610000000, 'under_review', 'in_review', 1793696400000, 3, 'seed-2020', 1, null, null, 0, '[{"timer":"review","startedAt":"2026-11-02T09:00:00.000Z","dueAt":"2026-11-30T23:00:00.000Z","halfAt":"2026-11-30T23:00:00.000Z","threeQuartersAt":"2026-11-30T23:00:00.000Z","nineTenthsAt":"2026-11-30T23:00:00.000Z","pausedShare":null}]', '["Microsoft Teams"]', 1796079600000, 'np8CRbYhtOwqV1zMqBBDHvRUyVzDbHfPRc8hhO8h6gE', 'np8CRbYhtOwqV1zMqBBDHvRUyVzDbHfPRc8hhO8h6gE', 0, 'met', 'met', 'met', 'met', 'met');
insert into items (claim_key, position, item_id, product_id, name, subscription_id) values
  (2, 0, 'i1', 'm365.teams', 'Microsoft Teams', null);
insert into documents (claim_key, position, document_id, sha256, file_name, media_type, size_bytes, added_at) values
  (2, 0, 'd1', 'cc77d921518681a265caa16c314b4ea3e98f1a5c055a41575beeddc4e20c80e2', 'SOW.pdf', 'application/pdf', 14, 1793610000000);
insert into local_documents (sha256, size_bytes, fetched_at) values
  ('cc77d921518681a265caa16c314b4ea3e98f1a5c055a41575beeddc4e20c80e2', 14, 1);
insert into comments (claim_key, position, comment_id, side, author_name, at, text, visibility) values
  (2, 0, 'c1', 'partner', 'Owen Pritchard', 1793782800000, 'Signed on page 2.', 'partner_visible');
insert into history (claim_key, position, entry_id, at, side, kind, actor_name, from_state, to_state, detail) values
  (2, 0, 'h1', 1793610000000, 'partner', 'submitted', 'Owen Pritchard', 'editing', 'submitted', null);
insert into history (claim_key, position, entry_id, at, side, kind, actor_name, from_state, to_state, detail) values
  (2, 1, 'h2', 1793696400000, 'reviewer', 'review_started', 'Marta Ginevri', 'submitted', 'under_review', null);
insert into facts (sha256, reader_version, facts, read_at) values
  ('cc77d921518681a265caa16c314b4ea3e98f1a5c055a41575beeddc4e20c80e2', 'reader 1', '{"some":"facts"}', 1);
insert into reports (claim_id, report_key, report, made_at) values
  ('208417', 'np8CRbYhtOwqV1zMqBBDHvRUyVzDbHfPRc8hhO8h6gE', '{"caseId":null,"claimId":"208417","checker":"test","policy":"seed-2020@1","documents":[{"file":"SOW.pdf","sha256":"cc77d921518681a265caa16c314b4ea3e98f1a5c055a41575beeddc4e20c80e2","type":"pdf","pages":1,"status":"read","reason":null}],"findings":[{"criterion":"usablePoe","item":null,"verdict":"met","confidence":0.9,"sentence":"As the test wants it.","say":{"code":"test","values":{}},"evidence":[],"absence":null},{"criterion":"customerAcknowledgment","item":null,"verdict":"met","confidence":0.9,"sentence":"As the test wants it.","say":{"code":"test","values":{}},"evidence":[],"absence":null},{"criterion":"dates","item":null,"verdict":"cannot_tell","confidence":0.9,"sentence":"As the test wants it.","say":{"code":"test","values":{}},"evidence":[],"absence":null},{"criterion":"products","item":null,"verdict":"met","confidence":0.9,"sentence":"As the test wants it.","say":{"code":"test","values":{}},"evidence":[],"absence":null},{"criterion":"serviceDescription","item":null,"verdict":"met","confidence":0.9,"sentence":"As the test wants it.","say":{"code":"test","values":{}},"evidence":[],"absence":null},{"criterion":"products","item":"i1","verdict":"met","confidence":0.9,"sentence":"As the test wants it.","say":{"code":"test","values":{}},"evidence":[],"absence":null}],"signatures":[],"dates":[],"claimChecks":[],"flags":[]}', 1);
insert into verdicts (claim_id, criterion, item, check_key, verdict, act, reason, by_user_id, by_name, at) values
  ('208417', 'dates', '', 'np8CRbYhtOwqV1zMqBBDHvRUyVzDbHfPRc8hhO8h6gE', 'met', 'set', 'The stamp on page 2 says 14 March.', 'u-reviewer', 'Marta Ginevri', 1795078800000);
insert into outbox (operation_id, made_order, sequence, claim_id, claim_name, kind, by_user_id, claim_revision, content, made_at, hold_until, attempts, last_error) values
  ('00000000-0000-4000-8000-000000000003', 1, 1, '208417', 'Teams rollout', 'comment', 'u-reviewer', 3, '{"policy":{"id":"seed-2020","version":1},"documentHashes":["cc77d921518681a265caa16c314b4ea3e98f1a5c055a41575beeddc4e20c80e2"],"action":{"kind":"comment","text":"Note 3","visibility":"internal"}}', 1795082400003, null, 0, null);
insert into outbox (operation_id, made_order, sequence, claim_id, claim_name, kind, by_user_id, claim_revision, content, made_at, hold_until, attempts, last_error) values
  ('00000000-0000-4000-8000-000000000004', 2, null, '208417', 'Teams rollout', 'request_info', 'u-reviewer', 3, '{"policy":{"id":"seed-2020","version":1},"documentHashes":["cc77d921518681a265caa16c314b4ea3e98f1a5c055a41575beeddc4e20c80e2"],"action":{"kind":"request_info","verdicts":[],"reasons":["POE_MISSING_CUSTOMER_ACK"],"comment":"Please add the signed page."}}', 1795082400004, 1795082408000, 0, null);
insert into conflicts (operation_id, claim_id, claim_name, kind, by_user_id, claim_revision, content, made_at, reason, current_revision, met_at) values
  ('00000000-0000-4000-8000-000000000002', '208417', 'Teams rollout', 'comment', 'u-reviewer', 3, '{"policy":{"id":"seed-2020","version":1},"documentHashes":["cc77d921518681a265caa16c314b4ea3e98f1a5c055a41575beeddc4e20c80e2"],"action":{"kind":"comment","text":"Note 2","visibility":"internal"}}', 1795082400002, 'claim_changed', 4, 3);
insert into settled (operation_id, outcome, at) values
  ('00000000-0000-4000-8000-000000000001', 'applied', 2);
insert into quarantine (item_key, claim_id, reason, raw, received_at) values
  ('strange', 'strange', 'state: invalid_value', '{}', 4);
insert into profile (name, value) values
  ('client_id', '"0f0e0d0c-0b0a-4908-8706-050403020100"');
insert into profile (name, value) values
  ('next_sequence', '2');
insert into profile (name, value) values
  ('feed_link', '"seen"');
insert into profile (name, value) values
  ('checker_version', '"reader 1 checker 1"');
insert into profile (name, value) values
  ('people', '[{"userId":"u-reviewer","name":"Marta Ginevri","role":"reviewer"}]');
insert into audit (entry, at, actor, act, claim_id, facts, previous_hash, hash) values
  (1, 5, 'u-reviewer', 'comment', '208417', '{"n":1}', '0000000000000000000000000000000000000000000000000000000000000000', 'e7628f6b34167a608f5f8694d3f7a8ced35549f89e341be03f5607c605e83232');
insert into audit (entry, at, actor, act, claim_id, facts, previous_hash, hash) values
  (2, 6, 'u-reviewer', 'comment', '208417', '{"n":2}', 'e7628f6b34167a608f5f8694d3f7a8ced35549f89e341be03f5607c605e83232', '99e73a717031c6312db6aa61b14af16d3225607904c4a7399359bb28b7c8901a');
insert into claims_search (rowid, claim_id, claim_name, customer_name, partner_name, item_names) values
  (2, '208417', 'Teams rollout', 'Northgate Assurance plc', 'Fernhill Consulting Ltd', 'Microsoft Teams');
