ALTER TABLE `delivery` ADD `failed_at` integer;--> statement-breakpoint
ALTER TABLE `delivery` ADD `failure` text;--> statement-breakpoint
ALTER TABLE `identity` ADD `email_failed_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `reached` text;--> statement-breakpoint
CREATE INDEX `outbox_unheard` ON `outbox` (`id`) WHERE reached <> 'told' and recipient <> 'reporter';