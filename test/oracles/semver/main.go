// Reads lines of JSON, each a text, and prints for each whether Argo CD takes
// it for a version or a range of versions: t or f. What it answered is
// recorded in test/languages/semver/outcomes.json.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/Masterminds/semver/v3"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		var text string
		if err := json.Unmarshal(in.Bytes(), &text); err != nil {
			fmt.Fprintln(os.Stderr, "no text on the line:", err)
			os.Exit(2)
		}
		_, version := semver.NewVersion(text)
		_, constraint := semver.NewConstraint(text)
		if version == nil || constraint == nil {
			fmt.Println("t")
		} else {
			fmt.Println("f")
		}
	}
}
