-- Tables that every command writes are kept without a rowid (by hand): their key is their only
-- copy, so that an event, clock, assignment or message costs one row and not two.
CREATE TABLE `agency` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`kind` text NOT NULL,
	`parent_id` integer,
	`status` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`approval` integer DEFAULT false NOT NULL,
	`every_day` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agency_slug_unique` ON `agency` (`slug`);--> statement-breakpoint
CREATE TABLE `area` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`parent_id` integer,
	`lat` real,
	`lng` real
);
--> statement-breakpoint
CREATE UNIQUE INDEX `area_code_unique` ON `area` (`code`);--> statement-breakpoint
CREATE TABLE `calendar_year` (
	`year` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `category` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`default_agency_id` integer,
	`public_works` integer DEFAULT false NOT NULL,
	`active` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `category_slug_unique` ON `category` (`slug`);--> statement-breakpoint
CREATE TABLE `city_snapshot` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`json` text NOT NULL,
	CONSTRAINT "city_snapshot_one" CHECK("city_snapshot"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `clock_rule` (
	`kind` text NOT NULL,
	`class` text NOT NULL,
	`unit` text NOT NULL,
	`length` integer NOT NULL,
	`valid_from` text NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`kind`, `class`, `valid_from`),
	CONSTRAINT "clock_rule_unit" CHECK("clock_rule"."unit" in ('working_day', 'calendar_day')),
	CONSTRAINT "clock_rule_length" CHECK("clock_rule"."length" > 0)
);
--> statement-breakpoint
CREATE TABLE `counter` (
	`key` text NOT NULL,
	`window` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`key`, `window`)
);
--> statement-breakpoint
CREATE INDEX `counter_window` ON `counter` (`window`);--> statement-breakpoint
CREATE TABLE `holiday` (
	`day` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	CONSTRAINT "holiday_kind" CHECK("holiday"."kind" in ('libur_nasional', 'cuti_bersama'))
);
--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `assignment` (
	`complaint_id` integer NOT NULL,
	`agency_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`role` text NOT NULL,
	`officer_id` text,
	`open` integer NOT NULL,
	`bucket` text NOT NULL,
	`rank_day` text,
	`due_day` text,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	PRIMARY KEY(`complaint_id`, `agency_id`, `seq`),
	CONSTRAINT "assignment_role" CHECK("assignment"."role" in ('lead','support')),
	CONSTRAINT "assignment_bucket" CHECK("assignment"."bucket" in ('work','paused','confirm'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `assignment_agency` ON `assignment` (`agency_id`,`role`,`bucket`,`rank_day`,`complaint_id`) WHERE open = 1;--> statement-breakpoint
CREATE INDEX `assignment_officer` ON `assignment` (`officer_id`,`bucket`,`rank_day`,`complaint_id`) WHERE open = 1 and officer_id is not null;--> statement-breakpoint
CREATE INDEX `assignment_city` ON `assignment` (`bucket`,`rank_day`,`complaint_id`) WHERE open = 1 and role = 'lead';--> statement-breakpoint
CREATE TABLE `clock` (
	`complaint_id` integer NOT NULL,
	`kind` text NOT NULL,
	`round` integer NOT NULL,
	`holder` text NOT NULL,
	`agency_id` integer,
	`unit` text NOT NULL,
	`length` integer NOT NULL,
	`start_day` text NOT NULL,
	`due_day` text NOT NULL,
	`provisional` integer NOT NULL,
	`status` text NOT NULL,
	`paused_day` text,
	`resumed_day` text,
	`left` integer,
	`stood_still` integer NOT NULL,
	`end_day` text,
	`late` integer NOT NULL,
	`rung` integer NOT NULL,
	PRIMARY KEY(`complaint_id`, `kind`, `round`),
	CONSTRAINT "clock_status" CHECK("clock"."status" in ('running','paused','ended','void'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `clock_running` ON `clock` (`kind`,`due_day`,`complaint_id`) WHERE status = 'running';--> statement-breakpoint
CREATE INDEX `clock_provisional` ON `clock` (`complaint_id`) WHERE provisional = 1 and status in ('running','paused');--> statement-breakpoint
CREATE TABLE `complaint` (
	`id` integer PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`version` integer NOT NULL,
	`last_hash` text NOT NULL,
	`root_id` integer NOT NULL,
	`cluster_size` integer NOT NULL,
	`state` text NOT NULL,
	`came_from` text,
	`class` text NOT NULL,
	`supervisory` integer NOT NULL,
	`sensitive` text,
	`suspected_spam` integer NOT NULL,
	`anonymous` integer NOT NULL,
	`confidential` integer NOT NULL,
	`channel` text NOT NULL,
	`has_key_holder` integer NOT NULL,
	`filed_by` text,
	`category_id` integer,
	`district_id` integer,
	`subdistrict_id` integer,
	`proposed_agency_id` integer,
	`about_agency_id` integer,
	`lead_agency_id` integer,
	`supporting` text NOT NULL,
	`former_agencies` text DEFAULT '[]' NOT NULL,
	`officer_id` text,
	`priority` text NOT NULL,
	`received_at` integer NOT NULL,
	`day_zero` text NOT NULL,
	`first_routed_day` text,
	`returns` integer NOT NULL,
	`disputes` integer NOT NULL,
	`first_answer_days` integer,
	`close_days` integer,
	`ever_late` integer NOT NULL,
	`closed_at` integer,
	`rating` integer,
	`erased` integer DEFAULT false NOT NULL,
	`release_status` text NOT NULL,
	`release_point` integer NOT NULL,
	`key_hash` text,
	`title` text,
	`text` text,
	`salt` text,
	`released_title` text,
	`released_text` text,
	`screened_text` text,
	`incident_day` text NOT NULL,
	`landmark` text,
	`lat` real,
	`lng` real,
	`on_behalf` text,
	`loss` text,
	`settlement` text,
	`lapor_number` text,
	`public_from` integer,
	`tokens` text NOT NULL,
	`undo` text,
	CONSTRAINT "complaint_state" CHECK("complaint"."state" in ('received','awaiting_info','routed','in_progress','awaiting_confirmation','closed','referred','archived','withdrawn','merged')),
	CONSTRAINT "complaint_class" CHECK("complaint"."class" in ('complaint','aspiration','information')),
	CONSTRAINT "complaint_priority" CHECK("complaint"."priority" in ('normal','important','urgent')),
	CONSTRAINT "complaint_version" CHECK("complaint"."version" > 0),
	CONSTRAINT "complaint_rating" CHECK("complaint"."rating" is null or "complaint"."rating" between 1 and 5),
	CONSTRAINT "complaint_release" CHECK("complaint"."release_status" in ('none','released','withdrawn')),
	CONSTRAINT "complaint_never_public" CHECK(not ("complaint"."release_status" = 'released' and ("complaint"."confidential" or "complaint"."supervisory" or "complaint"."suspected_spam")))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `complaint_reference` ON `complaint` (`reference`);--> statement-breakpoint
CREATE INDEX `complaint_members` ON `complaint` (`root_id`) WHERE root_id <> id;--> statement-breakpoint
CREATE INDEX `complaint_released` ON `complaint` (`id`) WHERE release_status = 'released';--> statement-breakpoint
CREATE INDEX `complaint_erasable` ON `complaint` (`closed_at`) WHERE closed_at is not null and text is not null;--> statement-breakpoint
CREATE INDEX `complaint_filer` ON `complaint` (`filed_by`,`id`) WHERE filed_by is not null;--> statement-breakpoint
CREATE INDEX `complaint_coordination` ON `complaint` (`id`) WHERE state = 'received' and returns >= 2;--> statement-breakpoint
CREATE INDEX `complaint_disputed` ON `complaint` (`lead_agency_id`,`id`) WHERE disputes > 0 and state = 'in_progress';--> statement-breakpoint
CREATE TABLE `day_digest` (
	`day` text PRIMARY KEY NOT NULL,
	`root` text NOT NULL,
	`count` integer NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `event` (
	`complaint_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`state_before` text,
	`state_after` text NOT NULL,
	`agency_id` integer,
	`facts` text NOT NULL,
	`commitment` text,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`complaint_id`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `event_at` ON `event` (`at`);--> statement-breakpoint
CREATE TABLE `figure` (
	`scope` text NOT NULL,
	`month` text NOT NULL,
	`received` integer DEFAULT 0 NOT NULL,
	`joined` integer DEFAULT 0 NOT NULL,
	`open` integer DEFAULT 0 NOT NULL,
	`closed` integer DEFAULT 0 NOT NULL,
	`disputed` integer DEFAULT 0 NOT NULL,
	`late` integer DEFAULT 0 NOT NULL,
	`referred` integer DEFAULT 0 NOT NULL,
	`archived` integer DEFAULT 0 NOT NULL,
	`withdrawn` integer DEFAULT 0 NOT NULL,
	`confidential` integer DEFAULT 0 NOT NULL,
	`ratings` integer DEFAULT 0 NOT NULL,
	`rating_sum` integer DEFAULT 0 NOT NULL,
	`answer_days` text DEFAULT '{}' NOT NULL,
	`close_days` text DEFAULT '{}' NOT NULL,
	PRIMARY KEY(`scope`, `month`)
);
--> statement-breakpoint
CREATE TABLE `message` (
	`complaint_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`audience` text NOT NULL,
	`state` text NOT NULL,
	`author_kind` text NOT NULL,
	`author_id` text,
	`agency_id` integer,
	`at` integer NOT NULL,
	`visible_from` integer NOT NULL,
	`text` text,
	`reason` text,
	`screened` text,
	`salt` text,
	PRIMARY KEY(`complaint_id`, `seq`),
	CONSTRAINT "message_state" CHECK("message"."state" in ('sent','draft','screening','undone')),
	CONSTRAINT "message_audience" CHECK("message"."audience" in ('public','reporter','staff'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `message_waiting` ON `message` (`state`,`complaint_id`) WHERE state in ('draft','screening');--> statement-breakpoint
CREATE INDEX `message_draft` ON `message` (`agency_id`,`complaint_id`) WHERE state = 'draft';--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`complaint_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`source` text NOT NULL,
	`author_id` text,
	`key` text,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer,
	`height` integer,
	`digest` text NOT NULL,
	`is_public` integer DEFAULT false NOT NULL,
	`for_agency` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "attachment_source" CHECK("attachment"."source" in ('reporter','agency'))
);
--> statement-breakpoint
CREATE INDEX `attachment_complaint` ON `attachment` (`complaint_id`,`seq`);--> statement-breakpoint
CREATE INDEX `attachment_key` ON `attachment` (`key`);--> statement-breakpoint
CREATE TABLE `delivery` (
	`outbox_id` integer NOT NULL,
	`recipient` text NOT NULL,
	`channel` text NOT NULL,
	`reference` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`outbox_id`, `recipient`, `channel`)
);
--> statement-breakpoint
CREATE TABLE `filing` (
	`token_digest` text PRIMARY KEY NOT NULL,
	`fields_digest` text NOT NULL,
	`complaint_id` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `filing_at` ON `filing` (`at`);--> statement-breakpoint
CREATE TABLE `identity` (
	`complaint_id` integer PRIMARY KEY NOT NULL,
	`key_version` integer NOT NULL,
	`wrapped_key` text,
	`sealed` text,
	`has_name` integer NOT NULL,
	`has_phone` integer NOT NULL,
	`has_email` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dedupe` text NOT NULL,
	`complaint_id` integer,
	`seq` integer,
	`recipient` text NOT NULL,
	`agency_id` integer,
	`template` text NOT NULL,
	`not_before` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`error` text,
	`done_at` integer,
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('waiting','done','cancelled','dead'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_dedupe_unique` ON `outbox` (`dedupe`);--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`not_before`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `outbox_dead` ON `outbox` (`id`) WHERE state = 'dead';--> statement-breakpoint
CREATE TABLE `reveal` (
	`complaint_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`complaint_id`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `reveal_at` ON `reveal` (`at`);--> statement-breakpoint
CREATE TABLE `upload` (
	`id` text PRIMARY KEY NOT NULL,
	`complaint_id` integer NOT NULL,
	`length` integer NOT NULL,
	`offset` integer NOT NULL,
	`started_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `breach` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`found_at` integer NOT NULL,
	`notice_due_at` integer NOT NULL,
	`what` text NOT NULL,
	`concerned` text NOT NULL,
	`done` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`noticed_at` integer,
	`noticed_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `breach_same` ON `breach` (`found_at`,`what`);--> statement-breakpoint
CREATE INDEX `breach_open` ON `breach` (`notice_due_at`) WHERE noticed_at is null;--> statement-breakpoint
CREATE INDEX `breach_noticed` ON `breach` (`noticed_at`) WHERE noticed_at is not null;--> statement-breakpoint
CREATE TABLE `data_request` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`complaint_id` integer NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`checked` text,
	`requested_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`answered_at` integer,
	`answered_by` text,
	`outcome` text,
	`answer` text,
	CONSTRAINT "data_request_kind" CHECK("data_request"."kind" in ('see','correct','erase')),
	CONSTRAINT "data_request_channel" CHECK("data_request"."channel" in ('own','counter','phone','letter','email','whatsapp')),
	CONSTRAINT "data_request_outcome" CHECK(("data_request"."answered_at" is null) = ("data_request"."outcome" is null) and ("data_request"."outcome" is null or "data_request"."outcome" in ('done','refused')))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `data_request_same` ON `data_request` (`complaint_id`,`kind`,`requested_at`);--> statement-breakpoint
CREATE INDEX `data_request_open` ON `data_request` (`due_at`) WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX `data_request_answered` ON `data_request` (`answered_at`) WHERE answered_at is not null;--> statement-breakpoint
CREATE TABLE `membership` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`agency_id` integer NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`user_id`, `role`, `agency_id`, `since`),
	CONSTRAINT "membership_role" CHECK("membership"."role" in ('admin','verifier','liaison','officer','head','leader','inspectorate','auditor'))
);
--> statement-breakpoint
CREATE INDEX `membership_agency` ON `membership` (`agency_id`,`role`);--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `saved_view_user` ON `saved_view` (`user_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `template` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agency_id` integer,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `template_kind` ON `template` (`kind`,`agency_id`,`name`,`text`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE INDEX `user_name` ON `user` (name collate nocase,`id`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer,
	`updated_at` integer
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);