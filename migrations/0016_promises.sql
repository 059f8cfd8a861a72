ALTER TABLE `figure` ADD `promises` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `figure` ADD `kept_promises` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `figure` ADD `promise_due_days` text DEFAULT '{}' NOT NULL;