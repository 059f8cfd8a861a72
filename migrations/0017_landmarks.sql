-- Staff find a report by the landmark that its reporter gave, whoever may read its words.
DROP TRIGGER complaint_staff_search_insert;
--> statement-breakpoint
DROP TRIGGER complaint_staff_search_update;
--> statement-breakpoint
-- What is taken out later must be what was put in: the index is written anew.
INSERT INTO staff_search(staff_search) VALUES ('delete-all');
--> statement-breakpoint
INSERT INTO staff_search(rowid, title, body, tokens) SELECT
    complaint.id,
    iif(complaint.anonymous AND complaint.screened_text IS NOT NULL, complaint.released_title, complaint.title),
    coalesce(iif(complaint.anonymous, complaint.screened_text, NULL), complaint.text || coalesce(' ' || complaint.landmark, '')), complaint.tokens FROM complaint;
--> statement-breakpoint
CREATE TRIGGER complaint_staff_search_insert AFTER INSERT ON complaint BEGIN
  INSERT INTO staff_search(rowid, title, body, tokens) VALUES (
    new.id,
    iif(new.anonymous AND new.screened_text IS NOT NULL, new.released_title, new.title),
    coalesce(iif(new.anonymous, new.screened_text, NULL), new.text || coalesce(' ' || new.landmark, '')), new.tokens);
END;
--> statement-breakpoint
CREATE TRIGGER complaint_staff_search_update AFTER UPDATE OF tokens, title, text, landmark, screened_text, released_title, anonymous ON complaint BEGIN
  INSERT INTO staff_search(staff_search, rowid, title, body, tokens) VALUES (
    'delete', old.id,
    iif(old.anonymous AND old.screened_text IS NOT NULL, old.released_title, old.title),
    coalesce(iif(old.anonymous, old.screened_text, NULL), old.text || coalesce(' ' || old.landmark, '')), old.tokens);
  INSERT INTO staff_search(rowid, title, body, tokens) VALUES (
    new.id,
    iif(new.anonymous AND new.screened_text IS NOT NULL, new.released_title, new.title),
    coalesce(iif(new.anonymous, new.screened_text, NULL), new.text || coalesce(' ' || new.landmark, '')), new.tokens);
END;
