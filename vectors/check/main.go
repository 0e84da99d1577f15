// Checks the golden files of the record by Go's standard library alone, knowing nothing of the code that made them:
//
//	go run vectors/check/main.go vectors
//
// docs/formats.md says what the bytes mean.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
)

type section struct {
	Salt, Digest []byte
	Body         string
}

type note struct {
	Name, Key, Text, Note    string
	Theatre, Prev, Seq, Time string
	Type, Status             string
	Envelope, Details        section
	Hash, Bytes              []byte
	Refused, Elsewhere       string
}

type slotTree struct {
	Name                    string
	Chance, Root, CauseSalt []byte
	Contents                []string
	Slots                   []struct {
		Slot int
		Salt []byte
		Path [][]byte
	}
}

type leaf struct {
	Name, Index, At, CauseBytes, Text      string
	Rules, CauseSalt, Cause, Outcome, Hash []byte
}

type tree struct {
	Name  string
	Size  int
	Peaks [][]byte
	Root  []byte
}

type proof struct {
	Proof          string
	Delivery, Leaf []byte
	Slot           int
	Salt           []byte
	Path           [][]byte
	Cause          *struct{ Salt, Bytes []byte }
}

func main() {
	folder := "vectors"
	if len(os.Args) > 1 {
		folder = os.Args[1]
	}
	fmt.Println("notes: ", checkNotes(folder))
	fmt.Println("slots: ", checkSlots(folder))
	leaves, count := checkLeaves(folder)
	fmt.Println("leaves:", count)
	fmt.Println("trees: ", checkTrees(folder))
	fmt.Println("proofs:", checkProofs(folder, leaves))
	fmt.Println("frames:", checkJournal(folder))
}

func must(holds bool, name string, what string) {
	if !holds {
		fmt.Fprintf(os.Stderr, "%s: %s\n", name, what)
		os.Exit(1)
	}
}

func read(folder, file string) []byte {
	content, err := os.ReadFile(filepath.Join(folder, file))
	must(err == nil, file, fmt.Sprint(err))
	return content
}

func parse(content []byte, into interface{}, name string) {
	err := json.Unmarshal(content, into)
	must(err == nil, name, fmt.Sprint(err))
}

func hash(parts ...[]byte) []byte {
	sum := sha256.Sum256(bytes.Join(parts, nil))
	return sum[:]
}

func keyed(key []byte, label string, numbers ...int) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(label))
	for _, number := range numbers {
		binary.Write(mac, binary.BigEndian, uint32(number))
	}
	return mac.Sum(nil)
}

func b64(b []byte) string { return base64.StdEncoding.EncodeToString(b) }

// --- notes ---

func checkNotes(folder string) int {
	var notes []note
	parse(read(folder, "ledger-notes.json"), &notes, "ledger-notes.json")
	for _, n := range notes {
		if n.Refused == "" {
			checkNote(n)
		} else if n.Refused == "signature" && n.Elsewhere == "" {
			must(!signed(string(n.Bytes)), n.Name, "its signature verifies")
		}
	}
	return len(notes)
}

func checkNote(n note) {
	for _, s := range []section{n.Envelope, n.Details} {
		must(bytes.Equal(hash(s.Salt, []byte(s.Body)), s.Digest), n.Name, "digest of a section")
	}
	text := "tansiq-note/v1\ntheatre " + n.Theatre + "\nkey " + n.Key + "\nseq " + n.Seq + "\nprev " + n.Prev +
		"\ntime " + n.Time + "\ntype " + n.Type + "\nstatus " + n.Status + "\nenvelope " + b64(n.Envelope.Digest) +
		"\ndetails " + b64(n.Details.Digest) + "\n"
	must(text == n.Text, n.Name, "text")
	must(strings.HasPrefix(n.Note, n.Text+"\n\u2014 "), n.Name, "the note does not begin with its text")
	must(signed(n.Note), n.Name, "signature")
	must(bytes.Equal(hash([]byte(n.Text)), n.Hash), n.Name, "hash")
}

// Whether a note has one signature line, by the key that its text names, and it verifies.
func signed(raw string) bool {
	at := strings.LastIndex(raw, "\n\n")
	if at < 0 {
		return false
	}
	text, line := raw[:at+1], raw[at+2:]
	lines := strings.Split(text, "\n")
	if len(lines) < 3 || !strings.HasPrefix(lines[2], "key ") || !strings.HasSuffix(line, "\n") {
		return false
	}
	key := strings.SplitN(lines[2][len("key "):], "+", 3)
	words := strings.Split(strings.TrimSuffix(line, "\n"), " ")
	if len(key) != 3 || len(words) != 3 || words[0] != "\u2014" || words[1] != key[0] {
		return false
	}
	point, err := base64.StdEncoding.DecodeString(key[2])
	signature, err2 := base64.StdEncoding.DecodeString(words[2])
	if err != nil || err2 != nil || len(point) != 33 || point[0] != 1 || len(signature) != 68 {
		return false
	}
	id := hash([]byte(key[0]+"\n"), point)[:4]
	return key[1] == hex.EncodeToString(id) && bytes.Equal(id, signature[:4]) &&
		ed25519.Verify(ed25519.PublicKey(point[1:]), []byte(text), signature[4:])
}

// --- slots ---

func checkSlots(folder string) int {
	var trees []slotTree
	parse(read(folder, "ledger-slots.json"), &trees, "ledger-slots.json")
	for _, t := range trees {
		leaves := map[int][]byte{}
		counter := 0
		for i, s := range t.Slots {
			slot := -1
			for slot < 0 || leaves[slot] != nil {
				slot = int(binary.BigEndian.Uint16(keyed(t.Chance, "slot", counter)) >> 6)
				counter++
			}
			must(slot == s.Slot, t.Name, "slot")
			must(bytes.Equal(keyed(t.Chance, "salt", slot), s.Salt), t.Name, "salt")
			leaves[slot] = hash([]byte{0}, s.Salt, []byte(t.Contents[i]))
			if s.Path != nil {
				must(bytes.Equal(climb(s.Slot, s.Salt, []byte(t.Contents[i]), s.Path), t.Root), t.Name, "path")
			}
		}
		must(bytes.Equal(grow(t.Chance, leaves, 10, 0), t.Root), t.Name, "root")
		must(bytes.Equal(keyed(t.Chance, "cause"), t.CauseSalt), t.Name, "salt of the cause")
	}
	return len(trees)
}

func climb(slot int, salt, content []byte, path [][]byte) []byte {
	must(len(path) == 10 && slot >= 0 && slot < 1024, "path", "is not of ten hashes from one of 1024 slots")
	node := hash([]byte{0}, salt, content)
	for level, sibling := range path {
		if slot>>level&1 == 0 {
			node = hash([]byte{1}, node, sibling)
		} else {
			node = hash([]byte{1}, sibling, node)
		}
	}
	return node
}

func grow(chance []byte, leaves map[int][]byte, level, position int) []byte {
	holds := false
	for slot := range leaves {
		holds = holds || slot>>level == position
	}
	if !holds {
		return keyed(chance, "empty", level, position)
	}
	if level == 0 {
		return leaves[position]
	}
	return hash([]byte{1}, grow(chance, leaves, level-1, 2*position), grow(chance, leaves, level-1, 2*position+1))
}

// --- leaves and trees ---

func checkLeaves(folder string) (map[string]bool, int) {
	var leaves []leaf
	parse(read(folder, "ledger-leaf.json"), &leaves, "ledger-leaf.json")
	known := map[string]bool{}
	for _, l := range leaves {
		must(bytes.Equal(hash(l.CauseSalt, []byte(l.CauseBytes)), l.Cause), l.Name, "cause")
		text := "tansiq-entry/v1\nindex " + l.Index + "\nat " + l.At + "\nrules " + b64(l.Rules) + "\ncause " +
			b64(l.Cause) + "\noutcome " + b64(l.Outcome) + "\n"
		must(text == l.Text, l.Name, "text")
		must(bytes.Equal(hash([]byte{0}, []byte(text)), l.Hash), l.Name, "hash")
		known[string(l.Hash)] = true
	}
	return known, len(leaves)
}

func checkTrees(folder string) int {
	var trees []tree
	parse(read(folder, "ledger-tree.json"), &trees, "ledger-tree.json")
	for _, t := range trees {
		var leaves [][]byte
		for i := 0; i < t.Size; i++ {
			leaves = append(leaves, hash([]byte{0}, []byte(fmt.Sprint("leaf ", i))))
		}
		must(bytes.Equal(root(leaves), t.Root), t.Name, "root")
		at := 0
		for _, peak := range t.Peaks {
			full := split(t.Size - at + 1)
			must(bytes.Equal(root(leaves[at:at+full]), peak), t.Name, "peak")
			at += full
		}
		must(at == t.Size, t.Name, "number of peaks")
	}
	return len(trees)
}

// RFC 6962, section 2.1.
func root(leaves [][]byte) []byte {
	switch len(leaves) {
	case 0:
		return hash()
	case 1:
		return leaves[0]
	}
	k := split(len(leaves))
	return hash([]byte{1}, root(leaves[:k]), root(leaves[k:]))
}

// The largest power of two below n.
func split(n int) int {
	k := 1
	for 2*k < n {
		k *= 2
	}
	return k
}

// --- an inbox ---

func checkProofs(folder string, leaves map[string]bool) int {
	count := 0
	before := make([]byte, 32)
	for _, line := range strings.Split(strings.TrimSuffix(string(read(folder, "inbox-proof.jsonl")), "\n"), "\n") {
		count++
		name := fmt.Sprint("proof ", count)
		var p proof
		parse([]byte(line), &p, name)
		must(p.Proof == "tansiq-inbox-proof/v1", name, "version")
		told := fields(p.Delivery)
		entry := fields(p.Leaf)
		outcome := climb(p.Slot, p.Salt, p.Delivery, p.Path)
		must(entry["outcome"] == b64(outcome), name, "the path does not lead to the outcome")
		must(entry["at"] == told["at"], name, "the times differ")
		must(told["to"] == "b" && told["number"] == fmt.Sprint(count), name, "not the next delivery to b")
		must(told["prev"] == b64(before), name, "a delivery is missing before it")
		must(leaves[string(hash([]byte{0}, p.Leaf))], name, "its entry is not in the tree")
		if p.Cause != nil {
			must(entry["cause"] == b64(hash(p.Cause.Salt, p.Cause.Bytes)), name, "cause")
			must(signed(string(p.Cause.Bytes)), name, "signature of the cause")
		}
		before = hash(p.Delivery)
	}
	return count
}

// The lines "key value" between the first line and the blank one, or the end.
func fields(text []byte) map[string]string {
	found := map[string]string{}
	for _, line := range strings.Split(string(text), "\n")[1:] {
		if line == "" {
			break
		}
		words := strings.SplitN(line, " ", 2)
		must(len(words) == 2, line, "is no line of key and value")
		found[words[0]] = words[1]
	}
	return found
}

// --- the journal ---

var bodies = [][]string{{"one\n"}, {"", "\u0646\u062c\u0645\n", "three\n"}, {"five"}}

func checkJournal(folder string) int {
	text := strings.ReplaceAll(string(read(folder, "journal.base64")), "\n", "")
	journal, err := base64.StdEncoding.DecodeString(text)
	must(err == nil, "journal.base64", fmt.Sprint(err))
	previous := make([]byte, 32)
	entries := 0
	for number, wanted := range bodies {
		previous, journal = checkFrame(journal, previous, number, entries, wanted)
		entries += len(wanted)
	}
	must(len(journal) == 0, "journal.base64", "more than its frames")
	return len(bodies)
}

// Gives the hash that the next header names, and what follows the frame.
func checkFrame(at, previous []byte, number, first int, wanted []string) ([]byte, []byte) {
	name := fmt.Sprint("frame ", number)
	be := binary.BigEndian
	castagnoli := crc32.MakeTable(crc32.Castagnoli)
	must(string(at[:8]) == "\xffTANSIQJ" && be.Uint32(at[8:]) == 1, name, "magic or version")
	length := int(be.Uint32(at[12:]))
	header := at[:length]
	must(length == 96+40*len(wanted)+4, name, "length of the header")
	must(be.Uint32(header[length-4:]) == crc32.Checksum(header[:length-4], castagnoli), name, "checksum of the header")
	must(int(be.Uint64(at[16:])) == first && int(be.Uint32(at[24:])) == len(wanted), name, "first or count")
	must(bytes.Equal(at[32:64], previous), name, "hash of the header before")
	must(be.Uint64(at[64:]) == uint64(number) && be.Uint64(at[72:]) == 5, name, "root")
	body := at[length:]
	sum := 0
	for i, text := range wanted {
		entry := at[96+40*i:]
		must(be.Uint64(entry) == uint64(number), name, "leaf")
		size := int(be.Uint32(entry[32:]))
		must(string(body[:size]) == text, name, "body")
		must(be.Uint32(entry[36:]) == crc32.Checksum(body[:size], castagnoli), name, "checksum of a body")
		body = body[size:]
		sum += size
	}
	must(int(be.Uint32(at[28:])) == sum, name, "length of the bodies")
	return hash(header), body
}
