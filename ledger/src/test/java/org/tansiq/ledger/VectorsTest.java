package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The golden files, from what they give to what they expect; vectors/README.md explains each field. */
class VectorsTest {
    private static final Path FOLDER = Path.of("..", "vectors");

    static Stream<JsonNode> accepted() {
        return cases("ledger-notes.json").filter(c -> c.has("note"));
    }

    static Stream<JsonNode> refused() {
        return cases("ledger-notes.json").filter(c -> c.has("refused"));
    }

    static Stream<JsonNode> slots() {
        return cases("ledger-slots.json");
    }

    static Stream<JsonNode> leaves() {
        return cases("ledger-leaf.json");
    }

    static Stream<JsonNode> trees() {
        return cases("ledger-tree.json");
    }

    @Test
    void everyCaseIsOfAKindThatIsTried() {
        assertThat(accepted().count()).isGreaterThanOrEqualTo(3);
        assertThat(accepted().count() + refused().count())
                .isEqualTo(cases("ledger-notes.json").count());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void aNoteIsWrittenSignedAndOpened(JsonNode note) {
        Draft draft = draft(note);
        Signer signer = Ed25519.signer(draft.key().name(), hash(note, "seed").bytes());
        SignedNote signed = NoteText.sign(draft, signer);
        assertThat(TimeText.write(number(note, "micros"))).isEqualTo(text(note, "time"));
        assertThat(NoteText.write(draft).text()).isEqualTo(text(note, "text"));
        assertThat(signed.raw().text()).isEqualTo(text(note, "note"));
        assertThat(signed.note().hash()).isEqualTo(hash(note, "hash"));
        assertThat(NoteText.open(Bytes.of(text(note, "note")), new Ed25519())).isEqualTo(signed);
    }

    private static Draft draft(JsonNode note) {
        return new Draft(
                hash(note, "theatre"),
                VKey.parse(text(note, "key")),
                number(note, "seq"),
                hash(note, "prev"),
                number(note, "micros"),
                text(note, "type"),
                Status.valueOf(text(note, "status").toUpperCase(Locale.ROOT)),
                digest(note.get("envelope")),
                digest(note.get("details")));
    }

    private static Hash digest(JsonNode section) {
        Hash digest = new Section(hash(section, "salt"), Bytes.of(text(section, "body"))).digest();
        assertThat(digest).isEqualTo(hash(section, "digest"));
        return digest;
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoNoteIsRefusedAtItsField(JsonNode note) {
        Bytes raw = Bytes.of(Base64.getDecoder().decode(text(note, "bytes")));
        assertThatThrownBy(() -> NoteText.open(raw, new Ed25519()))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.field()).isEqualTo(text(note, "refused")));
    }

    @ParameterizedTest
    @MethodSource("slots")
    void contentsLieInTheirSlots(JsonNode tree) {
        List<Bytes> contents =
                list(tree, "contents").map(c -> Bytes.of(c.asString())).toList();
        Slots slots = Slots.of(hash(tree, "chance"), contents);
        assertThat(slots.root()).isEqualTo(hash(tree, "root"));
        assertThat(Slots.causeSalt(hash(tree, "chance"))).isEqualTo(hash(tree, "causeSalt"));
        List<JsonNode> places = list(tree, "slots").toList();
        assertThat(places).hasSameSizeAs(contents);
        for (int i = 0; i < places.size(); i++) {
            assertThat(slots.slot(i)).isEqualTo(places.get(i).get("slot").asInt());
            assertThat(slots.salt(i)).isEqualTo(hash(places.get(i), "salt"));
            if (places.get(i).has("path"))
                assertThat(slots.path(i).siblings()).isEqualTo(hashes(places.get(i), "path"));
        }
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void aLeafIsWrittenAndHashed(JsonNode leaf) {
        Hash cause = Leaf.causeOf(hash(leaf, "causeSalt"), Bytes.of(text(leaf, "causeBytes")));
        Leaf made = new Leaf(
                number(leaf, "index"), number(leaf, "micros"), hash(leaf, "rules"), cause, hash(leaf, "outcome"));
        assertThat(cause).isEqualTo(hash(leaf, "cause"));
        assertThat(made.text().text()).isEqualTo(text(leaf, "text"));
        assertThat(made.hash()).isEqualTo(hash(leaf, "hash"));
        assertThat(Leaf.parse(Bytes.of(text(leaf, "text")))).isEqualTo(made);
    }

    @ParameterizedTest
    @MethodSource("trees")
    void aTreeHasItsPeaksAndItsRoot(JsonNode tree) {
        Frontier frontier = Frontier.EMPTY;
        for (int i = 0; i < tree.get("size").asInt(); i++)
            frontier = frontier.add(Sha256.of(new byte[] {0}, ("leaf " + i).getBytes(StandardCharsets.US_ASCII)));
        assertThat(frontier.peaks()).isEqualTo(hashes(tree, "peaks"));
        assertThat(frontier.root()).isEqualTo(hash(tree, "root"));
    }

    @Test
    void anInboxIsProvedToTheLeavesOfItsEntries() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("inbox-proof.jsonl"));
        List<InboxProof> run = lines.stream().map(InboxProof::parse).toList();
        assertThat(run.stream().map(InboxProof::write)).isEqualTo(lines);
        assertThat(InboxProof.verify(run))
                .isEqualTo(leaves().skip(1).map(leaf -> hash(leaf, "hash")).toList());
        assertThat(run.getFirst().cause()).isPresent();
        assertThat(run.getLast().cause()).isEmpty();
        List<Long> numbers = new ArrayList<>();
        run.forEach(proof -> numbers.add(proof.delivery().number()));
        assertThat(numbers).containsExactly(1L, 2L, 3L);
    }

    @Test
    void thePageOfFormatsShowsGoldenCases() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "formats.md"));
        assertThat(page).contains(shown(text(accepted().toList().get(1), "note")));
        assertThat(page).contains(shown(text(leaves().toList().getLast(), "text")));
        String last = Files.readAllLines(FOLDER.resolve("inbox-proof.jsonl")).getLast();
        assertThat(page)
                .contains(shown(InboxProof.parse(last).delivery().write().text()));
    }

    private static String shown(String text) {
        return text.lines()
                .map(line -> line.isEmpty() ? "\n" : "    " + line + "\n")
                .collect(Collectors.joining());
    }

    private static Stream<JsonNode> cases(String file) {
        JsonNode all =
                JsonMapper.builder().build().readTree(FOLDER.resolve(file).toFile());
        return IntStream.range(0, all.size()).mapToObj(all::get);
    }

    private static Stream<JsonNode> list(JsonNode node, String field) {
        JsonNode all = node.get(field);
        return IntStream.range(0, all.size()).mapToObj(all::get);
    }

    private static List<Hash> hashes(JsonNode node, String field) {
        return list(node, field)
                .map(hash -> Hash.parse(hash.asString()).orElseThrow())
                .toList();
    }

    private static Hash hash(JsonNode node, String field) {
        return Hash.parse(text(node, field)).orElseThrow();
    }

    private static long number(JsonNode node, String field) {
        return Long.parseLong(text(node, field));
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }
}
