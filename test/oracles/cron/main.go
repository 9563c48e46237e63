// Reads lines of JSON, {"schedule": ..., "from": RFC 3339}, and prints one line each with what robfig/cron makes of it with the options of
// Argo CD's sync windows: the next three times after `from`, "never", or "refused". {"zone": ...} asks whether Go knows a time zone.
// What it answered is recorded in test/languages/cron/outcomes.json.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	// The zones do not depend on the machine.
	_ "time/tzdata"

	"github.com/robfig/cron/v3"
)

type question struct {
	Schedule string  `json:"schedule"`
	From     string  `json:"from"`
	Zone     *string `json:"zone"`
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	parser := cron.NewParser(cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow)
	for in.Scan() {
		var q question
		if err := json.Unmarshal(in.Bytes(), &q); err != nil {
			fmt.Fprintln(os.Stderr, "no question on the line:", err)
			os.Exit(2)
		}
		if q.Zone != nil {
			_, err := time.LoadLocation(*q.Zone)
			fmt.Println(err == nil)
			continue
		}
		fmt.Println(answer(parser, q))
	}
}

func answer(parser cron.Parser, q question) (text string) {
	defer func() {
		if recover() != nil {
			text = "panic"
		}
	}()
	schedule, err := parser.Parse(q.Schedule)
	if err != nil {
		return "refused"
	}
	at, err := time.Parse(time.RFC3339, q.From)
	if err != nil {
		return err.Error()
	}
	times := []string{}
	for range 3 {
		at = schedule.Next(at)
		if at.IsZero() {
			return "never"
		}
		times = append(times, at.Format("2006-01-02T15:04"))
	}
	return strings.Join(times, " ")
}
