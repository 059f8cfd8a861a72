PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_rights_log` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`did` text NOT NULL,
	`by` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text,
	`agency_id` integer,
	`reason` text NOT NULL,
	`detail` text,
	CONSTRAINT "rights_log_did" CHECK("__new_rights_log"."did" in ('asked','granted','refused','expired','ended','disabled','enabled','invited','renamed','email_asked','email_changed','email_refused','email_expired','password_changed','second_added','second_removed','codes_made','code_used','key_copied','reset_asked','second_reset','reset_refused','reset_expired'))
);
--> statement-breakpoint
INSERT INTO `__new_rights_log`("id", "at", "did", "by", "user_id", "role", "agency_id", "reason", "detail") SELECT "id", "at", "did", "by", "user_id", "role", "agency_id", "reason", "detail" FROM `rights_log`;--> statement-breakpoint
DROP TABLE `rights_log`;--> statement-breakpoint
ALTER TABLE `__new_rights_log` RENAME TO `rights_log`;--> statement-breakpoint
PRAGMA foreign_keys=ON;