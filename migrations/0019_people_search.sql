-- Who is on the staff, found by parts of words. An id of its own: a rowid may change.
CREATE TABLE people_search_key (
	id integer PRIMARY KEY AUTOINCREMENT,
	user_id text NOT NULL UNIQUE
);
--> statement-breakpoint
CREATE VIRTUAL TABLE people_search USING fts5(
	name, email, facets, content='', contentless_delete=1, tokenize='trigram'
);
--> statement-breakpoint
CREATE TRIGGER people_search_user_insert AFTER INSERT ON user BEGIN
	INSERT OR IGNORE INTO people_search_key(user_id) VALUES (new.id);
	INSERT OR REPLACE INTO people_search(rowid, name, email, facets)
	SELECT k.id, u.name, u.email, 's' || (u.disabled_at is null) || '|' || coalesce(
		(SELECT group_concat('o' || m.agency_id || 'r' || m.role || '|', '') FROM membership m
			WHERE m.user_id = u.id AND m.until IS NULL), '')
	FROM user u JOIN people_search_key k ON k.user_id = u.id
	WHERE u.id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER people_search_user_update AFTER UPDATE OF name, email, disabled_at ON user BEGIN
	INSERT OR REPLACE INTO people_search(rowid, name, email, facets)
	SELECT k.id, u.name, u.email, 's' || (u.disabled_at is null) || '|' || coalesce(
		(SELECT group_concat('o' || m.agency_id || 'r' || m.role || '|', '') FROM membership m
			WHERE m.user_id = u.id AND m.until IS NULL), '')
	FROM user u JOIN people_search_key k ON k.user_id = u.id
	WHERE u.id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER people_search_user_delete AFTER DELETE ON user BEGIN
	DELETE FROM people_search WHERE rowid = (SELECT id FROM people_search_key WHERE user_id = old.id);
	DELETE FROM people_search_key WHERE user_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER people_search_membership_insert AFTER INSERT ON membership BEGIN
	INSERT OR REPLACE INTO people_search(rowid, name, email, facets)
	SELECT k.id, u.name, u.email, 's' || (u.disabled_at is null) || '|' || coalesce(
		(SELECT group_concat('o' || m.agency_id || 'r' || m.role || '|', '') FROM membership m
			WHERE m.user_id = u.id AND m.until IS NULL), '')
	FROM user u JOIN people_search_key k ON k.user_id = u.id
	WHERE u.id = new.user_id;
END;
--> statement-breakpoint
CREATE TRIGGER people_search_membership_update AFTER UPDATE ON membership BEGIN
	INSERT OR REPLACE INTO people_search(rowid, name, email, facets)
	SELECT k.id, u.name, u.email, 's' || (u.disabled_at is null) || '|' || coalesce(
		(SELECT group_concat('o' || m.agency_id || 'r' || m.role || '|', '') FROM membership m
			WHERE m.user_id = u.id AND m.until IS NULL), '')
	FROM user u JOIN people_search_key k ON k.user_id = u.id
	WHERE u.id = new.user_id;
END;
--> statement-breakpoint
CREATE TRIGGER people_search_membership_delete AFTER DELETE ON membership BEGIN
	INSERT OR REPLACE INTO people_search(rowid, name, email, facets)
	SELECT k.id, u.name, u.email, 's' || (u.disabled_at is null) || '|' || coalesce(
		(SELECT group_concat('o' || m.agency_id || 'r' || m.role || '|', '') FROM membership m
			WHERE m.user_id = u.id AND m.until IS NULL), '')
	FROM user u JOIN people_search_key k ON k.user_id = u.id
	WHERE u.id = old.user_id;
END;
--> statement-breakpoint
INSERT INTO people_search_key(user_id) SELECT id FROM user ORDER BY created_at, id;
--> statement-breakpoint
INSERT OR REPLACE INTO people_search(rowid, name, email, facets)
	SELECT k.id, u.name, u.email, 's' || (u.disabled_at is null) || '|' || coalesce(
		(SELECT group_concat('o' || m.agency_id || 'r' || m.role || '|', '') FROM membership m
			WHERE m.user_id = u.id AND m.until IS NULL), '')
	FROM user u JOIN people_search_key k ON k.user_id = u.id;
