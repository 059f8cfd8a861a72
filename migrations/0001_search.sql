-- Full-text search, newest first. Contentless: the words stay in `complaint` alone.
-- Staff find what the handling agency may read: the screened copy of an anonymous report,
-- its own words only while it lies with the verifiers (agency token opd0).
CREATE VIRTUAL TABLE staff_search USING fts5(title, body, tokens, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2");
--> statement-breakpoint
-- The public finds released words only.
CREATE VIRTUAL TABLE public_search USING fts5(title, body, tokens, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2");
--> statement-breakpoint
CREATE TRIGGER complaint_staff_search_insert AFTER INSERT ON complaint BEGIN
  INSERT INTO staff_search(rowid, title, body, tokens) VALUES (
    new.id,
    iif(new.anonymous AND new.screened_text IS NOT NULL, new.released_title, new.title),
    coalesce(iif(new.anonymous, new.screened_text, NULL), new.text), new.tokens);
END;
--> statement-breakpoint
CREATE TRIGGER complaint_staff_search_update AFTER UPDATE OF tokens, title, text, screened_text, released_title, anonymous ON complaint BEGIN
  INSERT INTO staff_search(staff_search, rowid, title, body, tokens) VALUES (
    'delete', old.id,
    iif(old.anonymous AND old.screened_text IS NOT NULL, old.released_title, old.title),
    coalesce(iif(old.anonymous, old.screened_text, NULL), old.text), old.tokens);
  INSERT INTO staff_search(rowid, title, body, tokens) VALUES (
    new.id,
    iif(new.anonymous AND new.screened_text IS NOT NULL, new.released_title, new.title),
    coalesce(iif(new.anonymous, new.screened_text, NULL), new.text), new.tokens);
END;
--> statement-breakpoint
CREATE TRIGGER complaint_public_search_insert AFTER INSERT ON complaint WHEN new.release_status = 'released' BEGIN
  INSERT INTO public_search(rowid, title, body, tokens) VALUES (new.id, new.released_title, new.released_text, new.tokens);
END;
--> statement-breakpoint
-- One trigger for both steps: of two, SQLite runs the later one first, and the new row would be lost.
CREATE TRIGGER complaint_public_search_update AFTER UPDATE OF tokens, released_title, released_text, release_status ON complaint BEGIN
  INSERT INTO public_search(public_search, rowid, title, body, tokens)
    SELECT 'delete', old.id, old.released_title, old.released_text, old.tokens WHERE old.release_status = 'released';
  INSERT INTO public_search(rowid, title, body, tokens)
    SELECT new.id, new.released_title, new.released_text, new.tokens WHERE new.release_status = 'released';
END;
