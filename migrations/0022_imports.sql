CREATE TABLE `import_line` (
	`run_id` integer NOT NULL,
	`n` integer NOT NULL,
	`cells` text NOT NULL,
	`fate` text,
	`faults` text,
	PRIMARY KEY(`run_id`, `n`),
	CONSTRAINT "import_line_fate" CHECK("import_line"."fate" in ('added','changed','same','refused'))
);
--> statement-breakpoint
CREATE INDEX `import_line_by_fate` ON `import_line` (`run_id`,`fate`,`n`);--> statement-breakpoint
CREATE TABLE `import_run` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`file` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`headers` text NOT NULL,
	`mapping` text NOT NULL,
	`counts` text NOT NULL,
	`lines` integer NOT NULL,
	`held_until` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "import_run_state" CHECK("import_run"."state" in ('mapping','checking','checked','running','done'))
);
--> statement-breakpoint
CREATE INDEX `import_run_working` ON `import_run` (`id`) WHERE state in ('checking','running');