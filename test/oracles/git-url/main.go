// Reads lines of JSON strings, each a URL, and prints one JSON string each: what Go's net/url prints of it once it is parsed, or null where
// it is refused. What it answered is recorded in test/manifests/git-url.json. Only the standard library is needed: go run main.go
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		var text string
		if err := json.Unmarshal(in.Bytes(), &text); err != nil {
			fmt.Fprintln(os.Stderr, "no JSON string on the line:", err)
			os.Exit(2)
		}
		parsed, err := url.Parse(text)
		if err != nil {
			fmt.Println("null")
			continue
		}
		shown := json.NewEncoder(os.Stdout)
		shown.SetEscapeHTML(false)
		if err := shown.Encode(parsed.String()); err != nil {
			panic(err)
		}
	}
}
