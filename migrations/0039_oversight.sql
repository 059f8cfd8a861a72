CREATE TABLE `oversight_entry` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`kind` text NOT NULL,
	`agency_id` integer NOT NULL,
	`of` integer,
	`words` text,
	`facts` text NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	`open` integer DEFAULT false NOT NULL,
	`once` text,
	CONSTRAINT "oversight_entry_kind" CHECK("oversight_entry"."kind" in ('reminder','question','answer','check','checked'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `oversight_entry_once` ON `oversight_entry` (`once`);--> statement-breakpoint
CREATE UNIQUE INDEX `oversight_entry_open` ON `oversight_entry` (`kind`,`agency_id`) WHERE open = 1;--> statement-breakpoint
CREATE INDEX `oversight_entry_agency` ON `oversight_entry` (`agency_id`,`seq`);