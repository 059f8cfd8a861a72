DROP INDEX `message_draft`;--> statement-breakpoint
ALTER TABLE `complaint` ADD `draft_seq` integer;--> statement-breakpoint
ALTER TABLE `complaint` ADD `draft_kind` text;--> statement-breakpoint
ALTER TABLE `complaint` ADD `draft_by` text;--> statement-breakpoint
CREATE INDEX `complaint_draft` ON `complaint` (`lead_agency_id`,`id`) WHERE draft_seq is not null and state = 'in_progress';--> statement-breakpoint
CREATE INDEX `complaint_decision` ON `complaint` (`id`) WHERE draft_kind = 'decision';--> statement-breakpoint
UPDATE `complaint` SET (`draft_seq`, `draft_kind`, `draft_by`) = (
  SELECT m.seq, m.kind, 'staff:' || m.author_id FROM message m
  WHERE m.complaint_id = complaint.id AND m.state = 'draft' AND m.kind IN ('reply', 'closure')
    AND m.agency_id = complaint.lead_agency_id
    AND m.seq > coalesce((SELECT max(e.seq) FROM event e WHERE e.complaint_id = complaint.id
      AND e.type IN ('route', 'dispute', 'reopen')), 0)
  ORDER BY m.seq DESC LIMIT 1)
WHERE state IN ('in_progress', 'awaiting_info')
  AND EXISTS (SELECT 1 FROM message m WHERE m.complaint_id = complaint.id AND m.state = 'draft');
