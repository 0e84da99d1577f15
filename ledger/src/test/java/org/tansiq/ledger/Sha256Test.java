package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;

class Sha256Test {
    /** FIPS 180-4, appendix of examples. */
    @Test
    void hashesAsTheStandardSays() {
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(hex(Sha256.of(Bytes.of("abc")))).isEqualTo(abc);
        assertThat(hex(Sha256.of(Bytes.of("a"), Bytes.of("bc")))).isEqualTo(abc);
        assertThat(hex(Sha256.of(new byte[] {'a', 'b'}, new byte[] {'c'}))).isEqualTo(abc);
    }

    /** RFC 4231, case 1; a shorter key is one that ends in zeros. */
    @Test
    void keyedHashIsAsTheStandardSays() {
        byte[] key = new byte[Hash.BYTES];
        for (int i = 0; i < 20; i++) key[i] = 0x0b;
        assertThat(hex(new Hmac(Hash.of(key)).of(new byte[] {'H', 'i', ' ', 'T', 'h', 'e', 'r', 'e'})))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }

    @Property
    void keyedHashIsThatOfThePlatform(@ForAll("hashes") Hash key, @ForAll byte[] message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
        assertThat(new Hmac(key).of(message)).isEqualTo(Hash.of(mac.doFinal(message)));
    }

    @Provide
    Arbitrary<Hash> hashes() {
        return Draw.hashes();
    }

    @Test
    void numbersAreFourBytesTheHighestFirst() {
        assertThat(new Hmac(Hash.NONE).of("slot", 0x01020384))
                .isEqualTo(new Hmac(Hash.NONE).of(new byte[] {'s', 'l', 'o', 't', 1, 2, 3, (byte) 0x84}));
    }

    @Test
    void manyThreadsHashAtOnce() throws InterruptedException, ExecutionException {
        Bytes long1 = Bytes.of("x".repeat(10_000));
        Hash expected = Sha256.of(long1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Hash>> found = IntStream.range(0, 500)
                    .mapToObj(_ -> threads.submit(() -> Sha256.of(long1)))
                    .toList();
            for (Future<Hash> hash : found) assertThat(hash.get()).isEqualTo(expected);
        }
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }
}
