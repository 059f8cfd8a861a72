CREATE TABLE `trail` (
	`key` text NOT NULL,
	`at` integer NOT NULL,
	`complaint_id` integer NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`key`, `at`, `complaint_id`, `seq`)
);
