/** What an example of the reference is, and the names that all of them have in common. */
import type { OutputOf, RouteKey, SentTo } from '../../shared/contract/routes.ts';

/** Ids and times are plain text here: the contract brands them, and a test parses every example. */
type Plain<T> = T extends string ? string : T extends object ? { readonly [K in keyof T]: Plain<T[K]> } : T;
type Example<K extends RouteKey> = { readonly sent?: Plain<SentTo<K>>; readonly answer?: Plain<OutputOf<K>> };
export type Examples = { readonly [K in RouteKey]?: Example<K> };

export const org = 'org_01kam3v5p8e4x7c2n9w6t0y1rd';
export const user = 'usr_01kam3zq6hj8s5b0g4f2k9m7xv';
export const customRole = 'rol_01kam3zq6h5m2s7w9c4x1t8bqd';
export const group = 'grp_01kam3zq6hq6v3k1n8z5r0jfye';
