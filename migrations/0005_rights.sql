CREATE TABLE `rights_log` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`did` text NOT NULL,
	`by` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text,
	`agency_id` integer,
	`reason` text NOT NULL,
	CONSTRAINT "rights_log_did" CHECK("rights_log"."did" in ('asked','granted','refused','expired','ended','disabled','enabled','invited'))
);
--> statement-breakpoint
CREATE TABLE `role_grant` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`agency_id` integer NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`ripens_at` integer,
	`expires_at` integer NOT NULL,
	`outcome` text,
	CONSTRAINT "role_grant_outcome" CHECK("role_grant"."outcome" in ('granted','refused','expired'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_grant_open` ON `role_grant` (`user_id`,`role`,`agency_id`) WHERE outcome is null;--> statement-breakpoint
CREATE INDEX `role_grant_waiting` ON `role_grant` (`expires_at`) WHERE outcome is null;