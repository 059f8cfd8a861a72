CREATE TABLE `hand_over` (
	`user_id` text NOT NULL,
	`agency_id` integer NOT NULL,
	`to_id` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `agency_id`)
);
