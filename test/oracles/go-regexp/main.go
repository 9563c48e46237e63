// Reads lines of JSON, each a text, and prints for each whether Go reads it as
// a regular expression: t or f. What it answered is recorded in
// test/languages/conditions/regexp-outcomes.json.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"regexp/syntax"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		var text string
		if err := json.Unmarshal(in.Bytes(), &text); err != nil {
			fmt.Fprintln(os.Stderr, "no text on the line:", err)
			os.Exit(2)
		}
		if _, err := syntax.Parse(text, syntax.Perl); err == nil {
			fmt.Println("t")
		} else {
			fmt.Println("f")
		}
	}
}
