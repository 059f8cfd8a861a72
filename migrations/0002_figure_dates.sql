ALTER TABLE `figure` ADD `due_days` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `figure` ADD `late_due_days` text DEFAULT '{}' NOT NULL;