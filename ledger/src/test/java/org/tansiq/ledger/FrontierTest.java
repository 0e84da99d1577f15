package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;

class FrontierTest {
    private static final int SIZE = 600;

    @Test
    void theRootIsThatOfTheNaiveTree() {
        List<Hash> leaves = new ArrayList<>();
        Frontier frontier = Frontier.EMPTY;
        for (int i = 0; i <= SIZE; i++) {
            assertThat(frontier.root()).isEqualTo(naive(leaves));
            assertThat(frontier.size()).isEqualTo(i);
            leaves.add(Draw.hash("leaf " + i));
            frontier = frontier.add(leaves.getLast());
        }
    }

    /** RFC 6962, section 2.1, word by word. */
    private static Hash naive(List<Hash> leaves) {
        if (leaves.isEmpty()) return Sha256.of(Bytes.NONE);
        if (leaves.size() == 1) return leaves.getFirst();
        int split = Integer.highestOneBit(leaves.size() - 1);
        Hash left = naive(leaves.subList(0, split));
        Hash right = naive(leaves.subList(split, leaves.size()));
        return Sha256.of(new byte[] {1}, left.bytes(), right.bytes());
    }

    /** The leaves and roots that implementations of Certificate Transparency are tried with. */
    @Test
    void theRootsAreThoseOfOtherLogs() {
        List<String> leaves = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        List<String> roots = List.of(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        List<String> found = new ArrayList<>();
        Frontier frontier = Frontier.EMPTY;
        found.add(hex(frontier.root()));
        for (String leaf : leaves) {
            frontier = frontier.add(Sha256.of(new byte[] {0}, HexFormat.of().parseHex(leaf)));
            found.add(hex(frontier.root()));
        }
        assertThat(found).isEqualTo(roots);
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }

    @Property(tries = 100)
    void ofGivesWhatPeaksHeld(@ForAll @IntRange(max = SIZE) int size) {
        Frontier frontier = Frontier.EMPTY;
        for (int i = 0; i < size; i++) frontier = frontier.add(Draw.hash("leaf " + i));
        Frontier again = Frontier.of(frontier.size(), frontier.peaks());
        assertThat(again).isEqualTo(frontier);
        Hash next = Draw.hash("next");
        assertThat(again.add(next).root()).isEqualTo(frontier.add(next).root());
    }

    @Test
    void peaksThatDoNotFitTheSizeAreRefused() {
        Hash hash = Draw.hash("a");
        assertThatThrownBy(() -> Frontier.of(3, List.of(hash))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Frontier.of(0, List.of(hash))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Frontier.of(-1, List.of())).isInstanceOf(Malformed.class);
        assertThat(Frontier.of(4, List.of(hash)).root()).isEqualTo(hash);
    }

    @Test
    void anOlderTreeIsNotChangedByANewerOne() {
        Frontier one = Frontier.EMPTY.add(Draw.hash("a"));
        Hash root = one.root();
        one.add(Draw.hash("b"));
        assertThat(one.root()).isEqualTo(root);
        assertThat(one.size()).isEqualTo(1);
    }
}
