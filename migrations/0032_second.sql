CREATE TABLE `second_reset` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`ripens_at` integer,
	`expires_at` integer NOT NULL,
	`outcome` text,
	CONSTRAINT "second_reset_outcome" CHECK("second_reset"."outcome" in ('granted','refused','expired'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `second_reset_open` ON `second_reset` (`user_id`) WHERE outcome is null;--> statement-breakpoint
CREATE INDEX `second_reset_waiting` ON `second_reset` (`expires_at`) WHERE outcome is null;--> statement-breakpoint
CREATE TABLE `factor` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text,
	`material` text NOT NULL,
	`counter` integer NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	CONSTRAINT "factor_kind" CHECK("factor"."kind" in ('totp','passkey','codes'))
);
--> statement-breakpoint
CREATE INDEX `factor_user` ON `factor` (`user_id`);--> statement-breakpoint
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
	CONSTRAINT "rights_log_did" CHECK("__new_rights_log"."did" in ('asked','granted','refused','expired','ended','disabled','enabled','invited','renamed','email_asked','email_changed','email_refused','email_expired','password_changed','second_added','second_removed','codes_made','code_used','reset_asked','second_reset','reset_refused','reset_expired'))
);
--> statement-breakpoint
INSERT INTO `__new_rights_log`("id", "at", "did", "by", "user_id", "role", "agency_id", "reason", "detail") SELECT "id", "at", "did", "by", "user_id", "role", "agency_id", "reason", "detail" FROM `rights_log`;--> statement-breakpoint
DROP TABLE `rights_log`;--> statement-breakpoint
ALTER TABLE `__new_rights_log` RENAME TO `rights_log`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `session` ADD `second_at` integer;--> statement-breakpoint
ALTER TABLE `user` ADD `second_since` integer;--> statement-breakpoint
ALTER TABLE `user` ADD `second_due` integer;