import type { CryptoPort } from "../crypto/port.ts";
import type { FairQueue } from "../domain/fair-queue.ts";
import type { Passwords } from "../domain/passwords.ts";
import type { Exchange } from "../lab/exchange.ts";
import type { LabStore, Store } from "../store/store.ts";
import type { Body } from "./body.ts";

/** The client that the app authenticates as (RFC 6749 §2.3.1). */
export interface Client {
  readonly id: string;
  readonly secret: string;
}

/** What every route is given. */
export interface Services {
  readonly store: Store;
  readonly crypto: CryptoPort;
  readonly passwords: Passwords;
  /** The queue of passwords that wait to be hashed. Its keys are the labs' ids. */
  readonly hashing: FairQueue;
  readonly client: Client;
  /** The backend's own origin: `iss` of every token, and the base of the metadata. */
  readonly issuer: string;
  /** Whether a request without `X-Lab` uses the lab `default`. */
  readonly defaultLab: boolean;
  /** Reports an unexpected error to the operator. */
  readonly report: (error: unknown) => void;
}

/** Hono's types for this app. */
export interface BackendEnv {
  Variables: {
    services: Services;
    lab: LabStore;
    body: Body;
    exchange: Exchange | undefined;
  };
}
