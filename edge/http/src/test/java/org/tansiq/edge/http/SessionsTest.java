package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.VerifierKey;
import org.tansiq.ledger.Sha256;

class SessionsTest {
    private long now = 1_790_000_000_000_000L;
    private int drawn;
    private final Sessions sessions = new Sessions(() -> now, () -> Sha256.of(Bytes.of("drawn " + drawn++)));
    private final VerifierKey key = new Author("TEST-a/one").signer.key();

    private String opened() {
        return sessions.open(key, sessions.challenge().secret())
                .orElseThrow()
                .secret()
                .text();
    }

    @Test
    void aChallengeServesOnceAndNotForLong() {
        Hash challenge = sessions.challenge().secret();
        assertThat(sessions.open(key, challenge)).isPresent();
        assertThat(sessions.open(key, challenge)).isEmpty();
        Hash late = sessions.challenge().secret();
        now += Sessions.CHALLENGE + 1;
        assertThat(sessions.open(key, late)).isEmpty();
        assertThat(sessions.open(key, Sha256.of(Bytes.of("mine")))).isEmpty();
    }

    @Test
    void aSessionIsItsKeysAndEndsAfterTwelveHours() {
        String token = opened();
        now += Sessions.SESSION;
        assertThat(sessions.of(token).orElseThrow().key()).isEqualTo(key);
        now++;
        assertThat(sessions.of(token)).isEmpty();
        assertThat(sessions.of("guessed")).isEmpty();
    }

    @Test
    void oneSessionMoreEndsTheOldest() {
        String oldest = opened();
        String second = opened();
        for (int i = 2; i <= Sessions.SESSIONS_MAX; i++) opened();
        assertThat(sessions.of(oldest)).isEmpty();
        assertThat(sessions.of(second)).isPresent();
    }

    @Test
    void oneSessionMoreEndsNoneThatIsInUse() {
        String used = opened();
        String unused = opened();
        for (int i = 2; i < Sessions.SESSIONS_MAX; i++) opened();
        assertThat(sessions.of(used)).isPresent();
        String more = opened();
        for (String token : List.of(used, more)) assertThat(sessions.of(token)).isPresent();
        assertThat(sessions.of(unused)).isEmpty();
    }

    @Test
    void ofTooManyChallengesTheOldestAreForgotten() {
        Hash oldest = sessions.challenge().secret();
        Hash second = sessions.challenge().secret();
        for (int i = 2; i <= Sessions.CHALLENGES_MAX; i++) sessions.challenge();
        assertThat(sessions.open(key, oldest)).isEmpty();
        assertThat(sessions.open(key, second)).isPresent();
    }
}
