// Reads lines of JSON, {"condition": ..., "result": ...}, and prints what Argo Rollouts 1.9 makes of each, one line each:
// {"compiles": true, "value": true} or {"compiles": false} or {"compiles": true, "fails": true}, with the error beside it.
// A result is {"float": 0.5}, {"float": "NaN"}, {"floats": [...]}, {"json": ...}, {"nil": true} or {"unknown": true}; the last one
// only compiles. What it answered is recorded in test/languages/conditions/outcomes.json, one mark for each result.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"reflect"
	"strconv"
	"time"

	"github.com/antonmedv/expr"
)

type result struct {
	Float   any   `json:"float"`
	Floats  []any `json:"floats"`
	Json    any   `json:"json"`
	Nil     bool  `json:"nil"`
	Unknown bool  `json:"unknown"`
}

type question struct {
	Condition string `json:"condition"`
	Result    result `json:"result"`
}

type answer struct {
	Compiles bool   `json:"compiles"`
	Fails    bool   `json:"fails,omitempty"`
	Value    any    `json:"value,omitempty"`
	Error    string `json:"error,omitempty"`
}

// The environment of an unknown result: compiled as a struct, a field may have any type.
type unknownEnv struct {
	Result  any                `expr:"result"`
	AsInt   func(any) int64    `expr:"asInt"`
	AsFloat func(any) float64  `expr:"asFloat"`
	IsNaN   func(float64) bool `expr:"isNaN"`
	IsInf   func(float64) bool `expr:"isInf"`
	IsNil   func(any) bool     `expr:"isNil"`
	Default func(any, any) any `expr:"default"`
}

func number(value any) float64 {
	switch v := value.(type) {
	case float64:
		return v
	case string:
		f, err := strconv.ParseFloat(v, 64)
		if err != nil {
			panic(err)
		}
		return f
	}
	panic(fmt.Sprintf("no number: %v", value))
}

func (r result) value() any {
	switch {
	case r.Float != nil:
		return number(r.Float)
	case r.Floats != nil:
		values := make([]float64, len(r.Floats))
		for i, v := range r.Floats {
			values[i] = number(v)
		}
		return values
	case r.Nil:
		return nil
	}
	return r.Json
}

func asInt(in any) int64 {
	switch v := reflect.ValueOf(in); v.Kind() {
	case reflect.Float32, reflect.Float64:
		return int64(v.Float())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return v.Int()
	case reflect.String:
		i, err := strconv.ParseInt(v.String(), 10, 64)
		if err != nil {
			panic(err)
		}
		return i
	}
	panic(fmt.Sprintf("asInt of %v", in))
}

func asFloat(in any) float64 {
	switch v := reflect.ValueOf(in); v.Kind() {
	case reflect.Float32, reflect.Float64:
		return v.Float()
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return float64(v.Int())
	case reflect.String:
		f, err := strconv.ParseFloat(v.String(), 64)
		if err != nil {
			panic(err)
		}
		return f
	}
	panic(fmt.Sprintf("asFloat of %v", in))
}

// What is nil for a condition: a null of JSON, never an empty list.
func environment(value any) map[string]any {
	return map[string]any{
		"result":  value,
		"asInt":   asInt,
		"asFloat": asFloat,
		"isNaN":   math.IsNaN,
		"isInf":   func(f float64) bool { return math.IsInf(f, 0) },
		"isNil":   func(any) bool { return value == nil },
		"default": func(_ any, fallback any) any {
			if value == nil {
				return fallback
			}
			return value
		},
	}
}

func shown(value any) any {
	switch v := value.(type) {
	case bool:
		return v
	case time.Time, time.Duration:
		return fmt.Sprintf("%T", v)
	}
	return fmt.Sprintf("%T %v", value, value)
}

func ask(q question) answer {
	if q.Result.Unknown {
		if _, err := expr.Compile(q.Condition, expr.Env(unknownEnv{})); err != nil {
			return answer{Error: err.Error()}
		}
		return answer{Compiles: true}
	}
	env := environment(q.Result.value())
	program, err := expr.Compile(q.Condition, expr.Env(env))
	if err != nil {
		return answer{Error: err.Error()}
	}
	value, err := expr.Run(program, env)
	if err != nil {
		return answer{Compiles: true, Fails: true, Error: err.Error()}
	}
	return answer{Compiles: true, Value: shown(value)}
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) == 0 {
			break
		}
		var q question
		if e := json.Unmarshal(line, &q); e != nil {
			fmt.Fprintln(os.Stderr, "no question on the line:", e)
			os.Exit(2)
		}
		if e := encoder.Encode(ask(q)); e != nil {
			fmt.Fprintln(os.Stderr, e)
			os.Exit(2)
		}
		if err != nil {
			break
		}
	}
}
