/** The region that everything on one machine lies in. */
export const region = 'eu-central-1';
/** The account that everything on one machine belongs to. */
export const account = '000000000000';
