/** The key of a learner's progress in storage. It has a file of its own, so that reading it loads no parser. */
export const storageKey = "silent-refresh.progress";
