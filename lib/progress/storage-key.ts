/** Where this device keeps a learner's progress. By itself, so that asking for it brings no parser along. */
export const storageKey = "silent-refresh.progress";
