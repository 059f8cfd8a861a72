/** Languages of the interface; the first is the source and stands in wherever another has no words. */
export type Language = 'id' | 'en'
