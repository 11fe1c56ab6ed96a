#!/usr/bin/env bash
# Checks translations; findings go beside the code, a summary to the page of the job, and SARIF to a file if one is named.
#
# Reads ISOGLOSS (the executable), ISOGLOSS_ARGUMENTS and ISOGLOSS_SARIF (both may be empty) and what every runner sets.
set -uo pipefail

# Words and no more: nothing in them is expanded or run.
words=()
IFS=$' \t\n' read -r -d '' -a words <<<"$ISOGLOSS_ARGUMENTS"
summary="$RUNNER_TEMP/isogloss-summary.md"
rm -f "$summary"
outputs=(--output "markdown=$summary")
if [[ -n $ISOGLOSS_SARIF ]]; then
  outputs+=(--output "sarif=$ISOGLOSS_SARIF")
fi

# Old versions of bash take an empty array for one that is not set.
"$ISOGLOSS" check ${words[@]+"${words[@]}"} --format github "${outputs[@]}"
code=$?

if ((code == 2)); then
  echo "::error title=isogloss::the check could not be done: the log says why"
fi
if [[ -f $summary ]]; then
  cat "$summary" >>"$GITHUB_STEP_SUMMARY"
fi
echo "exit-code=$code" >>"$GITHUB_OUTPUT"
exit "$code"
