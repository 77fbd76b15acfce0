import { createContext } from 'react';

/** The name of the platform. */
export const Platform = createContext('');
