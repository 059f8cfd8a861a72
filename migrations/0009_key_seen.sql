ALTER TABLE `complaint` ADD `key_seen_by` text;--> statement-breakpoint
-- by hand: keys that staff made for somebody before the column was there, by all agencies of the filer
UPDATE `complaint` SET `key_seen_by` = (SELECT json_group_array(DISTINCT m.agency_id) FROM membership m WHERE m.user_id = complaint.filed_by AND m.agency_id <> 0) WHERE `filed_by` IS NOT NULL AND `has_key_holder` = 1;
