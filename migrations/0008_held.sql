ALTER TABLE `delivery` ADD `held_for` text;--> statement-breakpoint
CREATE INDEX `delivery_held` ON `delivery` (`held_for`,`outbox_id`) WHERE held_for is not null;