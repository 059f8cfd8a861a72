-- Rows that every change wrote and nothing read: the heat of categories and districts is the city's own (by_agency).
DELETE FROM `figure` WHERE `scope` >= 'place:' AND `scope` < 'place;';
