/** As much of oidc-provider 9 as the bench uses: the package brings no types. */
declare module "oidc-provider" {
  import type { RequestListener } from "node:http";

  interface Client {
    readonly clientId: string;
  }

  interface Grant {
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  interface RefreshToken {
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    callback(): RequestListener;
    readonly Client: { find(clientId: string): Promise<Client | undefined> };
    readonly Grant: new (properties: {
      accountId: string;
      clientId: string;
    }) => Grant;
    readonly RefreshToken: new (
      properties: Readonly<Record<string, unknown>>,
    ) => RefreshToken;
  }
}
