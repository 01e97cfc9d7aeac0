/** Where what was counted of leaves stands, by the number of the first: the one thing that the table `lists` holds. */
export const CENSUS = -1;
