CREATE INDEX `complaint_coordination` ON `complaint` (`id`) WHERE state = 'received' and returns >= 2;--> statement-breakpoint
CREATE INDEX `complaint_disputed` ON `complaint` (`lead_agency_id`,`id`) WHERE disputes > 0 and state = 'in_progress';--> statement-breakpoint
CREATE INDEX `message_draft` ON `message` (`agency_id`,`complaint_id`) WHERE state = 'draft';
