-- What is erased leaves the blocks of the index at once, not when they are merged some day.
INSERT INTO staff_search(staff_search, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO public_search(public_search, rank) VALUES ('secure-delete', 1);
