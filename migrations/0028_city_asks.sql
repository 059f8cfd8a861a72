CREATE TABLE `city_ask` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`noun` text NOT NULL,
	`row_id` integer NOT NULL,
	`typed` text NOT NULL,
	`before` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`ripens_at` integer,
	`expires_at` integer NOT NULL,
	`outcome` text,
	CONSTRAINT "city_ask_outcome" CHECK("city_ask"."outcome" in ('granted','refused','expired'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `city_ask_open` ON `city_ask` (`noun`,`row_id`) WHERE outcome is null;--> statement-breakpoint
CREATE INDEX `city_ask_waiting` ON `city_ask` (`expires_at`) WHERE outcome is null;