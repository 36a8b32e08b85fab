export const help = `
Runs the lessons' checks in a real browser, and says what passes and why not.

  npm run check                                      your solutions, in this clone
  npm run check -- --lesson refresh-rotation         one lesson (may be repeated)
  npm run check -- --variant token-store             another variant than yours (may be repeated)
  npm run check -- --grep idle                       checks whose name or sentence fits
  npm run check -- --list                            what would run
  npm run check -- --url https://a-student.example   a site that runs already: nothing is built or started

  --json FILE    every result, versioned (schema: /instructors of any site)
  --junit FILE   for CI
  --html DIR     Playwright's report, with a trace of what failed

  npm run check -- --roster class.csv                a class: a CSV file with the columns name and url
  --csv FILE     students x checks
  --html FILE    the same as one page that opens anywhere
  --parallel N   sites at a time (2)
  --time-limit S for one site, in seconds (900)

Exit code: 0 all pass, 1 a check does not, 2 the command or the roster has a mistake.
`.trim();
