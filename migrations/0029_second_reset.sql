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
CREATE INDEX `second_reset_waiting` ON `second_reset` (`expires_at`) WHERE outcome is null;