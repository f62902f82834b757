/** What `@UseFilters()` leaves on a class or a method. The constant is not exported by every version of Nest. */
export const FILTERS_METADATA = '__exceptionFilters__';
