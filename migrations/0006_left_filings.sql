DROP INDEX `filing_at`;--> statement-breakpoint
ALTER TABLE `filing` ADD `left_at` integer;--> statement-breakpoint
CREATE INDEX `filing_fields` ON `filing` (`fields_digest`,`at`);