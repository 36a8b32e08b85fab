import { describeChecks } from "../../../e2e/fixtures/checks";
import { expect } from "../../../e2e/fixtures/test";
import { seededUsers } from "../../../e2e/fixtures/users";
import meta from "./meta";

const { ada } = seededUsers;

describeChecks(meta, {
  "session-has-a-name": async ({ visitor }) => {
    await visitor.signInByRequest(ada);
    expect((await visitor.session()).user?.name).toBe("Ada Lovelace");
  },
});
