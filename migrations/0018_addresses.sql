CREATE TABLE `email_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`previous` text NOT NULL,
	`email` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`ripens_at` integer,
	`expires_at` integer NOT NULL,
	`outcome` text,
	CONSTRAINT "email_change_outcome" CHECK("email_change"."outcome" in ('granted','refused','expired'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `email_change_open` ON `email_change` (`user_id`) WHERE outcome is null;--> statement-breakpoint
CREATE INDEX `email_change_waiting` ON `email_change` (`expires_at`) WHERE outcome is null;--> statement-breakpoint
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
	CONSTRAINT "rights_log_did" CHECK("__new_rights_log"."did" in ('asked','granted','refused','expired','ended','disabled','enabled','invited','renamed','email_asked','email_changed','email_refused','email_expired'))
);
--> statement-breakpoint
INSERT INTO `__new_rights_log`("id", "at", "did", "by", "user_id", "role", "agency_id", "reason", "detail") SELECT "id", "at", "did", "by", "user_id", "role", "agency_id", "reason", NULL FROM `rights_log`;--> statement-breakpoint
DROP TABLE `rights_log`;--> statement-breakpoint
ALTER TABLE `__new_rights_log` RENAME TO `rights_log`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `user` ADD `email_since` integer;